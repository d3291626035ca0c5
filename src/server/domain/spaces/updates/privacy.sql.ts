/** What one person wrote in spaces, for the export. Erasing is done by the membership: the words stay, the name goes. */
import type { Context } from '#platform/context';
import type { PersonId } from '#shared/actor';

export async function exportPosts(ctx: Context, person: PersonId): Promise<unknown> {
	const posts = await ctx.db
		.selectFrom('spaces_updates.post as post')
		.innerJoin('spaces.member as member', 'member.id', 'post.member_id')
		.select(['post.words', 'post.locale', 'post.posted_at'])
		.where('member.person_id', '=', person)
		.orderBy('post.posted_at')
		.execute();
	return { posts };
}
