/** One import as its page shows it. */
import { t } from '#messages/registers';
import { listTitle, placeOfRow, type EditionReport, type ImportView } from '#domain/schools/register';
import { formatFileSize, formatLine, formatList, formatNumber } from '#shared/format';
import type { Locale } from '#shared/locales';
import { dayOf } from '../../show-registers.ts';

export type ShownReport = ReturnType<typeof showReport>;

const problemsShown = 40;
const counts = [
	'added',
	'changed',
	'renamed',
	'closed',
	'reopened',
	'missing',
	'unchanged',
	'doubles',
] as const;

export function showReport(report: EditionReport, locale: Locale) {
	const number = (value: number) => formatNumber(value, locale);
	const list = (texts: readonly string[]) => formatList(texts.slice(0, 20), locale);
	const row = (place: number) => {
		const { file, line } = placeOfRow(report, place);
		return formatLine([file, number(line)], locale);
	};
	return {
		counts: counts.map((what) => ({
			id: what,
			label: t(`registers.count.${what}`),
			text: number(report[what]),
		})),
		read: t('registers.read', { rows: report.read }),
		merged: report.merged > 0 ? t('registers.merged', { rows: report.merged }) : '',
		mergedRows: (report.mergedRows ?? []).slice(0, problemsShown).map(({ line, into }) => ({
			id: String(line),
			text: t('registers.merged.row', { line: row(line), into: row(into) }),
		})),
		how: [
			report.encoding && t('registers.encoding', { encoding: report.encoding }),
			report.edition && t('registers.edition', { edition: report.edition }),
		].filter((text) => typeof text === 'string' && text !== '') as string[],
		fresh:
			report.columns.fresh.length > 0
				? t('registers.columns.fresh', { columns: list(report.columns.fresh) })
				: '',
		gone:
			report.columns.gone.length > 0
				? t('registers.columns.gone', { columns: list(report.columns.gone) })
				: '',
		unknown: report.leftOut
			.filter((kind) => !kind.known)
			.map((kind) => ({
				id: kind.kind,
				kind: kind.kind || t('registers.kind.none'),
				rows: number(kind.count),
			})),
		leftOut: report.leftOut
			.filter((kind) => kind.known)
			.map((kind) => ({ id: kind.kind, kind: kind.kind, rows: number(kind.count) })),
		refused: report.refused > 0 ? t('registers.refused', { rows: report.refused }) : '',
		problems: report.problems.slice(0, problemsShown).map(({ line, problem }, place) => ({
			id: `${line} ${place}`,
			line: row(line),
			problem: t(`registers.problem.${problem}`),
		})),
		more:
			report.refused > problemsShown
				? t('registers.refused.more', { rows: report.refused - problemsShown })
				: '',
	};
}

/** Who did what when. */
export function showDeeds(
	view: ImportView,
	names: {
		readonly begun: string;
		readonly applied: string | undefined;
		readonly undone: string | undefined;
	},
	locale: Locale,
) {
	const deed = (what: 'begun' | 'applied' | 'undone', moment: Date | null, name: string | undefined) =>
		moment && {
			label: t(`registers.deed.${what}`),
			text: t('registers.deed', { name: name ?? names.begun, date: dayOf(moment, locale) }),
		};
	const file = view.file_name && {
		label: t('registers.file'),
		text: `${view.file_name} (${formatFileSize(view.file_bytes ?? 0, locale)})`,
	};
	const hash = view.file_hash && {
		label: t('registers.file-hash'),
		text: Buffer.from(view.file_hash).toString('hex').slice(0, 16),
	};
	return [
		{ label: t('registers.column.register'), text: listTitle(view.profile_name) },
		file,
		hash,
		deed('begun', view.begun_at, names.begun),
		deed('applied', view.applied_at, names.applied),
		deed('undone', view.undone_at, names.undone),
	].filter((fact) => fact !== null && fact !== '') as { label: string; text: string }[];
}

const failures = [
	'columns-missing',
	'too-many-columns',
	'entry-missing',
	'entry-unclear',
	'packed-twice',
	'sheet-missing',
	'table-missing',
	'encoding-unclear',
	'archive-too-full',
	'too-large',
	'unreadable',
	'empty',
	'file-gone',
] as const;

/** Why a file was not taken, in a sentence that says what to do. */
export function failureText(failure: ImportView['failure'] | undefined): string {
	const known = failures.find((code) => code === failure?.code);
	const details = failure?.details ?? {};
	const texts = Object.fromEntries(Object.entries(details).map(([name, value]) => [name, String(value)]));
	const blank = { columns: '', entry: '', entries: '', sheets: '', encoding: '' };
	const text = known ? t(`registers.failure.${known}`, { ...blank, ...texts }) : t('registers.failure.other');
	return texts['file'] ? t('registers.failure.in', { file: texts['file'], text }) : text;
}
