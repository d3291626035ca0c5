/** Contact requests whose time is over, with their answers. Who became contacts stay contacts. */
import type { Context } from '#platform/context';
import { overBefore } from '#platform/retention';
import { deleteRequestsBefore } from './contacts.sql.ts';

/** The hourly job. Running it twice forgets nothing more. open-to-all: only the worker runs it. */
export async function forgetOldRequests(ctx: Context): Promise<void> {
	await deleteRequestsBefore(ctx, await overBefore(ctx, 'request'));
}
