/** A report in the lines of a terminal. */
import { formatNumber } from '#shared/format';
import type { ImportFailure } from './editions/imports.sql.ts';
import { placeOfRow, type EditionReport, type ReportedProblem } from './editions/report.ts';

const count = (number: number) => formatNumber(number, 'en');

/** The report as the command line tells it. */
export function linesOfReport(title: string, report: EditionReport, applied: boolean): string[] {
	const { columns } = report;
	const row = (number: number) => {
		const { file, line } = placeOfRow(report, number);
		return file === undefined ? `row ${line}` : `row ${line} of ${file}`;
	};
	return [
		`${title}${report.edition ? `, edition ${report.edition}` : ''}${howRead(report)}`,
		`${count(report.read)} rows read, ${count(report.refused)} refused, ${count(report.merged)} merged with an earlier row of the same id`,
		...(report.mergedRows ?? []).map(({ line, into }) => `  ${row(line)} merged with ${row(into)}`),
		...(columns.fresh.length > 0
			? [`  new columns since the last edition: ${columns.fresh.join(', ')}`]
			: []),
		...(columns.gone.length > 0 ? [`  columns that are gone: ${columns.gone.join(', ')}`] : []),
		...report.leftOut.map(
			({ kind, count: rows, known }) =>
				`  ${count(rows)} left out: ${kind === '' ? 'of no kind' : kind}${known ? '' : ' (a kind the profile does not know: look at it)'}`,
		),
		...report.problems.map(({ line, problem }) => `  ${row(line)} refused: ${problemTexts[problem]}`),
		...(report.refused > report.problems.length
			? [`  and ${count(report.refused - report.problems.length)} more`]
			: []),
		`  ${count(report.added)} added${report.doubles > 0 ? `, ${count(report.doubles)} of them with the name and town of another` : ''}`,
		`  ${count(report.changed)} changed: ${count(report.renamed)} renamed, ${count(report.closed)} closed, ${count(report.reopened)} opened again`,
		`  ${count(report.missing)} missing`,
		`  ${count(report.unchanged)} unchanged${report.differing > 0 ? ` (${count(report.differing)} rows differ in some column, taken or not)` : ''}`,
		applied
			? 'Taken over. Missing schools stay as they are, with a question for an officer.'
			: 'This was a preview, nothing was written. Add --apply to take it over.',
	];
}

function howRead({ encoding, delimiter }: EditionReport): string {
	const facts = [encoding, delimiter === null ? null : `delimiter "${delimiter.replace('\t', 'tab')}"`];
	const known = facts.filter((fact) => fact !== null);
	return known.length === 0 ? '' : ` (${known.join(', ')})`;
}

const problemTexts: Readonly<Record<ReportedProblem, string>> = {
	'letters-broken': 'its letters were damaged on the way',
	'quotes-broken': 'a quotation mark is not closed',
	'too-many-cells': 'it has more cells than there are columns',
	'too-few-cells': 'it has fewer cells than there are columns',
	'too-long': 'a cell is longer than any real one',
	'not-a-row': 'it is no school with columns',
	'no-code': 'it has no id',
	'code-damaged': 'a spreadsheet damaged its id',
	'code-placeholder': 'its id only fills the place of one',
	'code-unlike': 'its id does not look like one of this register',
	'code-repeated': 'its id belongs to another school further up',
	'no-name': 'the school has no name',
	'no-town': 'the school has no town',
	'state-unknown': 'the profile does not know its state',
};

const sentences: Readonly<Record<string, (details: ImportFailure['details']) => string>> = {
	'columns-missing': ({ columns }) =>
		`The file lacks columns that the profile takes: ${columns}. Is it another register, or were columns renamed?`,
	'too-many-columns': ({ most }) => `The file has more than ${most} columns: that is no register of schools.`,
	'entry-missing': ({ entry }) => `The archive holds no entry ${entry}. Is it another register?`,
	'packed-twice': () => 'The archive holds another archive or a workbook: unpack it first.',
	'entry-unclear': ({ entries }) =>
		`The archive holds several files, and none is the register's: ${entries}.`,
	'sheet-missing': ({ sheet, sheets }) => `The workbook has no sheet "${sheet}". Its sheets are ${sheets}.`,
	'table-missing': ({ table, tables }) => `The page has ${tables} tables and no table ${table}.`,
	'encoding-unclear': ({ encoding }) =>
		`It is not clear how the letters of the file are written, perhaps in ${encoding}. Save it as UTF-8.`,
	'archive-too-full': () => 'The archive holds more files than any register.',
	'too-large': () => 'The file is too large, or swells too much, to be a register of schools.',
	unreadable: ({ kind }) => `The file cannot be read as ${kind}.`,
	'country-unknown': ({ country }) => `${country} is no country of this installation.`,
};

/** Why a file was not taken, in a sentence that says what to do. */
export function sentenceOf({ code, details }: ImportFailure): string | undefined {
	return sentences[code]?.(details);
}
