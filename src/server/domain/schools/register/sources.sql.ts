/** SQL of the registers that list a school. */
import { sql } from 'kysely';
import type { Context } from '#platform/context';

type ListingRow = {
	readonly code: string;
	readonly branch: string;
	readonly profile_name: string | null;
	readonly taken_over_at: Date | null;
};

/** The keys by which registers know a school, with the list that has each now. */
export async function listingsOf(ctx: Context, school: string): Promise<ListingRow[]> {
	const found = await sql<ListingRow>`
		select key.code, key.branch, listing.profile_name, (
			select max(import.applied_at) from schools_register.import as import
			where import.country = key.country and import.scheme = key.scheme
				and import.profile_name = listing.profile_name and import.undone_at is null
		) as taken_over_at
		from schools.register_key as key
		left join schools_register.listing as listing on listing.country = key.country
			and listing.scheme = key.scheme and listing.code = key.code and listing.branch = key.branch
		where (key.school_id = ${school} or key.school_id in (
				select double.school_id from schools.double as double
				where double.into_id = ${school} and double.undone_at is null))
			and key.withdrawn_at is null and key.scheme <> 'teacher-education'
		order by key.code, key.branch, listing.profile_name
		limit 6`.execute(ctx.db);
	return found.rows;
}
