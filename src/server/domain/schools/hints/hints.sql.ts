/** SQL of hints about schools. */
import { sql } from 'kysely';
import type { Context } from '#platform/context';
import type { PersonId } from '#shared/actor';
import { indexed } from '../school.ts';
import type { Hint, HintedDetails, HintKind } from './hint.ts';

export async function insertHint(ctx: Context, person: PersonId, hint: Hint): Promise<void> {
	await ctx.db
		.insertInto('schools.hint')
		.values({
			id: hint.id,
			school_id: hint.school,
			told_by: person,
			told_at: ctx.now,
			kind: hint.kind,
			proposed: JSON.stringify(hint.details),
			words: hint.words,
			words_locale: hint.locale,
		})
		.execute();
}

export async function hintsByPerson(ctx: Context, person: PersonId, since: Date): Promise<number> {
	const found = await ctx.db
		.selectFrom('schools.hint')
		.select((eb) => eb.fn.countAll<number>().as('count'))
		.where('told_by', '=', person)
		.where('told_at', '>', since)
		.executeTakeFirstOrThrow();
	return found.count;
}

/** What this person told of this school, the newest first. */
export async function ownHintsAt(ctx: Context, person: PersonId, school: string): Promise<string[]> {
	const rows = await ctx.db
		.selectFrom('schools.hint')
		.select('id')
		.where('told_by', '=', person)
		.where('school_id', '=', school)
		.orderBy('told_at', 'desc')
		.limit(3)
		.execute();
	return rows.map(({ id }) => id);
}

/** Hints with the school as it is now. */
export async function hintsById(ctx: Context, ids: readonly string[]) {
	if (ids.length === 0) return [];
	const rows = await ctx.db
		.selectFrom('schools.hint as hint')
		.innerJoin('schools.school as school', 'school.id', 'hint.school_id')
		.select(['hint.id', 'hint.school_id', 'hint.kind', 'hint.proposed'])
		.select(['school.name', 'school.town', 'school.country', 'school.address', 'school.postcode'])
		.select('school.website')
		.where('hint.id', 'in', [...ids])
		.execute();
	return rows.map(({ kind, proposed, ...row }) => ({
		...row,
		kind: kind as HintKind,
		details: proposed as HintedDetails,
	}));
}

/** Puts details right, in the words by which the school is found too. */
export async function changeDetails(ctx: Context, school: string, details: HintedDetails): Promise<void> {
	const held = await ctx.db
		.selectFrom('schools.school')
		.select(['name', 'town'])
		.where('id', '=', school)
		.forUpdate()
		.executeTakeFirstOrThrow();
	const { name = held.name, town = held.town, ...others } = details;
	await ctx.db
		.updateTable('schools.school')
		.set({ name, town, ...emptyAsNull(others), ...indexed({ name, town }) })
		.where('id', '=', school)
		.execute();
}

function emptyAsNull(details: HintedDetails) {
	return Object.fromEntries(Object.entries(details).map(([field, value]) => [field, value || null]));
}

/** What a person told of schools, for their own export. */
export async function hintsOf(ctx: Context, person: PersonId) {
	return ctx.db
		.selectFrom('schools.hint as hint')
		.innerJoin('schools.school as school', 'school.id', 'hint.school_id')
		.select(['school.name as school', 'hint.kind', 'hint.proposed', 'hint.words', 'hint.told_at'])
		.where('hint.told_by', '=', person)
		.orderBy('hint.told_at')
		.execute();
}

/** The hint stays a fact about the school; who gave it and in which words is forgotten. */
export async function forgetWhoHinted(ctx: Context, person: PersonId): Promise<void> {
	await ctx.db
		.updateTable('schools.hint')
		.set({ told_by: null, words: '' })
		.where('told_by', '=', person)
		.execute();
}

export async function handHintsOver(ctx: Context, from: PersonId, into: PersonId): Promise<string[]> {
	const moved = await sql<{ id: string }>`
		update schools.hint set told_by = ${into} where told_by = ${from} returning id`.execute(ctx.db);
	return moved.rows.map(({ id }) => id);
}

export async function takeHintsBack(ctx: Context, from: PersonId, hints: readonly string[]): Promise<void> {
	if (hints.length === 0) return;
	await ctx.db
		.updateTable('schools.hint')
		.set({ told_by: from })
		.where('id', 'in', [...hints])
		.execute();
}
