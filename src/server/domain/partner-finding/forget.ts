/** Posts whose time is over. Their lines in the search went when they ended. */
import type { Context } from '#platform/context';
import { overBefore } from '#platform/retention';
import { deleteLinksBefore } from './link-invitations/links.sql.ts';
import { deletePostsOverBefore } from './posts.sql.ts';

/** The hourly job. Running it twice forgets nothing more. open-to-all: only the worker runs it. */
export async function forgetOldPosts(ctx: Context): Promise<void> {
	await deletePostsOverBefore(ctx, await overBefore(ctx, 'partner_post'));
}

/** Links whose time is long over, with their answers. open-to-all: only the worker runs it. */
export async function forgetOldLinks(ctx: Context): Promise<void> {
	await deleteLinksBefore(ctx, await overBefore(ctx, 'link_invitation'));
}
