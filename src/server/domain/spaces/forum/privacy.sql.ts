/** What one person opened and began in forums, for the export. Posts are exported with all others. */
import type { Context } from '#platform/context';
import type { PersonId } from '#shared/actor';

export async function exportForum(ctx: Context, person: PersonId): Promise<unknown> {
	const memberships = ctx.db.selectFrom('spaces.member').select('id').where('person_id', '=', person);
	const discussions = await ctx.db
		.selectFrom('spaces_forum.discussion')
		.select(['title', 'opened_at'])
		.where('opened_by', 'in', memberships)
		.orderBy('opened_at')
		.execute();
	const threads = await ctx.db
		.selectFrom('spaces_forum.thread')
		.select(['title', 'begun_at'])
		.where('begun_by', 'in', memberships)
		.orderBy('begun_at')
		.execute();
	return { discussions, threads };
}
