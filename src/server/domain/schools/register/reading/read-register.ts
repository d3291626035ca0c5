/** The one way every register is read: bytes, entries of an archive, letters, lines, rows by the names of columns. */
import type { Readable } from 'node:stream';
import iconv from 'iconv-lite';
import { Invalid } from '#platform/errors';
import { columnsOf, type Format, type Profile } from '../profile.ts';
import { detectDelimiter, readCsv } from './csv.ts';
import { detectEncoding } from './encoding.ts';
import { readHtmlTable } from './html-table.ts';
import { readJson } from './json.ts';
import type { SourceRow, TableLine } from './row.ts';
import { openSource, type Piece, type Source } from './source.ts';
import { rowsOfTable, type Layout } from './table.ts';
import { asTold } from './unreadable.ts';
import { isWorkbook, readSheet } from './xlsx.ts';
import type { Archive } from './zip.ts';

export type Reading = {
	/** The rows in their order, once. Throws Invalid when the file is not of the profile's kind. */
	readonly rows: AsyncIterable<SourceRow>;
	/** What the file turned out to be, filled in while it is read. */
	readonly facts: ReadingFacts;
};

export type ReadingFacts = {
	columns: readonly string[];
	encoding?: string;
	delimiter?: string;
	/** The files it lies in, where there are several, each with the number of the last row before it. */
	files?: readonly FileOfRows[];
};

export type FileOfRows = { readonly name: string; readonly before: number };

/** Opens a file as the register of this profile. `languages` help to tell how its letters are written. */
export function readRegister(path: string, profile: Profile, languages: readonly string[]): Reading {
	const facts: ReadingFacts = { columns: [] };
	const manner = { format: profile.format, needed: columnsOf(profile), languages };
	return { rows: rowsIn(path, manner, facts), facts };
}

export type Manner = {
	readonly format: Format;
	readonly needed: readonly string[];
	readonly languages: readonly string[];
};

/** The rows of a file read in this manner, once; where no column is needed, with whatever columns there are. */
export async function* rowsIn(path: string, manner: Manner, facts: ReadingFacts): AsyncGenerator<SourceRow> {
	const { format } = manner;
	let source: Source | undefined;
	try {
		source = await openSource(path, entryOf(format));
		yield* rowsOf(source, manner, facts);
	} catch (error) {
		throw asTold(error, format.kind);
	} finally {
		source?.close();
	}
}

/** A workbook is an archive itself: the sheet is chosen inside. */
function entryOf(format: Format): string | undefined {
	return format.kind === 'xlsx' ? 'xl/workbook.xml' : format.entry;
}

/**
 * The rows of all pieces, numbered through: the first of a piece comes behind the last of the one before. What is wrong
 * with a piece as a whole is said with its name.
 */
async function* rowsOf(source: Source, manner: Manner, facts: ReadingFacts): AsyncGenerator<SourceRow> {
	const { pieces } = source;
	const files: FileOfRows[] = [];
	if (pieces.length > 1) facts.files = files;
	let last = 0;
	for (const piece of pieces) {
		const before = last;
		files.push({ name: piece.name ?? '', before });
		try {
			for await (const row of rowsOfPiece(source, piece, manner, facts)) {
				last = before + row.line;
				yield before === 0 ? row : { ...row, line: last };
			}
		} catch (error) {
			if (!(error instanceof Invalid) || pieces.length === 1) throw error;
			throw new Invalid(error.code, { ...error.details, file: piece.name ?? '' });
		}
	}
}

async function* rowsOfPiece(
	{ archive }: Source,
	piece: Piece,
	{ format, needed, languages }: Manner,
	facts: ReadingFacts,
): AsyncGenerator<SourceRow> {
	const found = (columns: readonly string[]) =>
		void (facts.columns = [...new Set([...facts.columns, ...columns])]);
	if (format.kind === 'json' || format.kind === 'geojson') {
		const shape = format.kind === 'json' ? format : { list: '', isGeoJson: true };
		yield* readJson(await piece.open(), shape, needed, found);
	} else {
		const lines = await linesOf(archive, piece, { format, languages }, facts);
		yield* rowsOfTable(lines, layoutOf(format), needed, found);
	}
}

function layoutOf(format: Exclude<Format, { kind: 'json' } | { kind: 'geojson' }>): Layout {
	const { headerRow, carryDown, headingsInto } = format;
	return { headerRow, carryDown, headingsInto, isRagged: format.kind !== 'csv' };
}

/** The lines of a table, whatever kind of file it lies in. */
async function linesOf(
	archive: Archive | undefined,
	piece: Piece,
	{
		format,
		languages,
	}: {
		readonly format: Exclude<Format, { kind: 'json' } | { kind: 'geojson' }>;
		readonly languages: readonly string[];
	},
	facts: ReadingFacts,
): Promise<AsyncIterable<TableLine>> {
	if (format.kind === 'xlsx') {
		if (!archive || !isWorkbook(archive)) throw new Invalid('unreadable', { kind: 'xlsx' });
		return withSoundLetters(readSheet(archive, format.sheet));
	}
	const encoding = format.encoding ?? (await encodingOf(piece, languages));
	facts.encoding ??= encoding;
	const text = async () => decoded(await piece.open(), encoding);
	if (format.kind === 'html') return withSoundLetters(readHtmlTable(await text(), format.table));
	const delimiter = format.delimiter ?? (await detectDelimiter(await beginningOf(await text())));
	facts.delimiter ??= delimiter;
	return withSoundLetters(readCsv(await text(), delimiter));
}

async function encodingOf(piece: Piece, languages: readonly string[]): Promise<string> {
	const { encoding, sure } = await detectEncoding(await piece.open(), languages);
	if (!sure) throw new Invalid('encoding-unclear', { encoding });
	return encoding;
}

function decoded(bytes: Readable, encoding: string): AsyncIterable<string> & Readable {
	const decoder = iconv.decodeStream(encoding, { stripBOM: true }) as unknown as Readable &
		NodeJS.WritableStream;
	bytes.on('error', (error) => (decoder as Readable).destroy(error));
	decoder.on('close', () => bytes.destroy());
	return bytes.pipe(decoder) as unknown as AsyncIterable<string> & Readable;
}

const beginning = 64_000;

async function beginningOf(text: AsyncIterable<string>): Promise<string> {
	let read = '';
	for await (const chunk of text) {
		read += chunk;
		if (read.length >= beginning) break;
	}
	const end = Math.max(read.lastIndexOf('\n'), read.lastIndexOf('\r'));
	return read.length < beginning || end < 0 ? read : read.slice(0, end + 1);
}

/** Letters that were no letters of the encoding, or that nobody types, tell that a row was damaged on its way. */
const broken = /[\ufffd\0-\x08\x0e-\x1f\x7f-\x9f]/;

async function* withSoundLetters(lines: AsyncIterable<TableLine>): AsyncGenerator<TableLine> {
	for await (const line of lines) {
		yield line.cells.some((cell) => broken.test(cell))
			? { line: line.line, cells: [], problem: 'letters-broken' }
			: line;
	}
}
