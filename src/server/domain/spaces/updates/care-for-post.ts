/** Small things done with a post: it is liked, kept on top, or its author mends the words. */
import { demandRight } from '#domain/spaces';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { Forbidden } from '#platform/errors';
import { countAgainst } from '#platform/limits';
import { granted, refused, type Granted, type Result } from '#platform/result';
import { postLimits } from './post.ts';
import type { PostAt } from './moderate-post.ts';
import { countPinned } from './posts.sql.ts';
import { postFor } from './read-posts.ts';
import { placeOf, reading } from './visibility.ts';
import { replaceWords, setLike, updatePost } from './write-posts.sql.ts';
import { holdForLook, type Words } from './write-post.ts';

/** Likes a post of somebody else, or takes that back. */
export async function likePost(
	ctx: Context,
	{ likes, ...at }: PostAt & { readonly likes: boolean },
): Promise<Granted<undefined>> {
	const { space, row, post } = await postFor(ctx, at.space, at.post);
	demandRight(ctx, space, 'updates.like');
	if (!post.may.has('like')) throw new Forbidden('updates.like');
	return inTransaction(ctx, async (inside) => {
		await setLike(inside, row.id, space.me.id, likes);
		return granted();
	});
}

/** Keeps an update on top, or lets it go down again. `too-many-pinned`: what is on top of everything is on top of nothing. */
export async function pinPost(
	ctx: Context,
	{ pins, ...at }: PostAt & { readonly pins: boolean },
): Promise<Result<undefined, 'too-many-pinned'>> {
	const { space, row, post } = await postFor(ctx, at.space, at.post);
	demandRight(ctx, space, 'updates.pin');
	if (!post.may.has('pin') || row.replyTo !== null) throw new Forbidden('updates.pin');
	if (pins && !row.isPinned && (await countPinned(ctx, space.id)) >= postLimits.pinned)
		return refused('too-many-pinned');
	return inTransaction(ctx, async (inside) => {
		const pinned = pins
			? { pinned_at: ctx.now, pinned_by: space.me.id }
			: { pinned_at: null, pinned_by: null };
		await updatePost(inside, row.id, pinned);
		return granted();
	});
}

/**
 * The author says it anew; what it said before stands in the log of the teachers. A pupil's words wait for a look by the
 * same rules as before.
 */
export async function mendPost(
	ctx: Context,
	{ words, locale, ...at }: PostAt & Words,
): Promise<Result<undefined, 'not-open'>> {
	const { space, row, post } = await postFor(ctx, at.space, at.post);
	demandRight(ctx, space, reading[placeOf(row)]);
	if (row.by.id !== space.me.id) throw new Forbidden('posts.mend');
	if (!post.may.has('mend')) return refused('not-open');
	await countAgainst(ctx, postLimits.posts, space.me.id);
	return inTransaction(ctx, async (inside) => {
		await replaceWords(inside, row.id, { words, locale });
		await holdForLook(inside, space, { id: row.id, title: '', words, locale });
		return granted();
	});
}
