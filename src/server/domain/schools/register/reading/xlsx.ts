/**
 * Sheets of a workbook (XLSX), row by row. The file is an archive of XML: the sheet streams through, and only the
 * texts it shares between cells lie in memory, as bytes and up to a limit. No formula is reckoned and no link is followed.
 */
import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { Parser } from 'htmlparser2';
import { Invalid } from '#platform/errors';
import { longestRow, mostColumns, type TableLine } from './row.ts';
import { SharedTexts } from './shared-texts.ts';
import { meaningOf, numberText, type NumberMeaning } from './xlsx-styles.ts';
import type { Archive } from './zip.ts';

/** Letters of all shared texts together; each is one to three bytes in memory. */
const mostSharedLetters = 60_000_000;
const mostShared = 3_000_000;

type Handler = {
	readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
	readonly text?: (text: string) => void;
	readonly close?: (name: string) => void;
};

/** Feeds an XML document to the handler; yields after each piece of it. */
async function* parsed(bytes: Readable, handler: Handler): AsyncGenerator<undefined> {
	const parser = new Parser(
		{
			onopentag: (name, attributes) => handler.open?.(localName(name), attributes),
			ontext: (text) => handler.text?.(text),
			onclosetag: (name) => handler.close?.(localName(name)),
		},
		{ xmlMode: true, decodeEntities: true },
	);
	const decoder = new StringDecoder('utf8');
	for await (const chunk of bytes as AsyncIterable<Buffer>) {
		parser.write(decoder.write(chunk));
		yield undefined;
	}
	parser.end(decoder.end());
	yield undefined;
}

async function parseWhole(archive: Archive, entry: string, handler: Handler): Promise<void> {
	if (!archive.has(entry)) return;
	for await (const _ of parsed(await archive.open(entry), handler));
}

function localName(name: string): string {
	return name.slice(name.indexOf(':') + 1);
}

const workbookEntry = 'xl/workbook.xml';

/** Whether an archive holds a workbook. */
export function isWorkbook(archive: Archive): boolean {
	return archive.has(workbookEntry);
}

/** Whether it holds one of another program (ODS, XLSB), which nobody here reads. */
export function isForeignWorkbook(archive: Archive): boolean {
	return (
		archive.has('xl/workbook.bin') || (archive.has('content.xml') && archive.has('META-INF/manifest.xml'))
	);
}

type Workbook = {
	readonly sheets: readonly { readonly name: string; readonly entry: string }[];
	readonly from1904: boolean;
};

/** The names of the sheets, in their order. */
export async function sheetsOf(archive: Archive): Promise<string[]> {
	return (await readWorkbook(archive)).sheets.map((sheet) => sheet.name);
}

async function readWorkbook(archive: Archive): Promise<Workbook> {
	const targets = new Map<string, string>();
	await parseWhole(archive, 'xl/_rels/workbook.xml.rels', {
		open: (name, { Id, Target }) => {
			if (name === 'Relationship' && Id && Target) targets.set(Id, Target);
		},
	});
	const sheets: { name: string; entry: string }[] = [];
	let from1904 = false;
	await parseWhole(archive, workbookEntry, {
		open: (tag, attributes) => {
			if (tag === 'workbookPr') from1904 = /^(1|true)$/.test(attributes['date1904'] ?? '');
			if (tag !== 'sheet') return;
			const target = targets.get(attributes['r:id'] ?? '') ?? '';
			const entry = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
			sheets.push({ name: attributes['name'] ?? '', entry });
		},
	});
	return { sheets, from1904 };
}

/** The lines of one sheet, by its name or its number from 1. Throws Invalid where there is no such sheet. */
export async function* readSheet(archive: Archive, wanted: string | number): AsyncGenerator<TableLine> {
	const { sheets, from1904 } = await readWorkbook(archive);
	const sheet =
		typeof wanted === 'number'
			? sheets[wanted - 1]
			: sheets.find(({ name }) => name.trim().toLowerCase() === wanted.trim().toLowerCase());
	if (!sheet || !archive.has(sheet.entry)) {
		throw new Invalid('sheet-missing', { sheet: wanted, sheets: sheets.map(({ name }) => name).join(', ') });
	}
	const workbook = { from1904, shared: await readShared(archive), meanings: await readMeanings(archive) };
	const ready: TableLine[] = [];
	const handler = sheetHandler(workbook, (line) => ready.push(line));
	for await (const _ of parsed(await archive.open(sheet.entry), handler)) yield* ready.splice(0);
}

