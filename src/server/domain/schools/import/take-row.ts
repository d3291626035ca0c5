/** From a row of the source to what we keep of it, by the profile alone. */
import { sha256 } from '#platform/ids';
import { readableName, tidyName } from '../names/readable-name.ts';
import { indexed, websiteOf, type SchoolState } from '../school.ts';
import type { Profile, Template } from './profile.ts';
import type { SourceRow } from './read-rows.ts';

/** What of a source row may be stored: the columns on the profile's list, and nothing else. */
export type TakenRow = {
	readonly line: number;
	readonly code: string;
	readonly branch: string;
	readonly row_hash: Buffer;
	readonly original_name: string;
	readonly name: string;
	readonly town: string;
	readonly region: string | null;
	readonly address: string | null;
	readonly postcode: string | null;
	readonly website: string | null;
	readonly levels: string[];
	readonly language: string | null;
	readonly longitude: number | null;
	readonly latitude: number | null;
	readonly state: SchoolState;
	readonly folded: string;
	readonly words: string[];
};

/** Why a row is skipped; `unknown-kind` alone is a remark on a row that is taken all the same. */
export type RowProblem = 'unreadable' | 'no-code' | 'no-name' | 'no-town' | 'too-long' | 'unknown-kind';

export type Taken = { readonly row?: TakenRow; readonly problem?: RowProblem; readonly edition?: string };

const longest = { code: 60, name: 300, town: 120 };

/** Takes the row, or says why not. */
export function takeRow(source: SourceRow, profile: Profile): Taken {
	const { cells } = source;
	if (!cells || Object.values(cells).some((cell) => cell.includes('\ufffd') || cell.includes('\0'))) {
		return { problem: 'unreadable' };
	}
	const fill = (template: Template | undefined) => filled(template, cells, profile.nullTokens);
	const code = fill(profile.id.code);
	const original = fill(profile.take.name);
	const name = readableName(original, profile.naming);
	const town = readableName(fill(profile.take.town), profile.naming);
	const problem = problemOf(code, name, town);
	if (problem) return { problem };
	const kind = cells[profile.kinds.column]?.trim() ?? '';
	const levels = profile.kinds.levels[kind];
	const row: TakenRow = {
		line: source.line,
		code,
		branch: fill(profile.id.branch),
		row_hash: hashOf(source, profile.edition),
		original_name: original,
		name,
		town,
		region: regionOf(fill(profile.take.region), profile),
		address: orNull(readableName(fill(profile.take.address), profile.naming)),
		postcode: orNull(fill(profile.take.postcode)),
		website: websiteOf(fill(profile.take.website)),
		levels: [...(levels ?? [])],
		language: profile.language ?? null,
		longitude: (profile.takesPlace && source.place?.[0]) ?? null,
		latitude: (profile.takesPlace && source.place?.[1]) ?? null,
		state: profile.states?.states[cells[profile.states.column] ?? ''] ?? 'open',
		...indexed({ name, town }),
	};
	const edition = profile.edition === undefined ? undefined : cells[profile.edition];
	return { row, ...(levels ? {} : { problem: 'unknown-kind' as const }), ...(edition ? { edition } : {}) };
}

function filled(
	template: Template | undefined,
	cells: Readonly<Record<string, string>>,
	nullTokens: readonly string[],
): string {
	const text = (template ?? '').replace(/\{([^}]+)\}/g, (_, column: string) => {
		const cell = cells[column]?.trim() ?? '';
		return nullTokens.includes(cell) ? '' : cell;
	});
	return text.replace(/\s+/g, ' ').trim();
}

function problemOf(code: string, name: string, town: string): RowProblem | undefined {
	if (code === '') return 'no-code';
	if (name === '') return 'no-name';
	if (town === '') return 'no-town';
	return code.length > longest.code || name.length > longest.name || town.length > longest.town
		? 'too-long'
		: undefined;
}

function regionOf(written: string, profile: Profile): string | null {
	return orNull(profile.regions?.[written] ?? readableName(tidyName(written), profile.naming));
}

function orNull(text: string): string | null {
	return text === '' ? null : text.slice(0, 300);
}

/**
 * Eight bytes over the whole row but its edition. They tell that a row has changed, also in columns that are
 * not taken, and are too few and too mixed to tell what it said.
 */
function hashOf(source: SourceRow, edition: string | undefined): Buffer {
	const said = Object.entries(source.cells ?? {}).filter(([column]) => column !== edition);
	return sha256(JSON.stringify([said.sort(), source.place ?? null])).subarray(0, 8);
}
