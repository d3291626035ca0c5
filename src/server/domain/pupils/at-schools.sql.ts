/** What pupils have at schools, moved when two entries of one school become one: their classes. */
import { sql } from 'kysely';
import type { AtSchools } from '#domain/schools';

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
