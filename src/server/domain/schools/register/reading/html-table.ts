/** One table of a web page, row by row; texts alone, whatever else the page holds. */
import { Parser } from 'htmlparser2';
import { Invalid } from '#platform/errors';
import { longestRow, mostColumns, type TableLine } from './row.ts';

const mostRowsSpanned = 1000;
const cellTags = new Set(['td', 'th']);
const unseen = new Set(['script', 'style', 'template']);

type Span = { text: string; rows: number };

/** The lines of the table with that number, from 1; tables inside of it are part of their cells. */
export async function* readHtmlTable(
	chunks: AsyncIterable<string>,
	wanted: number,
): AsyncGenerator<TableLine> {
	const reader = tableReader(wanted);
	const parser = new Parser(reader.handler, { decodeEntities: true, lowerCaseTags: true });
	for await (const chunk of chunks) {
		parser.write(chunk);
		yield* reader.ready.splice(0);
	}
	parser.end();
	yield* reader.ready.splice(0);
	if (reader.tables() < wanted)
		throw new Invalid('table-missing', { table: wanted, tables: reader.tables() });
}

function tableReader(wanted: number) {
	const ready: TableLine[] = [];
	let tables = 0;
	let depth = 0;
	let hidden = 0;
	let line = 0;
	let row: { cells: string[]; size: number } | undefined;
	let cell: { text: string; columns: number; rows: number } | undefined;
	const spans: (Span | undefined)[] = [];

	const isInside = () => depth >= 1 && tables === wanted;
	function take(text: string, columns: number, rows: number): void {
		if (!row) return;
		takeSpans(row.cells);
		for (let column = 0; column < columns; column++) {
			if (row.cells.length >= mostColumns) throw new Invalid('too-many-columns', { most: mostColumns });
			if (rows > 1) spans[row.cells.length] = { text, rows: rows - 1 };
			row.cells.push(text);
		}
	}
	/** Cells of rows above that reach down to here. */
	function takeSpans(cells: string[]): void {
		for (let span = spans[cells.length]; span; span = spans[cells.length]) {
			if (--span.rows === 0) spans[cells.length] = undefined;
			cells.push(span.text);
		}
	}
	function endCell(): void {
		if (cell) take(cell.text.replace(/\s+/g, ' ').trim(), cell.columns, cell.rows);
		cell = undefined;
	}
	function endRow(): void {
		endCell();
		if (!row) return;
		takeSpans(row.cells);
		line++;
		ready.push(row.size > longestRow ? { line, cells: [], problem: 'too-long' } : { line, cells: row.cells });
		row = undefined;
	}
	const handler = {
		onopentag(name: string, attributes: Record<string, string>) {
			if (unseen.has(name)) hidden++;
			if (name === 'table' && ++depth === 1) tables++;
			if (!isInside() || depth > 1) return;
			if (name === 'tr') {
				endRow();
				row = { cells: [], size: 0 };
			} else if (cellTags.has(name)) {
				endCell();
				cell = { text: '', columns: spanOf(attributes['colspan']), rows: spanOf(attributes['rowspan']) };
			} else if (name === 'br' && cell) cell.text += ' ';
		},
		ontext(text: string) {
			if (!cell || !row || hidden > 0) return;
			row.size += text.length;
			if (row.size <= longestRow) cell.text += text;
		},
		onclosetag(name: string) {
			if (unseen.has(name)) hidden--;
			if (isInside() && depth === 1) {
				if (cellTags.has(name)) endCell();
				if (name === 'tr' || name === 'table') endRow();
			}
			if (name === 'table' && depth > 0) depth--;
		},
	};
	return { ready, handler, tables: () => tables };
}

function spanOf(written: string | undefined): number {
	const span = Number(written ?? 1);
	return Number.isInteger(span) && span >= 1 && span <= mostRowsSpanned ? span : 1;
}
