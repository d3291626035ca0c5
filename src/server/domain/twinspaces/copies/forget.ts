/** Copies whose time is over, or that hold more than a family allows now, with their files. */
import type { ConsentPurpose } from '#domain/pupils';
import { nameOfSpace, spacesWithPupil, type SpaceId } from '#domain/spaces';
import { t } from '#messages/copies';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { forgetFile } from '#platform/files';
import type { Events } from '#platform/part';
import { granted } from '#platform/result';
import { overBefore } from '#platform/retention';
import type { PupilId } from '#shared/actor';
import { deleteCopies, spacesWithCopies } from './copies.sql.ts';

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
	for (const space of await spacesTakenAlong(ctx, pupil, purpose)) await forgetCopiesOf(ctx, space);
}

/** The same, told before: a sentence for each space, in the reader's language. open-to-all: the class was reached. */
export async function copiesEndingWith(
	ctx: Context,
	pupil: PupilId,
	purpose: ConsentPurpose,
): Promise<string[]> {
	const spaces = await spacesTakenAlong(ctx, pupil, purpose);
	const names = await Promise.all(spaces.map((space) => nameOfSpace(ctx, space)));
	return names.map((name) => t('copies.consent-ends', { name }));
}

/** The spaces with copies that may hold what this consent allowed. */
async function spacesTakenAlong(ctx: Context, pupil: PupilId, purpose: ConsentPurpose): Promise<SpaceId[]> {
	if (purpose !== 'account' && purpose !== 'picture-inside') return [];
	return spacesWithCopies(ctx, await spacesWithPupil(ctx, pupil));
}
