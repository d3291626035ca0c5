/** A teacher answers a post. */
import { answerAbout } from '#domain/contacts';
import type { Context } from '#platform/context';
import { NotFound } from '#platform/errors';
import { granted, type Result } from '#platform/result';
import { demand } from './abilities.ts';
import type { PostId } from './post.ts';
import { postFor, type PostPage } from './read-posts.ts';

type AnswerRefusal = Exclude<Awaited<ReturnType<typeof answerAbout>>, { readonly ok: true }>['reason'];

/** Begins or goes on with a conversation with the author, about the post. */
export async function answerPost(
	ctx: Context,
	input: { readonly post: PostId; readonly words: string },
): Promise<Result<{ readonly author: string }, AnswerRefusal>> {
	demand(ctx, 'partners.open-post');
	const { post } = await othersPost(ctx, input.post);
	const about = { title: post.title, path: `/partners/posts/${post.id}` };
	const answered = await answerAbout(ctx, { to: post.author, words: input.words, about });
	return answered.ok ? granted({ author: post.author }) : answered;
}

/** A post of somebody else. NotFound for the own. */
export async function othersPost(ctx: Context, id: PostId): Promise<PostPage> {
	const page = await postFor(ctx, id);
	if (page.own) throw new NotFound('post');
	return page;
}
