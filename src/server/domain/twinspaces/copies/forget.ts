/** Copies whose time is over, or that hold more than a family allows now, with their files. */
import { spacesWithPupil, type SpaceId } from '#domain/spaces';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import type { Events } from '#platform/part';
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

/**
 * Runs in the transaction in which a consent ends: no copy that was made with it is fetched any more, and none that is
 * being made is handed over. Whoever asked may ask again.
 */
export async function forgetCopiesHolding(
	ctx: Context,
	{ pupil, purpose }: Events['consent.withdrawn'],
): Promise<void> {
	if (purpose !== 'account' && purpose !== 'picture-inside') return;
	for (const space of await spacesWithPupil(ctx, pupil)) await forgetCopiesOf(ctx, space);
}
