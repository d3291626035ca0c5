/** Posts whose time is over. Their lines in the search went when they ended. */
import type { Context } from '#platform/context';
import { overBefore } from '#platform/retention';
import { deletePostsOverBefore } from './posts.sql.ts';

/** The hourly job. Running it twice forgets nothing more. open-to-all: only the worker runs it. */
export async function forgetOldPosts(ctx: Context): Promise<void> {
	await deletePostsOverBefore(ctx, await overBefore(ctx, 'partner_post'));
}