/** Texts that cells share; what is read for Japanese readers beside a text is left away. */
async function readShared(archive: Archive): Promise<SharedTexts> {
	const shared = new SharedTexts();
	let text = '';
	let letters = 0;
	let isText = false;
	let isReading = false;
	await parseWhole(archive, 'xl/sharedStrings.xml', {
		open: (name) => {
			if (name === 'si') text = '';
			if (name === 'rPh') isReading = true;
			isText = name === 't' && !isReading;
		},
		text: (piece) => {
			if (!isText) return;
			text += piece;
			if (text.length > longestRow) throw new Invalid('too-large');
		},
		close: (name) => {
			isText = false;
			if (name === 'rPh') isReading = false;
			if (name !== 'si') return;
			letters += text.length;
			if (letters > mostSharedLetters || shared.count >= mostShared) throw new Invalid('too-large');
			shared.add(text);
		},
	});
	return shared;
}

async function readMeanings(archive: Archive): Promise<NumberMeaning[]> {
	const codes = new Map<number, string>();
	const meanings: NumberMeaning[] = [];
	let isCellStyle = false;
	await parseWhole(archive, 'xl/styles.xml', {
		open: (name, { numFmtId, formatCode }) => {
			if (name === 'numFmt' && formatCode) codes.set(Number(numFmtId), formatCode);
			if (name === 'cellXfs') isCellStyle = true;
			if (name === 'xf' && isCellStyle)
				meanings.push(meaningOf(Number(numFmtId), codes.get(Number(numFmtId))));
		},
		close: (name) => {
			if (name === 'cellXfs') isCellStyle = false;
		},
	});
	return meanings;
}

type CellContext = {
	readonly from1904: boolean;
	readonly shared: SharedTexts;
	readonly meanings: readonly NumberMeaning[];
};

function sheetHandler(context: CellContext, found: (line: TableLine) => void): Handler {
	let line = 0;
	let cells: string[] = [];
	let size = 0;
	let column = 0;
	let type = '';
	let style = 0;
	let text = '';
	let isValue = false;
	return {
		open: (name, attributes) => {
			if (name === 'row') {
				line = Number(attributes['r'] ?? line + 1);
				[cells, size, column] = [[], 0, 0];
			} else if (name === 'c') {
				column = columnOf(attributes['r']) ?? column + 1;
				if (column > mostColumns) throw new Invalid('too-many-columns', { most: mostColumns });
				[type, style, text] = [attributes['t'] ?? 'n', Number(attributes['s'] ?? 0), ''];
			} else isValue = name === 'v' || name === 't';
		},
		text: (piece) => {
			if (!isValue) return;
			size += piece.length;
			if (size <= longestRow) text += piece;
		},
		close: (name) => {
			isValue = false;
			if (name === 'c') {
				while (cells.length < column) cells.push('');
				cells[column - 1] = cellText(text, type, style, context);
			} else if (name === 'row') {
				found(size > longestRow ? { line, cells: [], problem: 'too-long' } : { line, cells });
			}
		},
	};
}

/** `C12` stands in column 3. */
function columnOf(reference: string | undefined): number | undefined {
	const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0];
	if (!letters) return undefined;
	return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

function cellText(text: string, type: string, style: number, context: CellContext): string {
	if (type === 's') return context.shared.at(Number(text));
	if (type === 'b') return text === '1' ? 'true' : 'false';
	// a formula that went wrong says nothing about a school
	if (type === 'e') return '';
	if (type === 'n') return numberText(text, context.meanings[style] ?? 'plain', context.from1904);
	return text;
}
