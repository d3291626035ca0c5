/** What every reader makes of a file: lines of cells, or rows of named cells, each with the number one finds it under. */

/** One line of a table as it lies in the file. */
export type TableLine = {
	/** As editors and spreadsheets count: the first is 1. */
	readonly line: number;
	readonly cells: readonly string[];
	/** The line cannot be read; its cells are empty. */
	readonly problem?: ReadProblem;
};

/** One row of a register, its cells by the names of their columns. */
export type SourceRow = {
	/** The line of a table, or the number of the thing in a list: what one looks up in the file. */
	readonly line: number;
	readonly cells: Readonly<Record<string, string>>;
	/** A point of a GeoJSON feature. */
	readonly point?: readonly [longitude: number, latitude: number];
	readonly problem?: ReadProblem;
};

/** Why a row cannot even be read. */
export const readProblems = [
	'letters-broken',
	'quotes-broken',
	'too-many-cells',
	'too-few-cells',
	'too-long',
	'not-a-row',
] as const;
export type ReadProblem = (typeof readProblems)[number];

/** No row of a register is longer, in characters. */
export const longestRow = 200_000;
/** No table of a register is wider. */
export const mostColumns = 500;
