/** What ending an account is, whoever or whatever ends it. */
import type { Context } from '#platform/context';
import { emit } from '#platform/events';
import type { PupilId } from '#shared/actor';
import { endSessionsOf } from './cards.sql.ts';
import { endPupilRow } from './classes.sql.ts';

/** No card opens anything, every session is over, and the pupil is a member of no space. Inside a transaction. */
export async function putPupilOut(ctx: Context, pupil: PupilId): Promise<void> {
	await endPupilRow(ctx, pupil);
	await endSessionsOf(ctx, [pupil]);
	await emit(ctx, 'pupil.ended', { pupil });
}
