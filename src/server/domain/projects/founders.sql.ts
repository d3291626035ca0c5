/** Reads about founders. */
import { expressionBuilder, type Expression } from 'kysely';
import { jsonObjectFrom } from 'kysely/helpers/postgres';
import type { Context } from '#platform/context';
import type { DB } from '#platform/schema';
import type { PersonId } from '#shared/actor';
import type { SchoolFacts } from './founders.ts';

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
export async function coverageOfSchool(ctx: Context, school: string) {
	const row = await ctx.db
		.selectFrom('schools.school')
		.select(['country', 'region', 'language'])
		.where('id', '=', school)
		.executeTakeFirstOrThrow();
	return { country: row.country, region: row.region ?? undefined, language: row.language ?? undefined };
}
export async function schoolRows(ctx: Context, ids: readonly string[]): Promise<Map<string, SchoolFacts>> {
	if (ids.length === 0) return new Map();
	const rows = await ctx.db
		.selectFrom('schools.school')
		.select(['id', 'name', 'town', 'country'])
		.where('id', 'in', [...ids])
		.execute();
	return new Map(rows.map((row) => [row.id, row]));
}

export function schoolCard(school: Expression<string>) {
	const eb = expressionBuilder<DB, never>();
	return jsonObjectFrom(
		eb
			.selectFrom('schools.school as card')
			.select(['card.id', 'card.name', 'card.town', 'card.country'])
			.where('card.id', '=', school),
	);
}

export type ContactRow = {
	readonly id: PersonId;
	readonly name: string;
	readonly available: boolean;
};

export async function contactRows(ctx: Context, person: PersonId): Promise<ContactRow[]> {
	const rows = await ctx.db
		.selectFrom('contacts.contact as contact')
		.innerJoin('people.person as person', (join) =>
			join.on(({ or, and, eb, ref }) =>
				or([
					and([eb('contact.person_a_id', '=', person), eb('person.id', '=', ref('contact.person_b_id'))]),
					and([eb('contact.person_b_id', '=', person), eb('person.id', '=', ref('contact.person_a_id'))]),
				]),
			),
		)
		.leftJoin('people.profile as profile', 'profile.person_id', 'person.id')
		.select(['person.id', 'person.name', 'profile.available'])
		.orderBy('person.name')
		.orderBy('person.id')
		.execute();
	return rows.map((row) => ({ ...row, available: row.available ?? true }));
}

export async function placesRowsOf(ctx: Context, persons: readonly PersonId[]) {
	if (persons.length === 0) return [];
	return ctx.db
		.selectFrom('people.affiliation as affiliation')
		.innerJoin('people.affiliation_validation as validation', 'validation.affiliation_id', 'affiliation.id')
		.leftJoin('people.affiliation_ending as ending', 'ending.affiliation_id', 'affiliation.id')
		.innerJoin('schools.school as school', 'school.id', 'affiliation.school_id')
		.select([
			'affiliation.person_id as person',
			'affiliation.school_id as school',
			'school.name',
			'school.country',
			'affiliation.role',
		])
		.where('affiliation.person_id', 'in', [...persons])
		.where('ending.ended_at', 'is', null)
		.orderBy('affiliation.is_default', 'desc')
		.orderBy('affiliation.id')
		.execute();
}

export async function nameRows(ctx: Context, ids: readonly PersonId[]): Promise<Map<PersonId, string>> {
	if (ids.length === 0) return new Map();
	const rows = await ctx.db
		.selectFrom('people.person')
		.select(['id', 'name'])
		.where('id', 'in', [...ids])
		.execute();
	return new Map(rows.map((row) => [row.id, row.name]));
}
