/** Authors hear in time that a post ends, with a link that lets it run on. */
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { NotFound } from '#platform/errors';
import { emit } from '#platform/events';
import { granted, refused, type Result } from '#platform/result';
import { refreshPeople } from './keep-entries.ts';
import { endOfRun, usualRun, type Post } from './post.ts';
import { lockAuthor, postById, postsEndingBefore, prolongPost, takeReminder } from './posts.sql.ts';
import { isSigned, namedBy, signedToken } from './signed-link.ts';

/** So many days before its end the author of a post is reminded. */
const remindBefore = 5;

/** The hourly job: each run of a post is reminded of once. open-to-all: only the worker runs it. */
export async function remindAuthors(ctx: Context): Promise<void> {
	for (const post of await postsEndingBefore(ctx, endOfRun(ctx.now, remindBefore))) {
		await inTransaction(ctx, async (inside) => {
			if (!(await takeReminder(inside, post.id))) return;
			await emit(inside, 'notice', {
				to: [post.author],
				kind: 'partner-post-ending',
				params: { title: post.title, days: remindBefore },
				path: `/partners/posts/renew/${renewalToken(post)}`,
			});
		});
	}
}

/** The post behind the link in a reminder; the link serves for one run. open-to-all: whoever has it has the letter. */
export async function postBehind(
	ctx: Context,
	token: string,
): Promise<{
	readonly title: string;
	readonly locale: string;
	readonly renewable: boolean;
	readonly until: Date;
}> {
	const { post, current } = await reachByLink(ctx, token);
	const { title, locale, expiresAt } = post;
	return { title, locale, renewable: current && !post.closed, until: expiresAt };
}

/** Lets the post run on from now. open-to-all; a second click finds it done. */
export async function renewByLink(ctx: Context, token: string): Promise<Result<undefined, 'closed-already'>> {
	return inTransaction(ctx, async (ctx) => {
		const { post, current } = await reachByLink(ctx, token);
		if (post.closed) return refused('closed-already');
		if (!current) return granted();
		await lockAuthor(ctx, post.author);
		await prolongPost(ctx, post.id, endOfRun(ctx.now, usualRun));
		await refreshPeople(ctx, [post.author]);
		return granted();
	});
}

/** The end of the run stands in the link: when it has moved on, the link has done its work. */
async function reachByLink(ctx: Context, token: string): Promise<{ post: Post; current: boolean }> {
	const [signed = '', end = ''] = token.split('~');
	const id = namedBy(signed);
	const post =
		id !== undefined && isSigned(signed, 'renew post', id, end) ? await postById(ctx, id) : undefined;
	if (!post) throw new NotFound('post');
	return { post, current: end === endIn(post) };
}

function renewalToken(post: Post): string {
	return `${signedToken('renew post', post.id, endIn(post))}~${endIn(post)}`;
}

function endIn({ expiresAt }: Post): string {
	return expiresAt.getTime().toString(36);
}
