/** Materials whose time is over: those that lay in the bin for long, and all of a space that goes. */
import type { SpaceId } from '#domain/spaces';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { forgetFile } from '#platform/files';
import { granted } from '#platform/result';
import { overBefore } from '#platform/retention';
import { allOfSpace, deleteAll, lockBinnedBefore } from './forget.sql.ts';

const atOnce = 500;

/** The hourly job. Running it twice removes nothing more. open-to-all: only the worker runs it. */
export async function removeBinnedMaterials(ctx: Context): Promise<void> {
	const over = await overBefore(ctx, 'material_binned');
	await inTransaction(ctx, async (inside) => {
		const files = await deleteAll(inside, await lockBinnedBefore(inside, over, atOnce));
		for (const file of files) await forgetFile(inside, file);
		return granted();
	});
}

/** Runs in the transaction in which a space is emptied. */
export async function removeMaterialsOf(ctx: Context, space: SpaceId): Promise<void> {
	const files = await deleteAll(ctx, await allOfSpace(ctx, space));
	for (const file of files) await forgetFile(ctx, file);
}
