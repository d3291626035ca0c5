/** A pupil takes another secret: a new code for the card, or other pictures. Whoever sits at a tablet that was left open cannot. */
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { NotFound } from '#platform/errors';
import { installation } from '#platform/installation';
import { countAgainst, forgetCount } from '#platform/limits';
import { granted, refused, type Granted, type Result } from '#platform/result';
import type { Pupil } from '#shared/actor';
import { demand } from './abilities.ts';
import { changeOwnCard, endOtherSessionsOf, holderOf } from './cards.sql.ts';
import { codeTyped, hashOfCode, newCode } from './code.ts';
import { changeOwnPictures, pictureCodeOf } from './doors.sql.ts';
import { wrongOwnSecret } from './limits.ts';
import { hashOfPictures, isPictureCode } from './picture-code.ts';

/** With what this pupil signs in besides a card: the own sign, when there are pictures. */
export async function ownSignFor(ctx: Context): Promise<number | undefined> {
	demand(ctx, 'pupils.replace-secret');
	return (await pictureCodeOf(ctx, actingPupil(ctx).pupil))?.sign;
}

/** The new code, told this once; the card in hand is worthless from now on. Refused without the present code. */
export async function replaceOwnCode(
	ctx: Context,
	present: string,
): Promise<Result<{ readonly code: string }, 'not-a-code' | 'not-mine'>> {
	demand(ctx, 'pupils.replace-secret');
	const me = actingPupil(ctx);
	const typed = codeTyped(present);
	if (typed === undefined) return refused('not-a-code', 'present');
	await countAgainst(ctx, wrongOwnSecret, me.pupil);
	const { secret } = installation();
	const holder = await holderOf(ctx, hashOfCode(secret, typed));
	if (holder?.pupil !== me.pupil) return refused('not-mine', 'present');
	await forgetCount(ctx, wrongOwnSecret, me.pupil);
	return inTransaction(ctx, async (inside) => {
		const code = newCode();
		await changeOwnCard(inside, me.pupil, hashOfCode(secret, code));
		await endOtherSessionsOf(inside, me);
		return granted({ code });
	});
}

/** Other pictures from now on. Refused without the present ones, and when the new ones are no four in a row. */
export async function replaceOwnPictures(
	ctx: Context,
	input: { readonly present: readonly number[]; readonly fresh: readonly number[] },
): Promise<Result<undefined, 'not-mine' | 'no-pictures'>> {
	demand(ctx, 'pupils.replace-secret');
	const me = actingPupil(ctx);
	if (!isPictureCode(input.fresh)) return refused('no-pictures');
	await countAgainst(ctx, wrongOwnSecret, me.pupil);
	const { secret } = installation();
	const own = await pictureCodeOf(ctx, me.pupil);
	if (!own?.hash.equals(hashOfPictures(secret, me.pupil, input.present))) return refused('not-mine');
	await forgetCount(ctx, wrongOwnSecret, me.pupil);
	return inTransaction(ctx, async (inside): Promise<Granted<undefined>> => {
		await changeOwnPictures(inside, me.pupil, hashOfPictures(secret, me.pupil, input.fresh));
		await endOtherSessionsOf(inside, me);
		return granted();
	});
}

function actingPupil({ actor }: Context): Pupil {
	if (actor.kind !== 'pupil') throw new NotFound('pupil');
	return actor;
}
