/** Forgets what is kept only for a while: words of removed posts, settled reports. Running it twice forgets nothing more. */
import type { Context } from '#platform/context';
import { overBefore } from '#platform/retention';
import { deleteReportsSettledBefore } from './reports.sql.ts';
import { forgetWordsRemovedBefore } from './write-posts.sql.ts';

/** The hourly job. open-to-all: only the worker runs it. */
export async function forgetOldPosts(ctx: Context): Promise<void> {
	await forgetWordsRemovedBefore(ctx, await overBefore(ctx, 'post_removed'));
	await deleteReportsSettledBefore(ctx, await overBefore(ctx, 'report_settled'));
}
