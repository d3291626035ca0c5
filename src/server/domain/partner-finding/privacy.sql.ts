/** SQL of what partner finding keeps about a person: erased, and moved when two accounts become one. */
import type { Context } from '#platform/context';
import type { PersonId } from '#shared/actor';
import { replaceEntries } from './entries.sql.ts';

export async function deletePostsOf(ctx: Context, person: PersonId): Promise<void> {
	await replaceEntries(ctx, { kinds: ['person', 'post'], owners: [person] }, []);
	const posts = ctx.db.selectFrom('partner_finding.post').select('id').where('person_id', '=', person);
	await ctx.db.deleteFrom('partner_finding.post_closure').where('post_id', 'in', posts).execute();
	await ctx.db.deleteFrom('partner_finding.post').where('person_id', '=', person).execute();
}

export type PostJournal = {
	readonly from: PersonId;
	readonly into: PersonId;
	readonly posts: readonly string[];
};

export async function handPostsOver(ctx: Context, from: PersonId, into: PersonId): Promise<PostJournal> {
	const moved = await ctx.db
		.updateTable('partner_finding.post')
		.set({ person_id: into })
		.where('person_id', '=', from)
		.returning('id')
		.execute();
	return { from, into, posts: moved.map(({ id }) => id) };
}

export async function givePostsBack(ctx: Context, { from, posts }: PostJournal): Promise<void> {
	if (posts.length === 0) return;
	await ctx.db
		.updateTable('partner_finding.post')
		.set({ person_id: from })
		.where('id', 'in', [...posts])
		.execute();
}
