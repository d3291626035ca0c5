/** A teacher writes a partner post, renews it, or closes it. */
import { validatedAffiliations } from '#domain/people';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { NotFound } from '#platform/errors';
import { newId } from '#platform/ids';
import { granted, refused, type Result } from '#platform/result';
import { personOf } from '#shared/actor';
import { demand } from './abilities.ts';
import { refreshPeople } from './keep-entries.ts';
import { endOfRun, mostRunningPosts, stateOf, usualRun, type Post, type PostId } from './post.ts';
import { insertClosure, insertPost, lockAuthor, prolongPost, runningPostsOf } from './posts.sql.ts';
import { postFor } from './read-posts.ts';

export type WritePost = Omit<Post, 'id' | 'author' | 'school' | 'postedAt' | 'expiresAt' | 'closed'> & {
	/** Days until it must be renewed. */
	readonly days: number;
};

/** `too-many-running`: close one of yours first. */
export type PostRefusal = 'too-many-running' | 'ages-backwards' | 'no-validated-place';

/** Posts it under the school at which the author is validated; it can be found at once. */
export async function writePost(
	ctx: Context,
	input: WritePost,
): Promise<Result<{ readonly post: PostId }, PostRefusal>> {
	demand(ctx, 'partners.write-post');
	const author = personOf(ctx.actor);
	if (author === undefined) throw new NotFound('person');
	if (input.agesFrom > input.agesTo) return refused('ages-backwards', 'ages-to');
	return inTransaction(ctx, async (inside) => {
		await lockAuthor(inside, author);
		const running = await runningPostsOf(inside, [author]);
		if (running.length >= mostRunningPosts) return refused('too-many-running');
		const [place] = await validatedAffiliations(inside, author);
		if (!place) return refused('no-validated-place');
		const { days, ...words } = input;
		const id = newId();
		const expiresAt = endOfRun(ctx.now, days);
		await insertPost(inside, { ...words, id, author, school: place.school, postedAt: ctx.now, expiresAt });
		await refreshPeople(inside, [author]);
		return granted({ post: id });
	});
}

/** The post runs for another while from now; also one that had expired. A closed post stays closed. */
export async function renewPost(
	ctx: Context,
	input: { readonly post: PostId },
): Promise<Result<undefined, 'closed-already' | 'too-many-running'>> {
	const { author } = await ownPost(ctx, input.post);
	return inTransaction(ctx, async (inside) => {
		await lockAuthor(inside, author);
		const post = await ownPost(inside, input.post);
		if (post.closed) return refused('closed-already');
		const others = (await runningPostsOf(inside, [author])).filter(({ id }) => id !== post.id);
		if (stateOf(post, ctx.now) === 'expired' && others.length >= mostRunningPosts)
			return refused('too-many-running');
		await prolongPost(inside, post.id, endOfRun(ctx.now, usualRun));
		await refreshPeople(inside, [author]);
		return granted();
	});
}

/** The post is found no more: partners were found, or the author thinks otherwise. */
export async function closePost(
	ctx: Context,
	input: { readonly post: PostId; readonly reason: 'filled' | 'withdrawn' },
): Promise<Result<undefined, never>> {
	const post = await ownPost(ctx, input.post);
	return inTransaction(ctx, async (inside) => {
		await insertClosure(inside, post.id, input.reason);
		await refreshPeople(inside, [post.author]);
		return granted();
	});
}

async function ownPost(ctx: Context, id: PostId): Promise<Post> {
	const { post } = await postFor(ctx, id);
	demand(ctx, 'partners.change-post', post);
	return post;
}
