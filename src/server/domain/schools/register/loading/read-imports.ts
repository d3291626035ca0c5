/** Reads for the pages of registers: the overview, one import, the columns of its file, the questions. */
import { languagesOf } from '#domain/places';
import type { Context } from '#platform/context';
import { Forbidden, Invalid } from '#platform/errors';
import { demand, may } from '../abilities.ts';
import {
	changedSince,
	importsOf,
	registersOf,
	type ImportFailure,
	type ImportRow,
	type RegisterRow,
} from '../editions/imports.sql.ts';
import { completed, guessedColumns, guessedEntry, type MetLater } from '../mapping-guesses.ts';
import { chosenFormat, profileOfMapping } from '../mapping-profile.ts';
import { columnsNamed, mappingFor, mappingForm, type Mapping } from '../mapping.ts';
import type { Profile } from '../profile.ts';
import { profileNamed } from '../profile-of.ts';
import { profiles } from '../profiles/all.ts';
import { reachedCountries, reachImport } from '../reach.ts';
import { filesIn } from '../reading/source.ts';
import type { Taken } from '../taking/take-row.ts';
import { withImportFile } from './import-file.ts';
import { seenOf, stageOf, type ImportStage } from './import-stage.ts';
import { lookAtFile, tryProfile, type FileLook } from './look-at-file.ts';
import { mappingById, mappingsOf } from './mappings.sql.ts';

const pageSize = 40;

export type Registers = {
	readonly countries: readonly string[];
	readonly registers: readonly RegisterRow[];
	readonly imports: readonly ImportRow[];
	readonly next: string | undefined;
};

/** The registers of the desk's countries, and what was loaded when; the central desk sees all. */
export async function registersFor(ctx: Context, after?: string): Promise<Registers> {
	const countries = await countriesOfDesk(ctx);
	const imports = await importsOf(ctx, { countries, after: readCursor(after), most: pageSize + 1 });
	const shown = imports.slice(0, pageSize);
	const last = shown.at(-1);
	return {
		countries,
		registers: await registersOf(ctx, countries),
		imports: shown,
		next: imports.length > pageSize && last ? `${last.begun_at.getTime()}_${last.id}` : undefined,
	};
}

/** The countries whose registers the acting officer works with. */
export async function countriesOfDesk(ctx: Context): Promise<readonly string[]> {
	if (!may(ctx.actor, 'register.see', { covered: true })) throw new Forbidden('register.see');
	return reachedCountries(ctx);
}

/** A cursor somebody made up is no cursor. */
export function readCursor(text: string | undefined): { at: Date; id: string } | undefined {
	const [, at, id] = /^(\d{1,15})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(text ?? '') ?? [];
	return at && id ? { at: new Date(Number(at)), id } : undefined;
}

/** What a list is called: a profile of ours by its title, another as its officer named it. */
export function listTitle(profileName: string): string {
	return profileNamed(profileName)?.title ?? profileName;
}

export type KnownList = { readonly value: string; readonly name: string; readonly country: string };

/** The lists one can load without choosing columns: ours, and those whose columns were chosen before. */
export async function listsFor(ctx: Context, countries: readonly string[]): Promise<KnownList[]> {
	const own = profiles.filter(({ country }) => countries.includes(country));
	const chosen = await mappingsOf(ctx, countries);
	return [
		...own.map(({ name, title, country }) => ({ value: `profile:${name}`, name: title, country })),
		...chosen.map(({ id, name, country }) => ({ value: `mapping:${id}`, name, country })),
	];
}

export type ImportView = ImportRow & {
	readonly stage: ImportStage;
	/** The columns of this list are chosen by officers. */
	readonly ownColumns: boolean;
	/** Nothing was built on it, so that it can be undone. */
	readonly newest: boolean;
	/** What the forms of its page carry: what was seen when they were opened. */
	readonly seen: string;
};

/** One import as its page shows it. */
export async function importFor(ctx: Context, id: string): Promise<ImportView> {
	const { row, standing } = await reachImport(ctx, id);
	demand(ctx, 'register.see', standing);
	const newest = row.applied_at !== null && !(await changedSince(ctx, row, row.applied_at));
	const ownColumns = profileNamed(row.profile_name) === undefined;
	return { ...row, stage: stageOf(row), ownColumns, newest, seen: seenOf(row) };
}

