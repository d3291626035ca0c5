/** What partner finding has of schools, moved when two entries of one school become one. */
import { sql } from 'kysely';
import type { AtSchools } from '#domain/schools';

const tables = ['partner_finding.post', 'partner_finding.class_card'] as const;

export const postsAtSchools: AtSchools = {
	async move(ctx, from, into): Promise<string[]> {
		const moved: string[] = [];
		for (const table of tables) {
			const { rows } = await sql<{ id: string }>`
				update ${sql.table(table)} set school_id = ${into} where school_id = ${from} returning id`.execute(ctx.db);
			moved.push(...rows.map(({ id }) => id));
		}
		return moved;
	},
	async giveBack(ctx, from, into, moved: readonly string[]) {
		for (const table of tables) {
			await sql`
				update ${sql.table(table)} set school_id = ${from}
				where school_id = ${into} and id = any(${[...moved]}::uuid[])`.execute(ctx.db);
		}
	},
};
