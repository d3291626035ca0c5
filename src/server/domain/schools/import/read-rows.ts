/** Reads the rows of a register's file as a stream, whatever its size, and never more of an archive than one entry. */
import { createReadStream } from 'node:fs';
import { Transform, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { parse, type Info } from 'csv-parse';
import iconv from 'iconv-lite';
import chain from 'stream-chain';
import { parser as jsonParser } from 'stream-json';
import { pick } from 'stream-json/filters/pick.js';
import { streamArray } from 'stream-json/streamers/stream-array.js';
import yauzl from 'yauzl';
import { Invalid } from '#platform/errors';
import type { CsvFormat, GeoJsonFormat, Profile } from './profile.ts';

export type SourceRow = {
	/** The line of a table, or the number of the feature: what one looks up in the file. */
	readonly line: number;
	/** Undefined where the row itself cannot be read. */
	readonly cells?: Readonly<Record<string, string>>;
	readonly place?: readonly [longitude: number, latitude: number];
};

/** A register of all schools of a large country is far below this; what is above is no register. */
const mostBytes = 1_000_000_000;
const longestRow = 100_000;

/** The rows in their order. Throws Invalid when the file is not of the profile's kind. */
export function readRows(
	file: string,
	profile: Profile,
	needed: readonly string[],
): AsyncIterable<SourceRow> {
	return profile.format.kind === 'csv'
		? readCsv(file, profile.format, needed)
		: readGeoJson(file, profile.format, needed);
}

async function* readCsv(
	file: string,
	format: CsvFormat,
	needed: readonly string[],
): AsyncGenerator<SourceRow> {
	const unreadable: number[] = [];
	const table = parse({
		delimiter: format.delimiter,
		bom: true,
		from_line: format.headerRow,
		columns: (header: string[]) => checkedHeader(header, needed),
		info: true,
		max_record_size: longestRow,
		skip_empty_lines: true,
		skip_records_with_error: true,
		on_skip: (error) => {
			unreadable.push(Number(error?.['lines'] ?? 0));
			return undefined;
		},
	});
	const bytes = file.endsWith('.gz') ? piped(createReadStream(file), createGunzip()) : createReadStream(file);
	const records = piped(piped(piped(bytes, limited()), iconv.decodeStream(format.encoding)), table);
	for await (const { record, info } of records as AsyncIterable<{
		record: Record<string, string>;
		info: Info;
	}>) {
		for (const line of unreadable.splice(0)) yield { line };
		yield { line: info.lines, cells: record };
	}
	for (const line of unreadable) yield { line };
}

function checkedHeader(header: string[], needed: readonly string[]): string[] {
	const missing = needed.filter((column) => !header.includes(column));
	if (missing.length > 0) throw new Invalid('columns-missing', { columns: missing.join(', ') });
	return header;
}

async function* readGeoJson(
	file: string,
	format: GeoJsonFormat,
	needed: readonly string[],
): AsyncGenerator<SourceRow> {
	const bytes = await openEntry(file, format.entry);
	const features = chain([
		piped(bytes, limited()),
		jsonParser(),
		pick({ filter: 'features' }),
		streamArray(),
	]);
	for await (const { key, value } of features as AsyncIterable<{ key: number; value: unknown }>) {
		yield rowOfFeature(key + 1, value, needed);
	}
}

/** The named entry as a stream, never larger than it says of itself. */
async function openEntry(file: string, name: string): Promise<Readable> {
	const archive = await yauzl.openPromise(file, { validateEntrySizes: true });
	for await (const entry of archive.eachEntry()) {
		if (entry.fileName !== name) continue;
		if (entry.uncompressedSize > mostBytes) throw new Invalid('too-large');
		return archive.openReadStreamPromise(entry);
	}
	throw new Invalid('entry-missing', { entry: name });
}

function rowOfFeature(line: number, feature: unknown, needed: readonly string[]): SourceRow {
	if (!isRecord(feature) || !isRecord(feature['properties'])) return { line };
	const cells: Record<string, string> = {};
	for (const [column, cell] of Object.entries(feature['properties'])) cells[column] = textOf(cell);
	if (needed.some((column) => !Object.hasOwn(cells, column))) return { line };
	const place = placeOf(feature['geometry']);
	return place ? { line, cells, place } : { line, cells };
}

function textOf(cell: unknown): string {
	return typeof cell === 'string' || typeof cell === 'number' ? String(cell) : '';
}

function placeOf(geometry: unknown): readonly [number, number] | undefined {
	if (!isRecord(geometry) || geometry['type'] !== 'Point' || !Array.isArray(geometry['coordinates']))
		return undefined;
	const [longitude, latitude] = geometry['coordinates'] as unknown[];
	const sound = typeof longitude === 'number' && typeof latitude === 'number';
	return sound && Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90 ? [longitude, latitude] : undefined;
}

function isRecord(thing: unknown): thing is Record<string, unknown> {
	return typeof thing === 'object' && thing !== null && !Array.isArray(thing);
}

/** Like `pipe`, but what breaks upstream breaks downstream too. */
function piped<T extends NodeJS.ReadWriteStream>(
	from: Readable | NodeJS.ReadableStream,
	to: T,
): T & Readable {
	from.on('error', (error) => (to as unknown as Transform).destroy(error));
	return from.pipe(to) as T & Readable;
}

function limited(): Transform {
	let bytes = 0;
	return new Transform({
		transform(chunk: Buffer, _encoding, done) {
			bytes += chunk.length;
			done(bytes > mostBytes ? new Invalid('too-large') : null, chunk);
		},
	});
}
