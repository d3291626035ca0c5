/** SQL of the lines by which things are found. */
import { sql, type Insertable } from 'kysely';
import type { Context } from '#platform/context';
import type { DB } from '#platform/schema';
import { noteFirstFound } from './saved-searches/saved-searches.sql.ts';

export type SearchEntry = Insertable<DB['partner_finding.search_entry']>;

/** Kinds of lines that are made anew together. */
export type Scope = { readonly kinds: readonly string[]; readonly owners: readonly string[] };

/** Puts these lines in the place of all that these owners had; lines that say the same as before are left alone. */
export async function replaceEntries(
	ctx: Context,
	{ kinds, owners }: Scope,
	entries: readonly SearchEntry[],
): Promise<void> {
	const kept = entries.map(({ thing_id }) => thing_id);
	await ctx.db
		.deleteFrom('partner_finding.search_entry')
		.where(({ eb, fn, val }) => eb('owner_id', '=', fn.any(val([...owners]))))
		.where(({ eb, fn, val }) => eb('kind', '=', fn.any(val([...kinds]))))
		.where(({ eb, fn, val, not }) => not(eb('thing_id', '=', fn.any(val(kept)))))
		.execute();
	if (entries.length === 0) return;
	await noteFirstFound(ctx, kept);
	await ctx.db
		.insertInto('partner_finding.search_entry')
		.values([...entries])
		.onConflict((conflict) =>
			conflict
				.columns(['kind', 'thing_id'])
				.doUpdateSet((eb) =>
					Object.fromEntries(changing.map((column) => [column, eb.ref(`excluded.${column}`)])),
				)
				.where(sql<boolean>`search_entry.* is distinct from excluded.*`),
		)
		.execute();
}

/** All columns but those by which a line is known. */
const changing = [
	'owner_id',
	'person_id',
	'school_ids',
	'tags',
	'ages_from',
	'ages_to',
	'active_on',
	'title',
	'words',
	'locale',
	'expires_at',
	'title_words',
	'place_words',
	'other_words',
	'fresh',
] as const;

/** Owners of the lines that belong to one of these schools, by kind. */
export async function ownersAtSchools(
	ctx: Context,
	schools: readonly string[],
): Promise<{ kind: string; owner: string }[]> {
	// school by school through the index: of a thousand at once every line would be compared with each of them
	const { rows } = await sql<{ kind: string; owner: string }>`
		select distinct entry.kind, entry.owner_id as owner
		from unnest(${[...schools]}::uuid[]) as school (id)
		join partner_finding.search_entry as entry on entry.school_ids @> array[school.id]`.execute(ctx.db);
	return rows;
}

/** The schools that the lines of these owners belong to. */
export async function schoolsOfOwners(ctx: Context, owners: readonly string[]): Promise<string[]> {
	const rows = await ctx.db
		.selectFrom('partner_finding.search_entry')
		.select(sql<string>`unnest(school_ids)`.as('school'))
		.distinct()
		.where(({ eb, fn, val }) => eb('owner_id', '=', fn.any(val([...owners]))))
		.execute();
	return rows.map(({ school }) => school);
}

/** Persons among these whose line says that they were last here before this day. */
export async function activeBefore(ctx: Context, persons: readonly string[], day: string): Promise<string[]> {
	if (persons.length === 0) return [];
	const rows = await ctx.db
		.selectFrom('partner_finding.search_entry')
		.select('owner_id as owner')
		.distinct()
		.where('owner_id', 'in', [...persons])
		.where(({ eb, or }) => or([eb('active_on', '<', day), eb('active_on', 'is', null)]))
		.where('person_id', 'is not', null)
		.execute();
	return rows.map(({ owner }) => owner);
}

/** Lines of posts that have ended are found no more already; here they go. */
export async function deleteEnded(ctx: Context): Promise<void> {
	await ctx.db.deleteFrom('partner_finding.search_entry').where('expires_at', '<=', ctx.now).execute();
}

/** Changes that every index has read long ago. */
export async function deleteChangesBefore(ctx: Context, before: Date): Promise<void> {
	await sql`
		with gone as (
			delete from partner_finding.search_change where noted_at < ${before} returning transaction_id
		)
		update partner_finding.search_horizon as horizon
		set transaction_id = greatest(horizon.transaction_id, (select max(transaction_id) from gone))`.execute(
		ctx.db,
	);
}
