/** A teacher gives a pupil another alias, ends the pupil's account, or brings it back. */
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { NotFound } from '#platform/errors';
import { emit } from '#platform/events';
import { granted, refused, type Granted, type Result } from '#platform/result';
import type { PupilId } from '#shared/actor';
import { demand } from './abilities.ts';
import { foldedAlias } from './aliases.ts';
import { mostPupils, type ClassId } from './class.ts';
import {
	bringPupilRowBack,
	endedPupilsOf,
	foldedAliasesOf,
	lockClass,
	pupilsOf,
	updateAlias,
} from './classes.sql.ts';
import { putPupilOut } from './put-out.ts';
import { reachClass } from './read-classes.ts';

type OfClass = { readonly class: ClassId; readonly pupil: PupilId };

/** Gives the pupil another alias; one that is or was used in the class is refused. */
export async function renamePupil(
	ctx: Context,
	input: OfClass & { readonly alias: string },
): Promise<Result<undefined, 'alias-taken' | 'alias-empty'>> {
	return inTransaction(ctx, async (ctx) => {
		const pupil = await reachPupil(ctx, input);
		await lockClass(ctx, input.class);
		const folded = foldedAlias(input.alias);
		if (folded.trim() === '') return refused('alias-empty', 'alias');
		const same = folded === foldedAlias(pupil.alias);
		if (!same && (await foldedAliasesOf(ctx, input.class)).has(folded))
			return refused('alias-taken', 'alias');
		await updateAlias(ctx, pupil.id, input.alias, folded);
		return granted();
	});
}

/** Ends the account: the card is worthless and every session over; what the pupil wrote stays in its space. */
export async function endPupil(ctx: Context, input: OfClass): Promise<Granted<undefined>> {
	return inTransaction(ctx, async (ctx) => {
		const pupil = await reachPupil(ctx, input);
		await putPupilOut(ctx, pupil.id);
		return granted();
	});
}

/** Undoes the ending: the pupil is back in the spaces of the class, and the card is good again. */
export async function bringPupilBack(ctx: Context, input: OfClass): Promise<Result<undefined, 'class-full'>> {
	return inTransaction(ctx, async (ctx) => {
		const { found } = await reachClass(ctx, input.class);
		demand(ctx, 'pupils.look-after-class', found);
		await lockClass(ctx, found.id);
		const pupil = (await endedPupilsOf(ctx, found.id)).find(({ id }) => id === input.pupil);
		if (!pupil) throw new NotFound('pupil');
		if ((await pupilsOf(ctx, found.id)).length >= mostPupils) return refused('class-full');
		await bringPupilRowBack(ctx, pupil.id);
		await emit(ctx, 'pupils.added', { class: found.id, school: found.school, pupils: [pupil.id] });
		return granted();
	});
}

async function reachPupil(ctx: Context, input: OfClass) {
	const { found } = await reachClass(ctx, input.class);
	demand(ctx, 'pupils.look-after-class', found);
	const pupil = (await pupilsOf(ctx, found.id)).find(({ id }) => id === input.pupil);
	if (!pupil) throw new NotFound('pupil');
	return pupil;
}
