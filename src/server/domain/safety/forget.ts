/** Matters whose time is over, with everything that was said about them. Running it twice forgets nothing more. */
import type { Context } from '#platform/context';
import { overBefore } from '#platform/retention';
import { deleteMattersSettledBefore } from './matters.sql.ts';
import { deleteSuspensionsOverBefore } from './suspensions.sql.ts';

/** The hourly job. open-to-all: only the worker runs it. */
export async function forgetOldMatters(ctx: Context): Promise<void> {
	const before = await overBefore(ctx, 'report_settled');
	await deleteMattersSettledBefore(ctx, before);
	await deleteSuspensionsOverBefore(ctx, before);
}
