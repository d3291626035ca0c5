/** Copies whose time is over, with their files. */
import type { SpaceId } from '#domain/spaces';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { forgetFile } from '#platform/files';
import { granted } from '#platform/result';
import { overBefore } from '#platform/retention';
import { deleteCopies } from './copies.sql.ts';

/** The hourly job. Running it twice removes nothing more. open-to-all: only the worker runs it. */
export async function forgetCopies(ctx: Context): Promise<void> {
	const askedBefore = await overBefore(ctx, 'copy');
	await inTransaction(ctx, async (inside) => {
		for (const file of await deleteCopies(inside, { askedBefore })) await forgetFile(inside, file);
		return granted();
	});
}

/** Runs in the transaction in which a space is emptied. */
export async function forgetCopiesOf(ctx: Context, space: SpaceId): Promise<void> {
	for (const file of await deleteCopies(ctx, { space })) await forgetFile(ctx, file);
}
