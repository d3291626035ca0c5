/** SQL that writes posts and what becomes of them. */
import type { NotNull } from 'kysely';
import type { MemberId, SpaceId } from '#domain/spaces';
import type { Context } from '#platform/context';
import { newId } from '#platform/ids';
import type { Decision, PostId } from './post.ts';

export type NewPost = {
	readonly space: SpaceId;
	readonly by: MemberId;
	readonly wall: MemberId | null;
	readonly topic: string | null;
	readonly inBulletin: boolean;
	readonly replyTo: PostId | null;
	readonly words: string;
	readonly locale: string;
};

export async function insertPost(ctx: Context, post: NewPost): Promise<PostId> {
	const id = newId();
	await ctx.db
		.insertInto('spaces_updates.post')
		.values({
			id,
			space_id: post.space,
			member_id: post.by,
			wall_member_id: post.wall,
			topic_id: post.topic,
			in_bulletin: post.inBulletin,
			reply_to: post.replyTo,
			words: post.words,
			locale: post.locale,
			posted_at: ctx.now,
		})
		.execute();
	return id;
}

/** Likes a post, or does no more; twice is once. */
export async function setLike(ctx: Context, post: PostId, member: MemberId, likes: boolean): Promise<void> {
	if (!likes) {
		await ctx.db
			.deleteFrom('spaces_updates.post_like')
			.where('post_id', '=', post)
			.where('member_id', '=', member)
			.execute();
		return;
	}
	await ctx.db
		.insertInto('spaces_updates.post_like')
		.values({ post_id: post, member_id: member, liked_at: ctx.now })
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

export type PostChange = {
	readonly pinned_at?: Date | null;
	readonly pinned_by?: MemberId | null;
};

export async function updatePost(ctx: Context, post: PostId, change: PostChange): Promise<void> {
	await ctx.db.updateTable('spaces_updates.post').set(change).where('id', '=', post).execute();
}

/** Puts these words in the place of the present ones, which are kept for the teachers. */
export async function replaceWords(
	ctx: Context,
	post: PostId,
	{ words, locale }: { readonly words: string; readonly locale: string },
): Promise<void> {
	await ctx.db
		.insertInto('spaces_updates.earlier_words')
		.columns(['post_id', 'said_until', 'words', 'locale'])
		.expression(({ selectFrom, val }) =>
			selectFrom('spaces_updates.post')
				.select(['id', val(ctx.now).as('said_until'), 'words', 'locale'])
				.where('id', '=', post)
				.where('words', 'is not', null)
				.$narrowType<{ words: NotNull }>(),
		)
		.onConflict((conflict) => conflict.doNothing())
		.execute();
	await ctx.db
		.updateTable('spaces_updates.post')
		.set({ words, locale, mended_at: ctx.now })
		.where('id', '=', post)
		.execute();
}

/** Forgets what posts said until before that day. */
export async function deleteWordsSaidBefore(ctx: Context, day: Date): Promise<void> {
	await ctx.db.deleteFrom('spaces_updates.earlier_words').where('said_until', '<', day).execute();
}

/** `by`: the teacher of the space; none when a support organisation decided. */
export type NewDecision = { readonly by: MemberId | null } & Pick<Decision, 'reason' | 'words'>;

/** Hides a post; hiding it again changes nothing. */
export async function insertHiding(
	ctx: Context,
	post: PostId,
	{ by, reason, words }: NewDecision,
): Promise<void> {
	await ctx.db
		.insertInto('spaces_updates.post_hiding')
		.values({ post_id: post, hidden_by: by, hidden_at: ctx.now, reason, words })
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

export async function deleteHiding(ctx: Context, post: PostId): Promise<void> {
	await ctx.db.deleteFrom('spaces_updates.post_hiding').where('post_id', '=', post).execute();
}

/** Removes a post; removing it again changes nothing. */
export async function insertRemoval(
	ctx: Context,
	post: PostId,
	{ by, reason, words }: NewDecision,
): Promise<void> {
	await ctx.db
		.insertInto('spaces_updates.post_removal')
		.values({ post_id: post, removed_by: by, removed_at: ctx.now, reason, words })
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

/** Puts a post back that was removed by decision; what its author took back stays away. */
export async function deleteRemoval(ctx: Context, post: PostId): Promise<void> {
	await ctx.db
		.deleteFrom('spaces_updates.post_removal')
		.where('post_id', '=', post)
		.where('reason', '<>', 'own-wish')
		.execute();
}

/** Forgets the words of posts that were removed before that day. Returns how many. */
export async function forgetWordsRemovedBefore(ctx: Context, day: Date): Promise<number> {
	const forgotten = await ctx.db
		.updateTable('spaces_updates.post as post')
		.set({ words: null })
		.from('spaces_updates.post_removal as removal')
		.whereRef('removal.post_id', '=', 'post.id')
		.where('removal.removed_at', '<', day)
		.where('post.words', 'is not', null)
		.executeTakeFirst();
	return Number(forgotten.numUpdatedRows);
}

/** What was written in threads that are gone for good, and all that was said about it. */
export async function deletePostsInTopics(ctx: Context, topics: readonly string[]): Promise<void> {
	if (topics.length === 0) return;
	const posts = ctx.db
		.selectFrom('spaces_updates.post')
		.select('id')
		.where('topic_id', 'in', [...topics]);
	for (const about of ['post_hiding', 'post_removal', 'post_like'] as const)
		await ctx.db.deleteFrom(`spaces_updates.${about}`).where('post_id', 'in', posts).execute();
	await ctx.db
		.deleteFrom('spaces_updates.post')
		.where('topic_id', 'in', [...topics])
		.execute();
}

/** Everything that was written in a space, and all that was said about it. */
export async function deletePostsIn(ctx: Context, space: SpaceId): Promise<void> {
	const posts = ctx.db.selectFrom('spaces_updates.post').select('id').where('space_id', '=', space);
	for (const about of ['post_hiding', 'post_removal'] as const)
		await ctx.db.deleteFrom(`spaces_updates.${about}`).where('post_id', 'in', posts).execute();
	await ctx.db
		.deleteFrom('spaces_updates.post')
		.where('space_id', '=', space)
		.where('reply_to', 'is not', null)
		.execute();
	await ctx.db.deleteFrom('spaces_updates.post').where('space_id', '=', space).execute();
}