export type ColumnsView = {
	readonly look: FileLook | undefined;
	/** The files of an archive that holds several. */
	readonly files: readonly string[];
	/** Why the file cannot be read as it was chosen. */
	readonly failure: ImportFailure | undefined;
	readonly mapping: Mapping;
	/** Languages in which schools of the country may work. */
	readonly languages: readonly string[];
	readonly preview: readonly { readonly line: number; readonly taken: Taken }[];
};

const previewRows = 12;

/** Nothing chosen yet. */
const blank = mappingForm.parse({});

/**
 * The columns of an import's file with what is chosen of them, and the first rows as they would be taken so. What
 * is not chosen yet comes from the last edition of the list, or is guessed from the names of the columns.
 */
export async function columnsFor(ctx: Context, id: string, asked: Mapping | undefined): Promise<ColumnsView> {
	const view = await importFor(ctx, id);
	const languages = (await languagesOf(ctx, view.country)) ?? [];
	const before = asked ? undefined : await chosenBefore(ctx, view);
	let files: readonly string[] = [];
	try {
		return await withImportFile(ctx, view, async (path) => {
			files = await filesIn(path);
			const inArchive = (mapping: Mapping) => ({ ...mapping, entry: guessedEntry(mapping.entry, files) });
			const look = await lookedAt(
				path,
				{ chosen: inArchive(asked ?? before ?? blank), isAsked: asked !== undefined },
				inArchive(blank),
				languages,
			);
			const names = look.columns.map((column) => column.name);
			const given = inArchive(asked ?? (before ? mappingFor(before, names) : blank));
			const chosen = columnsNamed(given).length > 0 ? given : { ...given, ...guessedColumns(names) };
			const mapping = completed(chosen, look, metLater(view));
			const named = { name: view.profile_name, scheme: view.scheme, country: view.country, languages };
			const profile = profileOfMapping(mapping, look.guess, named);
			const tried = await triedRows(path, profile, languages);
			return { look, files, mapping, languages, ...tried };
		});
	} catch (error) {
		const failure = failureOf(error);
		const mapping = asked ?? before ?? blank;
		return { look: undefined, files, failure, mapping, languages, preview: [] };
	}
}

/** The first rows as they would be taken, or why they cannot: a column that was chosen may not be there any more. */
async function triedRows(
	path: string,
	profile: Profile | undefined,
	languages: readonly string[],
): Promise<Pick<ColumnsView, 'preview' | 'failure'>> {
	try {
		const preview = profile ? await tryProfile(path, profile, languages, previewRows) : [];
		return { preview, failure: undefined };
	} catch (error) {
		return { preview: [], failure: failureOf(error) };
	}
}

function failureOf(error: unknown): ImportFailure {
	if (!(error instanceof Invalid)) throw error;
	return { code: error.code, details: error.details };
}

/** The file as it was chosen to be read; where that is the last edition's choice and does not fit this one, as it is. */
async function lookedAt(
	path: string,
	{ chosen, isAsked }: { readonly chosen: Mapping; readonly isAsked: boolean },
	asItIs: Mapping,
	languages: readonly string[],
): Promise<FileLook> {
	try {
		return await lookAtFile(path, chosenFormat(chosen), languages);
	} catch (error) {
		if (isAsked || !(error instanceof Invalid)) throw error;
		return lookAtFile(path, chosenFormat(asItIs), languages);
	}
}

function metLater({ report }: ImportRow): MetLater {
	const kinds = (report?.leftOut ?? []).flatMap(({ kind, known }) => (known ? [] : [kind]));
	return { kinds, states: report?.unknownStates ?? [] };
}

/** What was chosen for the last edition of the list. */
async function chosenBefore(ctx: Context, { mapping_id }: ImportRow): Promise<Mapping | undefined> {
	const before = mapping_id === null ? undefined : await mappingById(ctx, mapping_id);
	return before && mappingForm.parse(before.chosen);
}
