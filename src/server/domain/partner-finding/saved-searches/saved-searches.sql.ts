/** SQL of saved searches. */
import { sql } from 'kysely';
import type { Context } from '#platform/context';
import type { PersonId } from '#shared/actor';
import type { SavedSearch, SavedSearchId } from './saved-search.ts';

function searches(ctx: Context) {
	return ctx.db
		.selectFrom('partner_finding.saved_search')
		.select(['id', 'person_id', 'name', 'query', 'saved_at', 'told_up_to', 'stopped_at']);
}

type Row = Awaited<ReturnType<ReturnType<typeof searches>['executeTakeFirstOrThrow']>>;

function searchOf(row: Row): SavedSearch {
	return {
		id: row.id,
		person: row.person_id,
		name: row.name,
		query: row.query,
		savedAt: row.saved_at,
		toldUpTo: row.told_up_to,
		stopped: row.stopped_at !== null,
	};
}

export async function searchesOf(ctx: Context, person: PersonId): Promise<SavedSearch[]> {
	const rows = await searches(ctx)
		.where('person_id', '=', person)
		.orderBy('saved_at', 'desc')
		.orderBy('id', 'desc')
		.execute();
	return rows.map(searchOf);
}

export async function searchById(ctx: Context, id: SavedSearchId): Promise<SavedSearch | undefined> {
	const row = await searches(ctx).where('id', '=', id).executeTakeFirst();
	return row && searchOf(row);
}

/** False where the person has saved the same search already. */
export async function insertSearch(ctx: Context, search: SavedSearch): Promise<boolean> {
	const made = await ctx.db
		.insertInto('partner_finding.saved_search')
		.values({
			id: search.id,
			person_id: search.person,
			name: search.name,
			query: search.query,
			saved_at: search.savedAt,
			told_up_to: search.toldUpTo,
		})
		.onConflict((conflict) => conflict.columns(['person_id', 'query']).doNothing())
		.executeTakeFirst();
	return made.numInsertedOrUpdatedRows === 1n;
}

/** What came meanwhile is not told later. */
export async function setStopped(ctx: Context, id: SavedSearchId, stopped: boolean): Promise<void> {
	await ctx.db
		.updateTable('partner_finding.saved_search')
		.set(stopped ? { stopped_at: ctx.now } : { stopped_at: null, told_up_to: ctx.now })
		.where('id', '=', id)
		.where('stopped_at', stopped ? 'is' : 'is not', null)
		.execute();
}

export async function deleteSearch(ctx: Context, id: SavedSearchId): Promise<void> {
	await ctx.db.deleteFrom('partner_finding.saved_search').where('id', '=', id).execute();
}

/** Searches nobody has looked through since a moment, the longest waiting first. */
export async function searchesDue(ctx: Context, before: Date, most: number): Promise<SavedSearch[]> {
	const rows = await searches(ctx)
		.where('stopped_at', 'is', null)
		.where('told_up_to', '<', before)
		.orderBy('told_up_to')
		.limit(most)
		.execute();
	return rows.map(searchOf);
}

/** Takes the search for this moment; false when somebody else has. */
export async function takeSearch(ctx: Context, search: SavedSearch): Promise<boolean> {
	const taken = await ctx.db
		.updateTable('partner_finding.saved_search')
		.set({ told_up_to: ctx.now })
		.where('id', '=', search.id)
		.where('told_up_to', '=', search.toldUpTo)
		.where('stopped_at', 'is', null)
		.executeTakeFirst();
	return taken.numUpdatedRows > 0n;
}

/** Things that can be found since a moment. */
export async function foundSince(ctx: Context, since: Date): Promise<string[]> {
	const rows = await ctx.db
		.selectFrom('partner_finding.first_found')
		.select('thing_id')
		.where('found_at', '>', since)
		.execute();
	return rows.map((row) => row.thing_id);
}

/** These can be found now; since when is known of those that could be before. */
export async function noteFirstFound(ctx: Context, things: readonly string[]): Promise<void> {
	await sql`insert into partner_finding.first_found (thing_id, found_at)
		select distinct thing, ${ctx.now}::timestamptz from unnest(${[...things]}::uuid[]) as thing
		on conflict do nothing`.execute(ctx.db);
}

/** Of what cannot be found any more nobody need know since when it could. */
export async function forgetFirstFound(ctx: Context): Promise<void> {
	await sql`delete from partner_finding.first_found as first
		where not exists (select from partner_finding.search_entry as entry where entry.thing_id = first.thing_id)`.execute(
		ctx.db,
	);
}
