/** Pupils and classes whose time is over: first they end, a while later they are removed. */
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { emit } from '#platform/events';
import { overBefore } from '#platform/retention';
import type { PupilId } from '#shared/actor';
import type { ClassId } from './class.ts';
import { putClassOut } from './change-class.ts';
import { classesPastLastDay, runningSinceBefore } from './classes.sql.ts';
import { endConsents } from './end-consent.ts';
import {
	classesEndedBefore,
	deleteClass,
	deletePupil,
	endEmptyClasses,
	pupilsEndedBefore,
	pupilsUnusedSince,
} from './forget.sql.ts';
import { putPupilOut } from './put-out.ts';

/** The hourly job. Running it twice ends and removes nothing more. open-to-all: only the worker runs it. */
export async function forgetPupils(ctx: Context): Promise<void> {
	for (const id of await classesPastLastDay(ctx))
		await inTransaction(ctx, (inside) => putClassOut(inside, id));
	const unused = await overBefore(ctx, 'pupil_unused');
	for (const pupil of await pupilsUnusedSince(ctx, unused))
		await inTransaction(ctx, (inside) => putPupilOut(inside, pupil));
	await endEmptyClasses(ctx, unused);
	const over = await overBefore(ctx, 'pupil_ended');
	for (const pupil of await pupilsEndedBefore(ctx, over))
		await inTransaction(ctx, (inside) => removePupil(inside, pupil));
	for (const id of await classesEndedBefore(ctx, over)) await removeClass(ctx, id);
}

/**
 * Classes all of whose projects are over, each with the moment the last one was, end; but those that a teacher brought
 * back since. open-to-all: the worker says whose projects are over.
 */
export async function endClassesOfOverProjects(
	ctx: Context,
	classes: readonly { readonly class: ClassId; readonly over: Date }[],
): Promise<void> {
	for (const id of await runningSinceBefore(ctx, classes))
		await inTransaction(ctx, (inside) => putClassOut(inside, id));
}

/**
 * By the worker when the time is over, or at once when the family wants it. What was allowed ends before, so that nothing
 * shown outlives it; what the pupil wrote belongs to a member of a space, who is nobody any more. Inside a transaction.
 */
export async function removePupil(ctx: Context, pupil: PupilId): Promise<void> {
	await endConsents(ctx, { pupil });
	await emit(ctx, 'pupil.removed', { pupil });
	await deletePupil(ctx, pupil);
}

async function removeClass(ctx: Context, id: ClassId): Promise<void> {
	await inTransaction(ctx, async (inside) => {
		await emit(inside, 'class.removed', { class: id });
		await deleteClass(inside, id);
	});
}
