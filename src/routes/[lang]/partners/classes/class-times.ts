/** When a class has time, in words, as its teacher reads it again. */
import { t } from '#messages/partners';
import type { ClassCard } from '#domain/partner-finding';
import { formatDays, formatList, monthName, weekdayName } from '#shared/format';
import type { Locale } from '#shared/locales';

/** A line for each thing that is given: days and hours, months, and when the class is away, but for what is over. */
export function timesOf(
	{ months, weekdays, hours, away }: Pick<ClassCard, 'months' | 'weekdays' | 'hours' | 'away'>,
	{ locale, now }: { readonly locale: Locale; readonly now: Date },
): string[] {
	const today = now.toISOString().slice(0, 10);
	const lines: string[] = [];
	const days = formatList(
		weekdays.map((day) => weekdayName(day, locale)),
		locale,
	);
	if (hours && days !== '') lines.push(t('partners.card.works-at', { weekdays: days, ...hours }));
	else if (hours) lines.push(t('partners.card.works-between', hours));
	else if (days !== '') lines.push(t('partners.card.works-on', { weekdays: days }));
	if (months.length > 0)
		lines.push(
			t('partners.card.has-time', {
				months: formatList(
					inSchoolYear(months).map((month) => monthName(month, locale)),
					locale,
				),
			}),
		);
	const coming = away.filter(({ to }) => to >= today);
	if (coming.length > 0)
		lines.push(
			t('partners.card.away-then', {
				times: formatList(
					coming.map(({ from, to }) => formatDays(from, to, locale)),
					locale,
				),
			}),
		);
	return lines;
}

/** The year of a school begins in September. */
function inSchoolYear(months: readonly number[]): number[] {
	return months.toSorted((one, other) => ((one + 3) % 12) - ((other + 3) % 12));
}
