/** What pupils have at schools, moved when two entries of one school become one: their classes. */
import { sql } from 'kysely';
import type { AtSchools } from '#domain/schools';
import type { Context } from '#platform/context';

export const classesAtSchools: AtSchools = {
	async count(ctx, school) {
		const found = await sql<{ count: number }>`
			select count(*) as count from pupils.class where school_id = ${school} and ended_at is null`.execute(ctx.db);
		return { classes: found.rows[0]?.count ?? 0 };
	},
	async move(ctx, from, into): Promise<string[]> {
		const moved = await sql<{ id: string }>`
			update pupils.class set school_id = ${into} where school_id = ${from} returning id`.execute(ctx.db);
		return moved.rows.map(({ id }) => id);
	},
	async giveBack(ctx, from, into, moved: readonly string[]) {
		await sql`
			update pupils.class set school_id = ${from}
			where school_id = ${into} and id = any(${[...moved]}::uuid[])`.execute(ctx.db);
	},
};

/** Running classes with their school, their teacher's address and how many pupils they have; of one country or of all. */
export async function classesIn(
	ctx: Context,
	country: string | undefined,
): Promise<
	{
		readonly country: string;
		readonly school: string;
		readonly name: string;
		readonly pupils: number;
		readonly teacher: string | null;
	}[]
> {
	const rows = await ctx.db
		.selectFrom('pupils.class as class')
		.innerJoin('schools.school as school', 'school.id', 'class.school_id')
		.leftJoin('people.person as teacher', 'teacher.id', 'class.looked_after_by')
		.select(['school.country', 'school.name as school', 'class.name', 'teacher.email as teacher'])
		.select(({ selectFrom, fn }) =>
			selectFrom('pupils.pupil as pupil')
				.select(fn.countAll<number>().as('count'))
				.whereRef('pupil.class_id', '=', 'class.id')
				.where('pupil.ended_at', 'is', null)
				.as('pupils'),
		)
		.where('class.ended_at', 'is', null)
		.$if(country !== undefined, (query) => query.where('school.country', '=', country ?? ''))
		.orderBy('school.country')
		.orderBy('school.name')
		.orderBy('class.name')
		.execute();
	return rows.map((row) => ({ ...row, pupils: row.pupils ?? 0 }));
}
