/** A table as plain text, a row on each line and its cells between upright strokes, and as the grid that forms show. */

/** The cells of a line. A stroke after a backslash is a sign of the cell; strokes at both ends of a line are its frame. */
export function cellsIn(line: string): string[] {
	const framed = /^\|(.*[^\\])\|$/su.exec(line.trim())?.[1] ?? line;
	const cells = [''];
	for (const [piece] of framed.matchAll(/\\.|[^|\\]+|\\|\|/gsu)) {
		if (piece === '|') cells.push('');
		else cells.push((cells.pop() ?? '') + (piece === '\\|' ? '|' : piece));
	}
	return cells.map((cell) => cell.trim());
}

const newGrid = { rows: 3, columns: 2 } as const;

/** The cells of a typed table, every row as long as the longest; of none, a small empty grid to begin with. */
export function gridOfText(text: string): string[][] {
	const rows = text
		.split('\n')
		.filter((line) => line.trim() !== '')
		.map(cellsIn);
	if (rows.length === 0) return Array.from({ length: newGrid.rows }, () => emptyRow(newGrid.columns));
	const columns = Math.max(...rows.map((row) => row.length));
	return rows.map((row) => [...row, ...emptyRow(columns - row.length)]);
}

/** The same as text; of an empty grid nothing is left. */
function textOfGrid(grid: readonly (readonly string[])[]): string {
	if (grid.every((row) => row.every((cell) => cell.trim() === ''))) return '';
	return linesOf(grid);
}

/** What the buttons beside a table do to its end. */
export const gridSteps = ['row', 'column', 'less-rows', 'less-columns'] as const;
export type GridStep = (typeof gridSteps)[number];

/** The text with one row or column more or less at its end; one of each stays. */
export function resizedText(text: string, step: GridStep): string {
	const grid = gridOfText(text);
	const width = grid[0]?.length ?? 1;
	if (step === 'row') return linesOf([...grid, emptyRow(width)]);
	if (step === 'column') return linesOf(grid.map((row) => [...row, '']));
	if (step === 'less-rows') return linesOf(grid.slice(0, Math.max(1, grid.length - 1)));
	return linesOf(grid.map((row) => row.slice(0, Math.max(1, width - 1))));
}

/** The texts of the blocks, with those of tables made of the cells that were sent: `ID:ROWS:COLUMNS` for each table. */
export function withGrids(
	blocks: readonly { readonly id: string; readonly text: string }[],
	sent: { readonly grids: readonly string[]; readonly cells: readonly string[] },
): string[] {
	const texts = new Map<string, string>();
	let from = 0;
	for (const grid of sent.grids) {
		const [id = '', rows = 0, columns = 0] = grid
			.split(':')
			.map((part, at) => (at === 0 ? part : Number(part)));
		const cells = Array.from({ length: Number(rows) }, (_, row) =>
			sent.cells.slice(from + row * Number(columns), from + (row + 1) * Number(columns)),
		);
		from += Number(rows) * Number(columns);
		texts.set(String(id), textOfGrid(cells));
	}
	return blocks.map(({ id, text }) => texts.get(id) ?? text);
}

function emptyRow(length: number): string[] {
	return Array.from({ length }, () => '');
}

function linesOf(grid: readonly (readonly string[])[]): string {
	const said = (cell: string) => cell.replaceAll(/[\r\n]+/g, ' ').replaceAll('|', '\\|');
	return grid.map((row) => lineOf(row.map(said))).join('\n');
}

/** Cells between strokes, inside of a frame where both ends are empty: strokes at the ends alone would be taken for one. */
export function lineOf(cells: readonly string[]): string {
	const line = cells.join(' | ');
	return cells.at(0)?.trim() === '' && cells.at(-1)?.trim() === '' ? `| ${line} |` : line;
}
