/** SQL of suggestions: who was lately here, and what was put away. */
import type { Context } from '#platform/context';
import type { PersonId } from '#shared/actor';

/** When these people were last here, to the week; whoever cannot be found is left out. */
export async function lastHere(ctx: Context, people: readonly PersonId[]): Promise<Map<PersonId, Date>> {
	if (people.length === 0) return new Map();
	const rows = await ctx.db
		.selectFrom('partner_finding.search_entry')
		.select(['thing_id', 'active_on'])
		.where('kind', '=', 'person')
		.where('thing_id', 'in', [...people])
		.where('active_on', 'is not', null)
		.execute();
	return new Map(rows.map((row) => [row.thing_id, new Date(`${String(row.active_on)}T00:00:00Z`)]));
}

/** The countries these posts look for. */
export async function countriesWantedBy(
	ctx: Context,
	posts: readonly string[],
): Promise<Map<string, readonly string[]>> {
	if (posts.length === 0) return new Map();
	const rows = await ctx.db
		.selectFrom('partner_finding.post')
		.select(['id', 'countries_wanted'])
		.where('id', 'in', [...posts])
		.execute();
	return new Map(rows.map((row) => [row.id, row.countries_wanted]));
}

/** What this teacher does not want to be suggested, the newest first. */
export async function putAwayBy(ctx: Context, person: PersonId): Promise<string[]> {
	const rows = await ctx.db
		.selectFrom('partner_finding.not_for_me')
		.select('thing_id')
		.where('person_id', '=', person)
		.orderBy('said_at', 'desc')
		.execute();
	return rows.map((row) => row.thing_id);
}

export async function putAway(ctx: Context, person: PersonId, thing: string): Promise<void> {
	await ctx.db
		.insertInto('partner_finding.not_for_me')
		.values({ person_id: person, thing_id: thing, said_at: ctx.now })
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

/** One thing again, or all of them. */
export async function takeBack(ctx: Context, person: PersonId, thing: string | undefined): Promise<void> {
	await ctx.db
		.deleteFrom('partner_finding.not_for_me')
		.where('person_id', '=', person)
		.$if(thing !== undefined, (query) => query.where('thing_id', '=', thing ?? ''))
		.execute();
}
