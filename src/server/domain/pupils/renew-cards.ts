/** New cards for chosen pupils: their old codes end, everybody else's stay valid. */
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { NotFound } from '#platform/errors';
import { installation } from '#platform/installation';
import { granted, type Granted } from '#platform/result';
import type { PupilId } from '#shared/actor';
import { demand } from './abilities.ts';
import { endSessionsOf, replaceCards } from './cards.sql.ts';
import type { ClassId, PrintedCard, Pupil } from './class.ts';
import { pupilsOf } from './classes.sql.ts';
import { hashOfCode, newCode } from './code.ts';
import { reachClass } from './read-classes.ts';

/**
 * The cards to print, in the order in which they are asked for. The codes are told this once and never again. A pupil who is not of the
 * class is not found, and nothing is renewed.
 */
export async function renewCards(
	ctx: Context,
	input: { readonly class: ClassId; readonly pupils: readonly PupilId[] },
): Promise<Granted<readonly PrintedCard[]>> {
	return inTransaction(ctx, async (ctx) => {
		const { found, teacher } = await reachClass(ctx, input.class);
		demand(ctx, 'pupils.look-after-class', found);
		const chosen = chosenOf(await pupilsOf(ctx, found.id), input.pupils);
		const cards = chosen.map((pupil) => ({ pupil: pupil.id, alias: pupil.alias, code: newCode() }));
		const { secret } = installation();
		const kept = cards.map((card) => ({ pupil: card.pupil, hash: hashOfCode(secret, card.code) }));
		if (kept.length > 0) {
			await replaceCards(ctx, teacher, kept);
			await endSessionsOf(ctx, input.pupils);
		}
		return granted(cards);
	});
}

/** Those pupils of the class, in the order asked for; one who is not of it is not found. */
export function chosenOf(pupils: readonly Pupil[], ids: readonly PupilId[]): readonly Pupil[] {
	const known = new Map(pupils.map((pupil) => [pupil.id, pupil]));
	return [...new Set(ids)].map((id) => {
		const pupil = known.get(id);
		if (!pupil) throw new NotFound('pupil');
		return pupil;
	});
}
