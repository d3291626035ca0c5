/** Keeps the lines by which things are found true to what their owners say. */
import { activeSince, newestTeacherAt } from '#domain/people';
import { labelledOwners } from '#domain/recognition';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import type { Findable, FindableKind, FindableOwner } from '#platform/findable';
import { parts } from '#platform/part';
import { overBefore } from '#platform/retention';
import type { PersonId } from '#shared/actor';
import { searchable } from '#shared/folding';
import {
	activeBefore,
	deleteChangesBefore,
	deleteEnded,
	ownersAtSchools,
	replaceEntries,
	schoolsOfOwners,
	type SearchEntry,
} from './entries.sql.ts';
import { bandsOf, townValue } from './groups.ts';

/** So much of what was written stands on a card. */
const shown = 240;
const atOnce = 200;
const day = 24 * 3600 * 1000;
/** Days on which somebody was here are told apart by the week only: lines need not change daily. */
const activeStep = 7 * day;

/**
 * Makes the lines of these persons and of their posts anew, and those of their schools, which stand where their newest
 * teacher does; whoever cannot be found any more loses them. Runs in the transaction of what changed, whoever acts:
 * open-to-all.
 */
export async function refreshPeople(ctx: Context, persons: readonly PersonId[]): Promise<void> {
	for (const some of inPortions(persons)) {
		const before = await schoolsOfOwners(ctx, some);
		await refresh(ctx, 'person', some);
		await refresh(ctx, 'school', [...new Set([...before, ...(await schoolsOfOwners(ctx, some))])]);
	}
}

/** The lines of these projects, in the transaction of what changed them: open-to-all. */
export async function refreshProjects(ctx: Context, projects: readonly string[]): Promise<void> {
	for (const some of inPortions(projects)) await refresh(ctx, 'project', some);
}

/** The lines of these schools alone, when they come or go: open-to-all. */
export async function refreshSchools(ctx: Context, schools: readonly string[]): Promise<void> {
	for (const some of inPortions(schools)) await refresh(ctx, 'school', some);
}

/** Everything that is found under these schools, after they have got other names, towns or levels: open-to-all. */
export async function refreshAtSchools(ctx: Context, schools: readonly string[]): Promise<void> {
	await refreshSchools(ctx, schools);
	const owners = await ownersAtSchools(ctx, schools);
	for (const whose of ['person', 'project'] as const) {
		const kinds = kindsOf(whose).map(({ kind }) => kind);
		const ids = owners.filter(({ kind }) => kinds.includes(kind)).map(({ owner }) => owner);
		for (const some of inPortions(ids)) await refresh(ctx, whose, some);
	}
}

/** All lines anew, for an installation whose lines were lost or are of an older kind; the machine only: open-to-all. */
export async function rebuildEntries(ctx: Context): Promise<number> {
	let count = 0;
	for (const kind of allKinds()) {
		for (let last: string | undefined; kind.owners;) {
			const page = await kind.owners(ctx, last, atOnce);
			if (page.length === 0) break;
			await inTransaction(ctx, (inside) => refresh(inside, kind.of, page));
			count += page.length;
			last = page.at(-1);
		}
	}
	return count;
}

/** Takes over, to the week, who was here; running it twice changes nothing. For the machine alone: open-to-all. */
export async function noteActivity(ctx: Context): Promise<void> {
	const since = new Date(ctx.now.getTime() - 2 * day);
	const stale = new Date(ctx.now.getTime() - activeStep).toISOString().slice(0, 10);
	for (let last: string | undefined; ;) {
		const page = await activeSince(ctx, since, last, atOnce);
		if (page.length === 0) return;
		const persons = await activeBefore(ctx, page, stale);
		if (persons.length > 0) await inTransaction(ctx, (inside) => refresh(inside, 'person', persons));
		last = page.at(-1);
	}
}

/** What has ended by itself, and changes that were read long ago; running it twice changes nothing. */
export async function forgetEnded(ctx: Context): Promise<void> {
	await deleteEnded(ctx);
	await deleteChangesBefore(ctx, await overBefore(ctx, 'search_change'));
}

async function refresh(ctx: Context, of: FindableOwner, owners: readonly string[]): Promise<void> {
	if (owners.length === 0) return;
	const kinds = kindsOf(of);
	const labelled = await labelledOwners(ctx, of, owners);
	const entries: SearchEntry[] = [];
	for (const { kind, read } of kinds) {
		for (const found of await read(ctx, owners))
			entries.push(entryOf(kind, found, kind === of && labelled.has(found.id)));
	}
	if (of === 'school') {
		const newest = await newestTeacherAt(ctx, owners);
		for (const entry of entries) entry.fresh = newest.get(entry.thing_id)?.getTime() ?? 0;
	}
	await replaceEntries(ctx, { kinds: kinds.map(({ kind }) => kind), owners }, entries);
}

function allKinds(): FindableKind[] {
	return parts().flatMap((part) => part.findable ?? []);
}

function kindsOf(of: FindableOwner): FindableKind[] {
	return allKinds().filter((kind) => kind.of === of);
}

function inPortions(ids: readonly string[]): string[][] {
	const all = [...new Set(ids)];
	return Array.from({ length: Math.ceil(all.length / atOnce) }, (_, at) =>
		all.slice(at * atOnce, (at + 1) * atOnce),
	);
}

function entryOf(kind: string, found: Findable, labelled: boolean): SearchEntry {
	const { schools } = found;
	const values = {
		...{ kind: [kind], ...found.values, ages: bandsOf(found.agesFrom, found.agesTo) },
		label: labelled ? ['on'] : [],
		country: schools.map(({ country }) => country),
		town: schools.map(townValue),
	};
	return {
		kind,
		thing_id: found.id,
		owner_id: found.owner,
		person_id: found.person ?? null,
		school_ids: [...new Set(schools.map(({ id }) => id))],
		tags: Object.entries(values).flatMap(([group, each]) =>
			[...new Set(each)].map((value) => `${group}:${value}`),
		),
		ages_from: found.agesFrom,
		ages_to: found.agesTo,
		active_on: found.activeAt ? found.activeAt.toISOString().slice(0, 10) : null,
		title: found.title,
		words: beginning(found.words),
		locale: found.locale,
		expires_at: found.endsAt ?? null,
		title_words: folded(found.texts.title),
		place_words: folded(found.texts.place),
		other_words: folded(found.texts.text),
		fresh: found.changedAt.getTime(),
	};
}

/** Letters written apart, as in S.O.S.: people type them together. */
const apart = /(?<![\p{L}\p{N}])\p{L}(?:\.\p{L}){2,}\.?(?![\p{L}\p{N}])/gu;

/** Every word with a space before it. */
function folded(texts: readonly string[]): string {
	const whole = texts.join(' ');
	const together = (whole.match(apart) ?? []).map((letters) => letters.replaceAll('.', ''));
	const text = searchable([whole, ...together].join(' '));
	return text === '' ? '' : ` ${text}`;
}

function beginning(text: string): string {
	return text.length <= shown ? text : `${text.slice(0, shown).replace(/\s+\S*$/, '')} …`;
}
