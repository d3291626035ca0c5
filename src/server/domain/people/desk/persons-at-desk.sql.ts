/** SQL of finding a person at a desk. */
import { sql, type Expression, type SqlBool } from 'kysely';
import { countryOfSchool } from '#domain/schools';
import type { Context } from '#platform/context';
import type { PersonId } from '#shared/actor';

/** Persons with exactly this name or any of their confirmed addresses, of these countries. */
export async function personsCalled(
	ctx: Context,
	words: string,
	countries: readonly string[],
): Promise<PersonId[]> {
	// two questions with an index each, and not one with "or", which would read a million rows
	const called = sql<PersonId>`(
		select named.id from people.person as named
			where people.folded_name(named.name) = people.folded_name(${words})
		union select written.id from people.person as written
			join people.address as address on address.login_id = written.login_id
			where address.email = ${words.toLowerCase()})`;
	const rows = await ctx.db
		.selectFrom('people.person as person')
		.select('person.id')
		.where('person.id', 'in', called)
		.where(({ ref }) => isOf(ref('person.id'), ref('person.country'), countries))
		.orderBy('person.id')
		.limit(50)
		.execute();
	return rows.map(({ id }) => id);
}

/** What an officer reads of a person once they are opened; undefined for persons of other countries. */
export async function personOfCountries(ctx: Context, person: PersonId, countries: readonly string[]) {
	return ctx.db
		.selectFrom('people.person as person')
		.leftJoin('people.login as login', 'login.id', 'person.login_id')
		.select(['person.id', 'person.name', 'person.country', 'person.locale'])
		.select(['login.email', 'person.made_at as madeAt', 'person.last_active_at as lastActiveAt'])
		.where('person.id', '=', person)
		.where(({ ref }) => isOf(ref('person.id'), ref('person.country'), countries))
		.executeTakeFirst();
}

/** True for who joined in one of these countries, or works or waits to work at a school there. */
function isOf(
	person: Expression<string>,
	country: Expression<string | null>,
	countries: readonly string[],
): Expression<SqlBool> {
	const among = sql`any(${[...countries]}::text[])`;
	return sql<SqlBool>`(${country} = ${among} or exists (
		select from people.affiliation as stated
		where stated.person_id = ${person} and (${countryOfSchool(sql.ref('stated.school_id'))}) = ${among}
			and not exists (select from people.affiliation_ending as ending where ending.affiliation_id = stated.id)))`;
}
