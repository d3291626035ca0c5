/** Lists in JSON and GeoJSON, thing by thing; nested things become columns like `address.street`. */
import { Transform, type Readable } from 'node:stream';
import chain from 'stream-chain';
import { parser as jsonParser } from 'stream-json';
import { pick } from 'stream-json/filters/pick.js';
import { streamArray } from 'stream-json/streamers/stream-array.js';
import { Invalid } from '#platform/errors';
import { longestRow, type SourceRow } from './row.ts';
import { columnsMissing } from './table.ts';

export type JsonShape = {
	/** Where the list lies, such as `data.schools`; empty: the document is the list. */
	readonly list: string;
	/** A list inside of each thing, each of which makes a row of its own. */
	readonly each?: string | undefined;
	readonly isGeoJson?: boolean;
};

/** How many bytes may pass without a thing being complete. */
const largestThing = 4_000_000;

/** The rows of the list. `found` is told the columns of the first rows; a row without a needed column is none. */
export async function* readJson(
	bytes: Readable,
	shape: JsonShape,
	needed: readonly string[],
	found: (columns: readonly string[]) => void,
): AsyncGenerator<SourceRow> {
	const watch = { since: 0 };
	const list = shape.isGeoJson ? 'features' : shape.list;
	const steps =
		list === '' ? [jsonParser(), streamArray()] : [jsonParser(), pick({ filter: list }), streamArray()];
	const things = chain([watched(bytes, watch), ...steps] as Parameters<typeof chain>[0]);
	const columns = new Set<string>();
	let isChecked = false;
	for await (const { key, value } of things as AsyncIterable<{ key: number; value: unknown }>) {
		watch.since = 0;
		for (const row of rowsOf(key + 1, value, shape)) {
			if (!isChecked && row.problem === undefined) {
				for (const column of Object.keys(row.cells)) columns.add(column);
				const missing = needed.filter((column) => !columns.has(column));
				if (missing.length > 0 && key === 0) throw columnsMissing(needed, [...columns]);
				isChecked = true;
				found([...columns]);
			}
			yield row;
		}
	}
	if (!isChecked) throw columnsMissing(needed, []);
}

function watched(bytes: Readable, watch: { since: number }): Transform {
	const counter = new Transform({
		transform(chunk: Buffer, _encoding, done) {
			watch.since += chunk.length;
			done(watch.since > largestThing ? new Invalid('too-large') : null, chunk);
		},
	});
	bytes.on('error', (error) => counter.destroy(error));
	return bytes.pipe(counter);
}

function rowsOf(line: number, thing: unknown, shape: JsonShape): SourceRow[] {
	if (!isRecord(thing)) return [{ line, cells: {}, problem: 'not-a-row' }];
	if (shape.isGeoJson) return [rowOfFeature(line, thing)];
	const { each } = shape;
	if (each === undefined) return [rowOfCells(line, flat(thing))];
	const { [each]: inner, ...outer } = thing;
	if (!Array.isArray(inner) || inner.length === 0) return [{ line, cells: {}, problem: 'not-a-row' }];
	const around = flat(outer);
	return inner.map((one: unknown, place) =>
		isRecord(one)
			? rowOfCells(line, { ...around, ...flat(one, `${each}.`), '#': String(place + 1) })
			: { line, cells: {}, problem: 'not-a-row' },
	);
}

function rowOfFeature(line: number, feature: Readonly<Record<string, unknown>>): SourceRow {
	if (!isRecord(feature['properties'])) return { line, cells: {}, problem: 'not-a-row' };
	const row = rowOfCells(line, flat(feature['properties']));
	const point = pointOf(feature['geometry']);
	return point ? { ...row, point } : row;
}

function rowOfCells(line: number, cells: Record<string, string>): SourceRow {
	let size = 0;
	for (const cell of Object.values(cells)) size += cell.length;
	return size > longestRow ? { line, cells: {}, problem: 'too-long' } : { line, cells };
}

/** `{a: {b: 1}, c: [2, 3]}` → a.b: 1, c: 2|3. */
function flat(thing: Readonly<Record<string, unknown>>, under = '', depth = 0): Record<string, string> {
	const cells: Record<string, string> = Object.create(null) as Record<string, string>;
	for (const [name, value] of Object.entries(thing)) {
		if (isRecord(value) && depth < 4) Object.assign(cells, flat(value, `${under}${name}.`, depth + 1));
		else cells[under + name] = textOf(value);
	}
	return cells;
}

function textOf(value: unknown): string {
	if (typeof value === 'string' || typeof value === 'boolean') return String(value);
	// a number too long for a number has lost digits: so written, it is refused where it is an id
	if (typeof value === 'number')
		return Number.isInteger(value) && !Number.isSafeInteger(value) ? value.toExponential() : String(value);
	return Array.isArray(value) ? value.map(textOf).filter(Boolean).join('|') : '';
}

/** The point of a GeoJSON geometry, in degrees. */
export function pointOf(geometry: unknown): readonly [number, number] | undefined {
	if (!isRecord(geometry) || geometry['type'] !== 'Point' || !Array.isArray(geometry['coordinates']))
		return undefined;
	const [longitude, latitude] = geometry['coordinates'] as unknown[];
	return typeof longitude === 'number' && typeof latitude === 'number' ? [longitude, latitude] : undefined;
}

function isRecord(thing: unknown): thing is Readonly<Record<string, unknown>> {
	return typeof thing === 'object' && thing !== null && !Array.isArray(thing);
}
