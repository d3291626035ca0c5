/** Tables as text for spreadsheets, in which no cell is ever carried out as a formula. */
import type { Locale } from '#shared/locales';

/** How a formula begins in one spreadsheet or another, also in wide letters. */
const formula = /^[=+\-@\t\r＝＋－＠]/;

/** With commas, or with semicolons where spreadsheets of the language expect them; every cell is plain text. */
export function csvOf(rows: readonly (readonly string[])[], locale: Locale): string {
	// spreadsheets take a file without this mark for one of an older alphabet
	return `\uFEFF${csvLines(rows, locale)}`;
}

/** More lines of such a table, for one that is written piece by piece. */
export function csvLines(rows: readonly (readonly string[])[], locale: Locale): string {
	const separator = locale === 'fr' || locale === 'da' ? ';' : ',';
	return rows.map((row) => `${row.map(cellOf).join(separator)}\r\n`).join('');
}

function cellOf(text: string): string {
	const plain = formula.test(text) ? `'${text}` : text;
	return `"${plain.replaceAll('"', '""')}"`;
}
