/** SQL of institutions of teacher education. */
import { sql } from 'kysely';
import type { Context } from '#platform/context';
import type { SchoolCard, SchoolId } from '../school.ts';

/** Marks an entry as an institution; its number in our own scheme makes it known. */
export async function markInstitution(ctx: Context, school: SchoolId): Promise<void> {
	await ctx.db
		.updateTable('schools.school')
		.set({ kind: 'teacher-education' })
		.where('id', '=', school)
		.execute();
}

export async function institutionsIn(ctx: Context, ids: readonly SchoolId[]): Promise<SchoolCard[]> {
	if (ids.length === 0) return [];
	return ctx.db
		.selectFrom('schools.school')
		.select(['id', 'name', 'town', 'country'])
		.where('id', 'in', [...ids])
		.where('kind', '=', 'teacher-education')
		.orderBy('name')
		.execute();
}

/** Those of some countries that are open and no second entries. */
export async function institutionsOf(ctx: Context, countries: readonly string[]): Promise<SchoolCard[]> {
	const found = await sql<SchoolCard>`
		select school.id, school.name, school.town, school.country from schools.school as school
		where school.kind = 'teacher-education' and school.country = any(${[...countries]}::text[])
			and not exists (select from schools.double as double
				where double.school_id = school.id and double.undone_at is null)
		order by school.country, school.name, school.id limit 500`.execute(ctx.db);
	return found.rows;
}
