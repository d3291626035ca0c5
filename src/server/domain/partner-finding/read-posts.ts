/** Reads of partner posts. */
import { personCards, type PersonCard } from '#domain/people';
import type { Context } from '#platform/context';
import { NotFound } from '#platform/errors';
import { isId } from '#platform/ids';
import { personOf } from '#shared/actor';
import { demand } from './abilities.ts';
import { stateOf, type Post, type PostState } from './post.ts';
import { postsBy, visiblePost } from './posts.sql.ts';

export type PostPage = {
	readonly post: Post;
	readonly state: PostState;
	readonly author: PersonCard;
	/** It is the reader's. */
	readonly own: boolean;
};

/** One post with its author. A post that ended exists for its author only. */
export async function postFor(ctx: Context, id: string): Promise<PostPage> {
	const post = isId(id) ? await visiblePost(ctx, id) : undefined;
	if (!post) throw new NotFound('post');
	demand(ctx, 'partners.open-post');
	const author = (await personCards(ctx, [post.author])).get(post.author);
	if (!author) throw new NotFound('post');
	return { post, state: stateOf(post, ctx.now), author, own: post.author === personOf(ctx.actor) };
}

/** So many of one's posts are listed. */
const ownPostsShown = 100;

/** My posts, the newest first, with what became of them. */
export async function ownPosts(ctx: Context): Promise<{ readonly post: Post; readonly state: PostState }[]> {
	demand(ctx, 'partners.write-post');
	const posts = await postsBy(ctx, personOf(ctx.actor) ?? '', ownPostsShown);
	return posts.map((post) => ({ post, state: stateOf(post, ctx.now) }));
}
