/** What somebody wrote in spaces, for the export. Erasing is done by the membership: the words stay, the name goes. */
import { membershipIds, type Whose } from '#domain/spaces';
import type { Context } from '#platform/context';

export async function exportPosts(ctx: Context, whose: Whose): Promise<unknown> {
	const memberships = membershipIds(ctx, whose);
	const posts = await ctx.db
		.selectFrom('spaces_updates.post')
		.select(['words', 'locale', 'posted_at'])
		.where('member_id', 'in', memberships)
		.orderBy('posted_at')
		.execute();
	const earlier = await ctx.db
		.selectFrom('spaces_updates.earlier_words as earlier')
		.innerJoin('spaces_updates.post as post', 'post.id', 'earlier.post_id')
		.select(['earlier.words', 'earlier.locale', 'earlier.said_until'])
		.where('post.member_id', 'in', memberships)
		.orderBy('earlier.said_until')
		.execute();
	const hidden = await ctx.db
		.selectFrom('spaces_updates.post_hiding')
		.select(['reason', 'words', 'hidden_at'])
		.where('hidden_by', 'in', memberships)
		.orderBy('hidden_at')
		.execute();
	const removed = await ctx.db
		.selectFrom('spaces_updates.post_removal')
		.select(['reason', 'words', 'removed_at'])
		.where('removed_by', 'in', memberships)
		.orderBy('removed_at')
		.execute();
	return { posts, earlier, hidden, removed };
}
