/** Forgets what is kept only for a while: words of removed posts, settled reports. Running it twice forgets nothing more. */
import type { Context } from '#platform/context';
import { postLimits } from './post.ts';
import { deleteReportsSettledBefore } from './reports.sql.ts';
import { forgetWordsRemovedBefore } from './write-posts.sql.ts';

const day = 24 * 3600 * 1000;

/** The nightly job. open-to-all: only the worker runs it. */
export async function forgetOldPosts(ctx: Context): Promise<void> {
	await forgetWordsRemovedBefore(ctx, new Date(ctx.now.getTime() - postLimits.removedKeptDays * day));
	await deleteReportsSettledBefore(
		ctx,
		new Date(ctx.now.getTime() - postLimits.settledReportsKeptDays * day),
	);
}
