/** Reads about founders. */
import type { Context } from '#platform/context';
import type { PersonId } from '#shared/actor';
import type { FoundingPlace } from './founding.ts';

export async function placesRows(ctx: Context, person: PersonId): Promise<FoundingPlace[]> {
	return ctx.db
		.selectFrom('people.affiliation as affiliation')
		.innerJoin('people.affiliation_validation as validation', 'validation.affiliation_id', 'affiliation.id')
		.leftJoin('people.affiliation_ending as ending', 'ending.affiliation_id', 'affiliation.id')
		.innerJoin('schools.school as school', 'school.id', 'affiliation.school_id')
		.select(['affiliation.school_id as school', 'school.country', 'affiliation.role'])
		.where('affiliation.person_id', '=', person)
		.where('ending.ended_at', 'is', null)
		.orderBy('affiliation.is_default', 'desc')
		.orderBy('affiliation.id')
		.execute();
}
export async function areContactsRow(ctx: Context, one: PersonId, other: PersonId): Promise<boolean> {
	const [a = '', b = ''] = [one, other].sort();
	const row = await ctx.db
		.selectFrom('contacts.contact')
		.select('since')
		.where('person_a_id', '=', a)
		.where('person_b_id', '=', b)
		.executeTakeFirst();
	return row !== undefined;
}
export async function availableRow(ctx: Context, person: PersonId): Promise<boolean> {
	const row = await ctx.db
		.selectFrom('people.profile')
		.select('available')
		.where('person_id', '=', person)
		.executeTakeFirst();
	return row?.available ?? true;
}
export async function nameOfRow(ctx: Context, person: PersonId): Promise<string> {
	const row = await ctx.db
		.selectFrom('people.person')
		.select('name')
		.where('id', '=', person)
		.executeTakeFirst();
	return row?.name ?? '';
}
export async function schoolNameRow(ctx: Context, school: string): Promise<string> {
	const row = await ctx.db
		.selectFrom('schools.school')
		.select('name')
		.where('id', '=', school)
		.executeTakeFirst();
	return row?.name ?? '';
}
export async function coverageOfSchool(ctx: Context, school: string) {
	const row = await ctx.db
		.selectFrom('schools.school')
		.select(['country', 'region', 'language'])
		.where('id', '=', school)
		.executeTakeFirstOrThrow();
	return { country: row.country, region: row.region ?? undefined, language: row.language ?? undefined };
}
export async function schoolRows(ctx: Context, ids: readonly string[]) {
	if (ids.length === 0) return new Map();
	const rows = await ctx.db
		.selectFrom('schools.school')
		.select(['id', 'name', 'town', 'country'])
		.where('id', 'in', [...ids])
		.execute();
	return new Map(rows.map((row) => [row.id, row]));
}
