/** From the lines of a table to rows by the names of their columns: heading row, headings carried down, width. */
import { Invalid } from '#platform/errors';
import { fold } from '#shared/folding';
import { mostColumns, type SourceRow, type TableLine } from './row.ts';

export type Layout = {
	/** Line of the column names, from 1; none: the first line that holds every needed column. */
	readonly headerRow?: number | undefined;
	/** Columns whose empty cells mean "as above", such as merged ones. */
	readonly carryDown?: readonly string[] | undefined;
	/** A line with one filled cell is a heading over the rows below; its text becomes a cell under this name. */
	readonly headingsInto?: string | undefined;
	/** Empty cells at the end of a line are left away, as spreadsheets do. */
	readonly isRagged?: boolean;
};

/** How far down the names of the columns are looked for. */
export const mostHeaderRows = 40;

export type Columns = readonly string[];

/** The rows in their order. `found` is told the columns as the file names them, before the first row. */
export async function* rowsOfTable(
	lines: AsyncIterable<TableLine>,
	layout: Layout,
	needed: readonly string[],
	found: (columns: Columns) => void,
): AsyncGenerator<SourceRow> {
	let columns: Columns | undefined;
	const carried: Record<string, string> = {};
	let last: readonly string[] = [];
	for await (const line of lines) {
		if (columns === undefined) {
			if (line.line > mostHeaderRows && layout.headerRow === undefined) break;
			if (!isHeader(line, layout, needed)) {
				if (last.filter(isFilled).length < line.cells.filter(isFilled).length) last = line.cells;
				continue;
			}
			columns = namedColumns(line.cells, needed);
			found(columns);
			continue;
		}
		const row = rowOf(line, columns, layout, carried);
		if (row) yield row;
	}
	if (columns === undefined) throw columnsMissing(needed, namedColumns(last, needed));
}

function isHeader({ line, cells, problem }: TableLine, layout: Layout, needed: readonly string[]): boolean {
	if (problem !== undefined) return false;
	if (layout.headerRow !== undefined) {
		if (line < layout.headerRow) return false;
		const columns = namedColumns(cells, needed);
		if (needed.some((column) => !columns.includes(column))) throw columnsMissing(needed, columns);
		return true;
	}
	const columns = namedColumns(cells, needed);
	return needed.every((column) => columns.includes(column)) && cells.some(isFilled);
}

/**
 * The names of the columns, tidied. A needed column that the file writes with other capitals or accents is
 * found all the same; of two columns with one name the second gets a number.
 */
export function namedColumns(cells: readonly string[], needed: readonly string[]): string[] {
	if (cells.length > mostColumns) throw new Invalid('too-many-columns', { most: mostColumns });
	// braces are what templates put round the names of columns
	const tidy = cells.map((cell) =>
		cell.normalize('NFC').replace(/\{/g, '(').replace(/\}/g, ')').replace(/\s+/g, ' ').trim(),
	);
	const names: string[] = [];
	for (const [place, cell] of tidy.entries()) {
		const meant = needed.find((column) => !tidy.includes(column) && fold(column) === fold(cell)) ?? cell;
		const name = meant === '' ? `#${place + 1}` : meant;
		names.push(names.includes(name) ? `${name} (${place + 1})` : name);
	}
	return names;
}

/** The columns that are missing, each with the one in the file that may have taken its place. */
export function columnsMissing(needed: readonly string[], columns: readonly string[]): Invalid {
	const missing = needed.filter((column) => !columns.includes(column));
	const fresh = columns.filter((column) => !needed.includes(column) && !column.startsWith('#'));
	const named = missing.map((column) => {
		const like = fresh.find((one) => isLike(one, column));
		return like === undefined ? column : `${column} (${like}?)`;
	});
	return new Invalid('columns-missing', { columns: named.join(', ') });
}

function isLike(one: string, other: string): boolean {
	const [first, second] = [one, other].map((text) => fold(text).replaceAll(' ', ''));
	if (!first || !second) return false;
	return first === second || first.includes(second) || second.includes(first);
}

function rowOf(
	{ line, cells, problem }: TableLine,
	columns: Columns,
	layout: Layout,
	carried: Record<string, string>,
): SourceRow | undefined {
	if (problem !== undefined) return { line, cells: {}, problem };
	const filled = cells.filter(isFilled).length;
	if (filled === 0) return undefined;
	if (layout.headingsInto !== undefined && filled === 1 && isFilled(cells[0] ?? '')) {
		carried[layout.headingsInto] = cells[0] ?? '';
		return undefined;
	}
	const beyond = cells.slice(columns.length).some(isFilled);
	if (beyond) return { line, cells: {}, problem: 'too-many-cells' };
	if (!layout.isRagged && cells.length < columns.length) return { line, cells: {}, problem: 'too-few-cells' };
	const row: Record<string, string> = { ...carried };
	for (const [place, column] of columns.entries()) row[column] = cells[place] ?? '';
	for (const column of layout.carryDown ?? []) {
		if (isFilled(row[column] ?? '')) carried[column] = row[column] ?? '';
		else row[column] = carried[column] ?? '';
	}
	return { line, cells: row };
}

function isFilled(cell: string): boolean {
	return cell.trim() !== '';
}
