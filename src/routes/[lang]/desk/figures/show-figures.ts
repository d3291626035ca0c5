/** Figures as the page and the file show them: the same numbers under the same names. */
import { t } from '#messages/support';
import type { FigurePeriod, Figures } from '#domain/support';
import { formatDate, formatMonth, formatNumber } from '#shared/format';
import type { Locale } from '#shared/locales';

export const figureColumns = [
	'incoming',
	'granted',
	'refused',
	'ended',
	'wentUp',
	'waiting',
	'median',
] as const satisfies readonly (keyof Figures)[];

const names = {
	incoming: () => t('support.figures.incoming'),
	granted: () => t('support.figures.granted'),
	refused: () => t('support.figures.refused'),
	ended: () => t('support.figures.ended'),
	wentUp: () => t('support.figures.went-up'),
	waiting: () => t('support.figures.waiting'),
	median: () => t('support.figures.median'),
} satisfies Record<(typeof figureColumns)[number], () => string>;

export function figureName(column: (typeof figureColumns)[number]): string {
	return names[column]();
}

/** What a period is called: March 2027, 9 March 2027, 2026/2027. */
export function periodName({ from }: Pick<Figures, 'from'>, period: FigurePeriod, locale: Locale): string {
	if (period === 'month') return formatMonth(from.slice(0, 7), locale);
	if (period === 'week')
		return t('support.figures.week-of', { date: formatDate(new Date(from), locale, 'UTC', 'medium') });
	const year = Number(from.slice(0, 4));
	return `${year}/${year + 1}`;
}

/** The periods as rows of the table, the newest first. */
export function showFigures(periods: readonly Figures[], period: FigurePeriod, locale: Locale) {
	return periods
		.map((figures) => ({
			id: figures.from,
			period: periodName(figures, period, locale),
			cells: Object.fromEntries(
				figureColumns.map((column) => {
					const value = figures[column];
					return [column, value === undefined ? '–' : formatNumber(value, locale)];
				}),
			) as Record<(typeof figureColumns)[number], string>,
		}))
		.reverse();
}
