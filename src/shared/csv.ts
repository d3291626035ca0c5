/** Tables as text for spreadsheets, in which no cell is ever carried out as a formula. */
import type { Locale } from '#shared/locales';

/** How a formula begins in one spreadsheet or another, also in wide letters. */
const formula = /^[=+\-@\t\r＝＋－＠]/;

/** With commas, or with semicolons where spreadsheets of the language expect them; every cell is plain text. */
export function csvOf(rows: readonly (readonly string[])[], locale: Locale): string {
	const separator = locale === 'fr' || locale === 'da' ? ';' : ',';
	const lines = rows.map((row) => row.map(cellOf).join(separator));
	// spreadsheets take a file without this mark for one of an older alphabet
	return `\uFEFF${lines.join('\r\n')}\r\n`;
}

function cellOf(text: string): string {
	const plain = formula.test(text) ? `'${text}` : text;
	return `"${plain.replaceAll('"', '""')}"`;
}
