/** A teacher answers a post, or says that it must not be. */
import { answerAbout } from '#domain/contacts';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { NotFound } from '#platform/errors';
import { emit } from '#platform/events';
import { granted, refused, type Result } from '#platform/result';
import { personOf } from '#shared/actor';
import { demand } from './abilities.ts';
import type { PostId } from './post.ts';
import { insertPostReport } from './posts.sql.ts';
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

export type PostReport = {
	readonly post: PostId;
	readonly reason: 'hurtful' | 'mass' | 'money' | 'safety' | 'other';
	readonly words: string;
};

/** Keeps the report with the words of the post as they were; the author is not told. */
export async function reportPartnerPost(
	ctx: Context,
	input: PostReport,
): Promise<Result<undefined, 'reported-already'>> {
	demand(ctx, 'partners.open-post');
	return inTransaction(ctx, async (ctx) => {
		const { post } = await othersPost(ctx, input.post);
		const by = personOf(ctx.actor) ?? '';
		if (!(await insertPostReport(ctx, post, { ...input, by }))) return refused('reported-already');
		await emit(ctx, 'partner-post.reported', { post: post.id, by, against: post.author });
		return granted();
	});
}

async function othersPost(ctx: Context, id: PostId): Promise<PostPage> {
	const page = await postFor(ctx, id);
	if (page.own) throw new NotFound('post');
	return page;
}
