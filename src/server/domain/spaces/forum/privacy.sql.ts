/** What somebody opened and began in forums, for the export. Posts are exported with all others. */
import { membershipIds, type Whose } from '#domain/spaces';
import type { Context } from '#platform/context';

export async function exportForum(ctx: Context, whose: Whose): Promise<unknown> {
	const memberships = membershipIds(ctx, whose);
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
