/** Forgets what is kept only for a while: words of removed posts. Running it twice forgets nothing more. */
import type { Context } from '#platform/context';
import { overBefore } from '#platform/retention';
import { forgetWordsRemovedBefore } from './write-posts.sql.ts';

/** The hourly job. open-to-all: only the worker runs it. */
export async function forgetOldPosts(ctx: Context): Promise<void> {
	await forgetWordsRemovedBefore(ctx, await overBefore(ctx, 'post_removed'));
}
