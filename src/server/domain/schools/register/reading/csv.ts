/**
 * Tables of separated values, as they are written in the wild: any line end, quotes inside of cells, cells of
 * several lines. A quotation mark that is never closed costs its own line and not those behind it.
 */
import { longestRow, type TableLine } from './row.ts';

const quote = '"';
const newline = 10;
const carriageReturn = 13;

/** The lines of a decoded table. Memory holds one chunk and one row. */
export async function* readCsv(chunks: AsyncIterable<string>, delimiter: string): AsyncGenerator<TableLine> {
	let text = '';
	let line = 1;
	let first = true;
	for await (const chunk of chunks) {
		text += first ? chunk.replace(/^\ufeff/, '') : chunk;
		first &&= chunk === '';
		let from = 0;
		for (;;) {
			const row = nextRow(text, from, line, delimiter, false);
			if (!row) break;
			if (row.found) yield row.found;
			from = row.end;
			line = row.nextLine;
		}
		text = text.slice(from);
	}
	for (let from = 0; from < text.length;) {
		const row = nextRow(text, from, line, delimiter, true);
		if (!row) return;
		if (row.found) yield row.found;
		from = row.end;
		line = row.nextLine;
	}
}

type NextRow = { readonly found?: TableLine; readonly end: number; readonly nextLine: number };

/** The row that begins there; undefined when more of the file is needed to tell where it ends. */
function nextRow(text: string, from: number, line: number, delimiter: string, isAll: boolean) {
	const scan = scanRow(text, from, delimiter, isAll);
	if (scan === 'unfinished' && text.length - from <= longestRow) {
		return isAll ? restart(text, from, line, 'quotes-broken', isAll) : undefined;
	}
	if (scan === 'unfinished') return restart(text, from, line, 'too-long', isAll);
	if (scan === 'broken') return restart(text, from, line, 'quotes-broken', isAll);
	const { cells, end, lines } = scan;
	const nextLine = line + lines;
	if (end - from > longestRow)
		return { found: { line, cells: [], problem: 'too-long' }, end, nextLine } satisfies NextRow;
	if (cells.length === 1 && cells[0] === '') return { end, nextLine } satisfies NextRow;
	return { found: { line, cells }, end, nextLine } satisfies NextRow;
}

/** Gives the line up and goes on behind its end, wherever a quotation mark believed that to be. */
function restart(
	text: string,
	from: number,
	line: number,
	problem: 'quotes-broken' | 'too-long',
	isAll: boolean,
): NextRow | undefined {
	const end = endOfLine(text, from, isAll);
	// a line without an end that is longer than any row is thrown away as it comes
	if (end === undefined && problem === 'quotes-broken') return undefined;
	return { found: { line, cells: [], problem }, end: end ?? text.length, nextLine: line + 1 };
}

/** Where the next line begins; undefined when its end has not come yet. */
function endOfLine(text: string, from: number, isAll: boolean): number | undefined {
	for (let at = from; at < text.length; at++) {
		const letter = text[at];
		if (letter === '\n') return at + 1;
		if (letter !== '\r') continue;
		if (at + 1 === text.length && !isAll) return undefined;
		return text[at + 1] === '\n' ? at + 2 : at + 1;
	}
	return isAll ? text.length : undefined;
}

type Scan = { readonly cells: string[]; readonly end: number; readonly lines: number };

function scanRow(
	text: string,
	from: number,
	delimiter: string,
	isAll: boolean,
): Scan | 'unfinished' | 'broken' {
	const cells: string[] = [];
	let at = from;
	let lines = 1;
	for (;;) {
		if (text[at] === quote) {
			const cell = quotedCell(text, at + 1, isAll);
			if (typeof cell === 'string') return cell;
			cells.push(cell.text);
			lines += cell.lines;
			at = cell.end;
			while (text[at] === ' ') at++;
		} else {
			const end = endOfCell(text, at, delimiter);
			cells.push(text.slice(at, end));
			at = end;
		}
		if (at >= text.length) return isAll ? { cells, end: at, lines } : 'unfinished';
		if (text.startsWith(delimiter, at)) {
			at += delimiter.length;
			continue;
		}
		if (text[at] !== '\n' && text[at] !== '\r') return 'broken';
		const end = endOfLine(text, at, isAll);
		return end === undefined ? 'unfinished' : { cells, end, lines };
	}
}

function endOfCell(text: string, from: number, delimiter: string): number {
	const stop = delimiter.charCodeAt(0);
	let at = from;
	for (; at < text.length; at++) {
		const letter = text.charCodeAt(at);
		if (letter === newline || letter === carriageReturn) return at;
		if (letter === stop && text.startsWith(delimiter, at)) return at;
	}
	return at;
}

type Quoted = { readonly text: string; readonly end: number; readonly lines: number };

function quotedCell(text: string, from: number, isAll: boolean): Quoted | 'unfinished' | 'broken' {
	let end = from;
	for (;;) {
		end = text.indexOf(quote, end);
		if (end < 0) return 'unfinished';
		if (end + 1 === text.length && !isAll) return 'unfinished';
		if (text[end + 1] !== quote) break;
		end += 2;
	}
	const inside = text.slice(from, end);
	return {
		text: inside.replaceAll('""', quote),
		end: end + 1,
		lines: inside.match(/\r\n|\n|\r/g)?.length ?? 0,
	};
}

const delimiters = [',', ';', '\t', '|'] as const;

/** The delimiter that parts most lines of the beginning into the same number of cells, more than one. */
export async function detectDelimiter(beginning: string): Promise<string> {
	let best = { delimiter: ',', score: 0 };
	for (const delimiter of delimiters) {
		const widths = new Map<number, number>();
		let rows = 0;
		for await (const { cells } of readCsv(single(beginning), delimiter)) {
			if (rows++ === 50) break;
			if (cells.length > 1) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
		}
		// two columns are easily met by chance: a wider table that fits as many lines is the truer one
		const score = Math.max(0, ...[...widths].map(([width, count]) => count * Math.log2(width + 1)));
		if (score > best.score) best = { delimiter, score };
	}
	return best.delimiter;
}

async function* single(text: string): AsyncGenerator<string> {
	yield text;
}
