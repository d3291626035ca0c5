/** What projects have of schools, moved when two entries of one school become one: founders, invitations, partners. */
import { sql, type RawBuilder } from 'kysely';
import type { AtSchools } from '#domain/schools';
import type { Context } from '#platform/context';

type Partnership = { readonly project: string; readonly person: string };
type Journal = {
	readonly founded: readonly string[];
	readonly invited: readonly string[];
	readonly partners: readonly Partnership[];
};

export const projectsAtSchools: AtSchools = {
	async count(ctx, school) {
		const [found] = await rowsOf<{ count: number }>(
			ctx,
			sql`select count(distinct partner.project_id) as count
				from projects.partner as partner
				join projects.opening as opening on opening.project_id = partner.project_id
				where partner.school_id = ${school}`,
		);
		return { projects: found?.count ?? 0 };
	},
	async move(ctx, from, into): Promise<Journal> {
		const founded = await rowsOf<{ id: string }>(
			ctx,
			sql`update projects.project set founder_school_id = ${into}
				where founder_school_id = ${from} returning id`,
		);
		const invited = await rowsOf<{ id: string }>(
			ctx,
			sql`update projects.cofounder_invitation set school_id = ${into}
				where school_id = ${from} returning id`,
		);
		const partners = await rowsOf<Partnership>(
			ctx,
			sql`update projects.partner set school_id = ${into}
				where school_id = ${from} returning project_id as project, person_id as person`,
		);
		return { founded: founded.map(({ id }) => id), invited: invited.map(({ id }) => id), partners };
	},
	async giveBack(ctx, from, into, { founded, invited, partners }: Journal) {
		await sql`
			update projects.project set founder_school_id = ${from}
			where founder_school_id = ${into} and id = any(${[...founded]}::uuid[])`.execute(ctx.db);
		await sql`
			update projects.cofounder_invitation set school_id = ${from}
			where school_id = ${into} and id = any(${[...invited]}::uuid[])`.execute(ctx.db);
		await sql`
			update projects.partner as partner set school_id = ${from}
			from unnest(
				${partners.map(({ project }) => project)}::uuid[], ${partners.map(({ person }) => person)}::uuid[]
			) as moved (project_id, person_id)
			where partner.school_id = ${into} and partner.project_id = moved.project_id
				and partner.person_id = moved.person_id`.execute(ctx.db);
	},
};

async function rowsOf<Row>(ctx: Context, query: RawBuilder<unknown>): Promise<Row[]> {
	return (await query.execute(ctx.db)).rows as Row[];
}
