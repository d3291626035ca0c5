/** From a row of the source to what we keep of it, by the profile alone. */
import { sha256 } from '#platform/ids';
import { namingRules } from '../../names/languages.ts';
import { readableName } from '../../names/readable-name.ts';
import { mailboxOf } from '../../mailbox.ts';
import { indexed, websiteOf, type SchoolState } from '../../school.ts';
import type { Profile } from '../profile.ts';
import type { ReadProblem, SourceRow } from '../reading/row.ts';
import { kindReader, type Kind } from './kind.ts';
import { placer } from './place.ts';
import { regionReader } from './region.ts';
import { problemOfCode, tidyCode, type IdProblem } from './school-id.ts';
import { stateReader } from './state.ts';
import { fillerOf, type Cells } from './template.ts';

/** What of a source row may be stored: the columns on the profile's list, and nothing else. */
export type TakenRow = {
	readonly line: number;
	readonly code: string;
	readonly branch: string;
	readonly parent_code: string | null;
	readonly row_hash: Buffer;
	/** False for a row that is listed but cannot be taken: its school is not missing. */
	readonly is_school: boolean;
	readonly original_name: string;
	readonly name: string;
	readonly town: string;
	readonly region: string | null;
	readonly address: string | null;
	readonly postcode: string | null;
	readonly website: string | null;
	readonly mailbox: string | null;
	readonly levels: readonly string[];
	readonly language: string | null;
	readonly longitude: number | null;
	readonly latitude: number | null;
	readonly state: SchoolState;
	readonly state_since: string | null;
	readonly folded: string;
	readonly words: readonly string[];
};

/** Why a row is refused. */
export type RowProblem = ReadProblem | IdProblem | 'no-name' | 'no-town' | 'too-long' | 'state-unknown';

export type Taken = {
	readonly row?: TakenRow;
	readonly problem?: RowProblem;
	/** What the register says of a state that the profile does not know. */
	readonly unknownState?: string;
	/** The row is no school, or of a kind the profile does not know. */
	readonly leftOut?: Exclude<Kind, { is: 'school' }>;
	readonly edition?: string;
};

const longest = { code: 60, name: 300, town: 120 };
const longestText = 300;

/** Makes the function that takes the rows of one register. */
export function rowTaker(profile: Profile): (source: SourceRow) => Taken {
	const fill = fillerOf(profile);
	const rules = namingRules(profile.naming);
	const pattern = profile.id.pattern === undefined ? undefined : new RegExp(profile.id.pattern, 'u');
	const { id, take, edition } = profile;
	const [code, branch, parent] = [fill(id.code), branchReader(profile), fill(id.parent)];
	const [name, display, town, region] = [
		fill(take.name),
		fill(take.display),
		fill(take.town),
		fill(take.region),
	];
	const [address, postcode] = [fill(take.address), fill(take.postcode)];
	const [website, mailbox] = [fill(take.website), fill(take.mailbox)];
	const kindOf = kindReader(profile.kinds, fill);
	const [stateOf, saidOfState] = [stateReader(profile.states, fill), fill(profile.states?.column)];
	const placeOf = placer(profile.place, fill);
	const regionOf = regionReader(profile.regions, rules);

	return (source) => {
		const { cells, line } = source;
		if (source.problem !== undefined) return { problem: source.problem };
		const kind = kindOf(cells);
		if (kind.is === 'other') return { leftOut: kind };
		const key = tidyCode(code(cells), pattern);
		const idProblem = problemOfCode(key, pattern);
		if (idProblem) return { problem: idProblem };
		if (key.length > longest.code) return { problem: 'too-long' };
		const original = name(cells);
		const shown = readableName(display(cells) || original, rules);
		const where = readableName(town(cells), rules);
		const state = stateOf(cells);
		const problem = problemOf(original, where, state !== undefined);
		const point = placeOf(source);
		const row: TakenRow = {
			line,
			code: key,
			branch: branch(source),
			parent_code: parentOf(tidyCode(parent(cells), pattern), key),
			row_hash: hashOf(source, edition),
			is_school: kind.is === 'school' && problem === undefined,
			original_name: original.slice(0, longest.name),
			name: shown.slice(0, longest.name),
			town: where.slice(0, longest.town),
			region: orNull(regionOf(region(cells))),
			// where the street is not known, what stands behind it begins
			address: orNull(readableName(address(cells).replace(/^[,/\s]+/, ''), rules)),
			postcode: orNull(postcode(cells)),
			website: websiteOf(website(cells)),
			mailbox: mailboxOf(mailbox(cells)),
			levels: kind.is === 'school' ? kind.levels : [],
			language: profile.language ?? null,
			longitude: point?.[0] ?? null,
			latitude: point?.[1] ?? null,
			state: state?.state ?? 'open',
			state_since: state?.since ?? null,
			...indexed({ name: shown.slice(0, longest.name), town: where.slice(0, longest.town) }),
		};
		const said = edition === undefined ? undefined : cells[edition]?.trim();
		return {
			row,
			...(problem && { problem }),
			...(problem === 'state-unknown' && { unknownState: saidOfState(cells) }),
			...(kind.is === 'unknown' && { leftOut: kind }),
			...(said && { edition: said }),
		};
	};

	function problemOf(original: string, where: string, isStateKnown: boolean): RowProblem | undefined {
		if (original === '') return 'no-name';
		if (where === '') return 'no-town';
		if (original.length > longest.name || where.length > longest.town) return 'too-long';
		return isStateKnown ? undefined : 'state-unknown';
	}
}

/** Where the first row of a thing is the school itself, sites are the rows behind it that lie elsewhere. */
function branchReader(profile: Profile): (source: SourceRow) => string {
	const branch = fillerOf(profile)(profile.id.branch);
	if (!profile.id.isMainFirst) return ({ cells }) => branch(cells).slice(0, longest.code);
	let main = { line: 0, branch: '' };
	return ({ line, cells }) => {
		const own = branch(cells).slice(0, longest.code);
		if (line !== main.line) main = { line, branch: own };
		return own === main.branch ? '' : own;
	};
}

/** A school that is its own parent has none. */
function parentOf(parent: string, code: string): string | null {
	return parent === '' || parent === code || parent.length > longest.code ? null : parent;
}

function orNull(text: string): string | null {
	return text === '' ? null : text.slice(0, longestText);
}

/**
 * Eight bytes over the whole row but its edition. They tell that a row has changed, also in columns that are
 * not taken, and are too few and too mixed to tell what it said.
 */
function hashOf({ cells, point }: SourceRow, edition: string | undefined): Buffer {
	return sha256(wordsOf(cells, edition) + (point ? point.join(' ') : '')).subarray(0, 8);
}

function wordsOf(cells: Cells, edition: string | undefined): string {
	const said: string[] = [];
	for (const column of Object.keys(cells).sort()) {
		const cell = cells[column] ?? '';
		// the order of columns, a new empty one, and the number of a thing in its list are no change
		if (column !== edition && column !== '#' && cell !== '') said.push(`${column}\u0001${cell}`);
	}
	return said.join('\u0002');
}
