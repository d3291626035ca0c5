/** A table of a page as plain text, and back. */
import type { Block, Paragraph, Table, TableCell, TableRow } from '#shared/rich-text/content';
import { cellsIn, lineOf } from '#shared/rich-text/grid';
import { textToInline } from '#shared/rich-text/inline-text';

/** The rows of the table as lines; `textIn` says a paragraph on one line. */
export function tableToText(table: Table, textIn: (line: Paragraph) => string): string {
	const cellText = ({ content }: TableCell) => content.map(textIn).join(' ').replaceAll('|', '\\|');
	return table.content.map((row) => lineOf(row.content.map(cellText))).join('\n');
}

/** What was typed as a table. Its first row holds headings, unless the table was there before without. */
export function tableFromText(id: string, text: string, was: Block | undefined): Table {
	const isHeaded = was?.type !== 'table' || was.content[0]?.content[0]?.type === 'tableHeader';
	const rows = text.split('\n').filter((line) => line.trim() !== '');
	return {
		type: 'table',
		attrs: { id },
		content: rows.map((line, place) => rowOf(line, isHeaded && place === 0 ? 'tableHeader' : 'tableCell')),
	};
}

function rowOf(line: string, type: TableCell['type']): TableRow {
	const content = cellsIn(line).map((cell): TableCell => ({
		type,
		content: [{ type: 'paragraph', attrs: { id: '' }, content: textToInline(cell) }],
	}));
	return { type: 'tableRow', content };
}
