/** Requests and messages whose time is over. Who became contacts stay contacts. */
import type { Context } from '#platform/context';
import { overBefore } from '#platform/retention';
import { deleteRequestsBefore } from './contacts.sql.ts';
import { deleteMessagesBefore } from './mailbox/mailbox.sql.ts';

/** The hourly job. Running it twice forgets nothing more. open-to-all: only the worker runs it. */
export async function forgetOldRequests(ctx: Context): Promise<void> {
	await deleteRequestsBefore(ctx, await overBefore(ctx, 'request'));
}

/** The hourly job for conversations. Running it twice forgets nothing more. open-to-all: only the worker runs it. */
export async function forgetOldMessages(ctx: Context): Promise<void> {
	await deleteMessagesBefore(ctx, await overBefore(ctx, 'message'));
}
