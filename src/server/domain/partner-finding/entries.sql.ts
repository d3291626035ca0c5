/** SQL of the lines by which teachers and posts are found. */
import type { Insertable } from 'kysely';
import type { Context } from '#platform/context';
import type { DB } from '#platform/schema';
import type { PersonId } from '#shared/actor';

export type SearchEntry = Insertable<DB['partner_finding.search_entry']>;

/** Takes all lines of these persons and puts these in their place. */
export async function replaceEntries(
	ctx: Context,
	persons: readonly PersonId[],
	entries: readonly SearchEntry[],
): Promise<void> {
	await ctx.db
		.deleteFrom('partner_finding.search_entry')
		.where('person_id', 'in', [...persons])
		.execute();
	if (entries.length > 0) {
		await ctx.db
			.insertInto('partner_finding.search_entry')
			.values([...entries])
			.execute();
	}
}

/** Persons who are found under one of these schools. */
export async function personsAtSchools(ctx: Context, schools: readonly string[]): Promise<PersonId[]> {
	if (schools.length === 0) return [];
	const rows = await ctx.db
		.selectFrom('partner_finding.search_entry')
		.select('person_id')
		.distinct()
		.where('school_id', 'in', [...schools])
		.execute();
	return rows.map((row) => row.person_id);
}
