/** What partner posts have of schools, moved when two entries of one school become one. */
import { sql } from 'kysely';
import type { AtSchools } from '#domain/schools';

export const postsAtSchools: AtSchools = {
	async move(ctx, from, into): Promise<string[]> {
		const moved = await sql<{ id: string }>`
			update partner_finding.post set school_id = ${into} where school_id = ${from} returning id`.execute(ctx.db);
		return moved.rows.map(({ id }) => id);
	},
	async giveBack(ctx, from, into, moved: readonly string[]) {
		await sql`
			update partner_finding.post set school_id = ${from}
			where school_id = ${into} and id = any(${[...moved]}::uuid[])`.execute(ctx.db);
	},
};
