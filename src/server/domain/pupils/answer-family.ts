/** What a family may ask of the school about its child: all that is kept, and that it goes at once. */
import { audit } from '#platform/audit';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { NotFound } from '#platform/errors';
import { emit } from '#platform/events';
import { countAgainst } from '#platform/limits';
import { parts } from '#platform/part';
import { granted, type Granted } from '#platform/result';
import type { PersonId, PupilId } from '#shared/actor';
import { demand } from './abilities.ts';
import type { ClassId } from './class.ts';
import { everybodyOf } from './classes.sql.ts';
import { removePupil } from './forget.ts';
import { isKept } from './forget.sql.ts';
import { filesForFamilies } from './limits.ts';
import { putPupilOut } from './put-out.ts';
import { reachClass } from './read-classes.ts';

export type OneOfClass = { readonly class: ClassId; readonly pupil: PupilId };

/** Part → what it keeps of the pupil; nothing about anybody else. */
export type PupilExport = Readonly<Record<string, unknown>>;

/**
 * All that is kept of one pupil, part by part, in a form that other programs can read. Written down each time; throws
 * TooOften for who wants those of a whole school.
 */
export async function exportPupil(ctx: Context, one: OneOfClass): Promise<Granted<PupilExport>> {
	const { pupil, teacher } = await reachForFamily(ctx, one);
	await countAgainst(ctx, filesForFamilies, teacher);
	return inTransaction(ctx, async (inside) => {
		await audit(inside, 'pupils.exported', { kind: 'pupil', id: pupil.id });
		const kept: Record<string, unknown> = {};
		for (const { name, privacy } of parts())
			if (privacy.exportForPupil) kept[name] = await privacy.exportForPupil(inside, pupil.id);
		return granted(kept);
	});
}

/**
 * Removes one pupil at once, also one whose account or class has ended: alias, card, consents. What the pupil wrote
 * stays as from nobody of the school; who stands on public pages is on none any more. Nobody brings that back, and after
 * an older backup the pupil is forgotten again.
 */
export async function erasePupil(ctx: Context, one: OneOfClass): Promise<Granted<undefined>> {
	return inTransaction(ctx, async (inside) => {
		const { pupil } = await reachForFamily(inside, one);
		await audit(inside, 'pupils.pupil-erased', { kind: 'class', id: one.class });
		await forget(inside, pupil.id, pupil.isHere);
		await emit(inside, 'pupil.erased', { pupil: pupil.id });
		return granted();
	});
}

/**
 * What is forgotten with a number of the ledger of erasures: a person is known by id only, and is forgotten elsewhere; a
 * pupil who came back with an older backup goes again. open-to-all: the platform calls it when somebody is erased.
 */
export async function forgetAgain(ctx: Context, id: PersonId): Promise<void> {
	const kept = await isKept(ctx, id);
	if (kept) await forget(ctx, id, kept.isHere);
}

async function forget(ctx: Context, pupil: PupilId, isHere: boolean): Promise<void> {
	if (isHere) await putPupilOut(ctx, pupil);
	await removePupil(ctx, pupil);
}

async function reachForFamily(ctx: Context, one: OneOfClass) {
	const { found, teacher } = await reachClass(ctx, one.class);
	demand(ctx, 'pupils.answer-family', found);
	const pupil = (await everybodyOf(ctx, found.id)).find(({ id }) => id === one.pupil);
	if (!pupil) throw new NotFound('pupil');
	return { pupil, teacher };
}
