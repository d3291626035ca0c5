/** Forgets what is kept only for a while: words of removed posts, and what posts said before. Running it twice forgets nothing more. */
import type { Context } from '#platform/context';
import { overBefore } from '#platform/retention';
import { deletePostsInTopics, deleteWordsSaidBefore, forgetWordsRemovedBefore } from './write-posts.sql.ts';

/** The hourly job. open-to-all: only the worker runs it. */
export async function forgetOldPosts(ctx: Context): Promise<void> {
	const over = await overBefore(ctx, 'post_removed');
	await forgetWordsRemovedBefore(ctx, over);
	await deleteWordsSaidBefore(ctx, over);
}

/** The posts of threads that are gone for good. open-to-all: called in the transaction of the part that keeps threads. */
export async function forgetTopics(ctx: Context, topics: readonly string[]): Promise<void> {
	await deletePostsInTopics(ctx, topics);
}
