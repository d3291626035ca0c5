/** Notices whose time is over, seen or not. */
import type { Context } from '#platform/context';
import { overBefore } from '#platform/retention';
import { deleteNoticesBefore } from './notices.sql.ts';

/** The hourly job. Running it twice forgets nothing more. open-to-all: only the worker runs it. */
export async function forgetOldNotices(ctx: Context): Promise<void> {
	await deleteNoticesBefore(ctx, await overBefore(ctx, 'notice'));
}
