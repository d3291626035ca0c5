/** A pupil signs in with the card, and signs out. */
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { installation } from '#platform/installation';
import { newToken, sha256 } from '#platform/ids';
import { countAgainst } from '#platform/limits';
import { granted, refused, type Granted, type Result } from '#platform/result';
import type { PupilId } from '#shared/actor';
import { demand } from './abilities.ts';
import { endOfDay, endSession, holderOf, openSession } from './cards.sql.ts';
import { codeTyped, hashOfCode } from './code.ts';
import { openDoorOf } from './doors.sql.ts';
import { wrongCodesFromNetwork } from './limits.ts';
import { tokenOfPupil } from './pupil-session.ts';

export type OpenedSession = { readonly pupil: PupilId; readonly token: string; readonly endsAt: Date };

/**
 * Opens a session until the end of the day in the school's country. A wrong code is told as such and
 * counts against the network it came from; right codes never do, so that a class behind one address
 * signs in together, and neither does what cannot be a code. Throws TooOften for a guesser. `home-closed`: the class
 * signs in at school only, and its door is shut.
 */
export async function signInPupil(
	ctx: Context,
	input: {
		readonly code: string;
		/** The client's network, as the edge vouches for it. */ readonly network: string;
	},
): Promise<Result<OpenedSession, 'not-a-code' | 'unknown-code' | 'home-closed'>> {
	demand(ctx, 'pupils.sign-in');
	const code = codeTyped(input.code);
	if (code === undefined) return refused('not-a-code', 'code');
	const holder = await holderOf(ctx, hashOfCode(installation().secret, code));
	if (!holder) {
		await countAgainst(ctx, wrongCodesFromNetwork, input.network);
		return refused('unknown-code', 'code');
	}
	if (holder.home_closed_at && !(await openDoorOf(ctx, holder.class))) return refused('home-closed');
	return inTransaction(ctx, (inside) => openSessionFor(inside, holder));
}

/** A session of this pupil until the end of the day; whoever calls this has seen that it is the pupil. */
export async function openSessionFor(
	ctx: Context,
	holder: { readonly pupil: PupilId; readonly time_zone: string },
): Promise<Granted<OpenedSession>> {
	const token = newToken();
	const endsAt = await endOfDay(ctx, holder.time_zone);
	await openSession(ctx, sha256(token), holder.pupil, endsAt);
	return granted({ pupil: holder.pupil, token, endsAt });
}

/** Ends the pupil's session; the next child at this tablet begins anew. */
export async function signOutPupil(ctx: Context, headers: Headers): Promise<Granted<undefined>> {
	demand(ctx, 'pupils.sign-out');
	const token = tokenOfPupil(headers);
	if (token !== undefined) await endSession(ctx, sha256(token));
	return granted();
}
