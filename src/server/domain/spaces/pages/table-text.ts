/** A table as it is typed in a plain text field, and back: a row on each line, its cells between upright strokes. */
import type { Block, Paragraph, Table, TableCell, TableRow } from '#shared/rich-text/content';
import { textToInline } from './inline-text.ts';

/** The rows of the table as lines; `textIn` says a paragraph on one line. */
export function tableToText(table: Table, textIn: (line: Paragraph) => string): string {
	const cellText = ({ content }: TableCell) => content.map(textIn).join(' ').replaceAll('|', '\\|');
	return table.content.map((row) => row.content.map(cellText).join(' | ')).join('\n');
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

/** A stroke after a backslash is a sign of the cell; strokes at both ends of a line are its frame. */
function cellsIn(line: string): string[] {
	const framed = /^\|(.*[^\\])\|$/.exec(line.trim())?.[1] ?? line;
	const cells = [''];
	for (const [piece] of framed.matchAll(/\\.|[^|\\]+|\\|\|/gsu)) {
		if (piece === '|') cells.push('');
		else cells.push((cells.pop() ?? '') + (piece === '\\|' ? '|' : piece));
	}
	return cells.map((cell) => cell.trim());
}
