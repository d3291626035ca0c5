/** Forgets what is kept only for a while: words of removed posts. Running it twice forgets nothing more. */
import type { Context } from '#platform/context';
import { overBefore } from '#platform/retention';
import { deletePostsInTopics, forgetWordsRemovedBefore } from './write-posts.sql.ts';

/** The hourly job. open-to-all: only the worker runs it. */
export async function forgetOldPosts(ctx: Context): Promise<void> {
	await forgetWordsRemovedBefore(ctx, await overBefore(ctx, 'post_removed'));
}

/** The posts of threads that are gone for good. open-to-all: called in the transaction of the part that keeps threads. */
export async function forgetTopics(ctx: Context, topics: readonly string[]): Promise<void> {
	await deletePostsInTopics(ctx, topics);
}
