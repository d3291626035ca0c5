/** New pictures for chosen pupils: their old ones end, everybody else's stay valid. */
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { installation } from '#platform/installation';
import { forgetCount } from '#platform/limits';
import { granted, type Granted } from '#platform/result';
import type { PupilId } from '#shared/actor';
import { demand } from './abilities.ts';
import { endSessionsOf } from './cards.sql.ts';
import type { ClassId } from './class.ts';
import { lockClass, pupilsOf } from './classes.sql.ts';
import { freeSignsOfEnded, pictureCodesOf, replacePictures } from './doors.sql.ts';
import { wrongPicturesOfPupil } from './limits.ts';
import { freeSigns, hashOfPictures, newPictures } from './picture-code.ts';
import { reachClass } from './read-classes.ts';
import { chosenOf } from './renew-cards.ts';

/** What a teacher holds in hand after printing: told once, kept nowhere. */
export type PrintedPictures = {
	readonly pupil: PupilId;
	readonly alias: string;
	readonly sign: number;
	readonly pictures: readonly number[];
};

/**
 * The cards to print, in the order in which they are asked for. A sign once given stays the pupil's. Somebody who
 * waits after too many wrong pictures waits no longer.
 */
export async function renewPictures(
	ctx: Context,
	input: { readonly class: ClassId; readonly pupils: readonly PupilId[] },
): Promise<Granted<readonly PrintedPictures[]>> {
	return inTransaction(ctx, async (ctx) => {
		const { found, teacher } = await reachClass(ctx, input.class);
		demand(ctx, 'pupils.look-after-class', found);
		await lockClass(ctx, found.id);
		const chosen = chosenOf(await pupilsOf(ctx, found.id), input.pupils);
		const signs = await signsFor(
			ctx,
			found.id,
			chosen.map((pupil) => pupil.id),
		);
		const cards = chosen.map(({ id, alias }) => ({
			pupil: id,
			alias,
			sign: signs.get(id) ?? 0,
			pictures: newPictures(),
		}));
		const { secret } = installation();
		if (cards.length > 0) {
			const kept = cards.map(({ pupil, sign, pictures }) => ({
				pupil,
				sign,
				hash: hashOfPictures(secret, pupil, pictures),
			}));
			await replacePictures(ctx, found.id, teacher, kept);
			await endSessionsOf(ctx, input.pupils);
			for (const { pupil } of cards) await forgetCount(ctx, wrongPicturesOfPupil, pupil);
		}
		return granted(cards);
	});
}

async function signsFor(
	ctx: Context,
	id: ClassId,
	pupils: readonly PupilId[],
): Promise<ReadonlyMap<PupilId, number>> {
	await freeSignsOfEnded(ctx, id);
	const known = new Map((await pictureCodesOf(ctx, id)).map(({ pupil, sign }) => [pupil, sign]));
	const free = freeSigns(new Set(known.values()));
	for (const pupil of pupils) known.set(pupil, known.get(pupil) ?? free.pop() ?? 0);
	return known;
}
