/** A teacher gives a class another name or language, says where it signs in, keeps it, ends it, or brings it back. */
import type { Context } from '#platform/context';
import { audit } from '#platform/audit';
import { inTransaction } from '#platform/database';
import { emit } from '#platform/events';
import { granted, refused, type Granted, type Result } from '#platform/result';
import type { Locale } from '#shared/locales';
import { demand } from './abilities.ts';
import { endSessionsOf } from './cards.sql.ts';
import { nextLastDay, type ClassId } from './class.ts';
import { bringClassRowsBack, endClassRows, setHomeClosed, setLastDay, updateClass } from './classes.sql.ts';
import { shutDoors } from './doors.sql.ts';
import { reachClass } from './read-classes.ts';

export type ChangeClass = { readonly class: ClassId; readonly name: string; readonly locale: Locale };

/** Another name, another language for the aliases and cards that are made from now on. */
export async function changeClass(ctx: Context, input: ChangeClass): Promise<Granted<undefined>> {
	return inTransaction(ctx, async (ctx) => {
		const { found } = await reachClass(ctx, input.class);
		demand(ctx, 'pupils.look-after-class', found);
		await updateClass(ctx, found.id, { name: input.name, locale: input.locale });
		return granted();
	});
}

/**
 * Closes signing in at home: cards and pictures open something only while a teacher has opened the door. Or allows it
 * again, as it is at first. Whoever is in stays in.
 */
export async function setSigningInAtHome(
	ctx: Context,
	input: { readonly class: ClassId; readonly isAllowed: boolean },
): Promise<Granted<undefined>> {
	return inTransaction(ctx, async (ctx) => {
		const { found } = await reachClass(ctx, input.class);
		demand(ctx, 'pupils.look-after-class', found);
		if (input.isAllowed !== (found.homeClosedAt === undefined)) {
			await setHomeClosed(ctx, found.id, input.isAllowed ? null : ctx.now);
			const deed = input.isAllowed ? 'pupils.home-opened' : 'pupils.home-closed';
			await audit(ctx, deed, { kind: 'class', id: found.id });
		}
		return granted();
	});
}

/** Keeps the class for another school year, once the end of this one is near. `too-early`: it is not yet. */
export async function keepClass(ctx: Context, id: ClassId): Promise<Result<undefined, 'too-early'>> {
	return inTransaction(ctx, async (ctx) => {
		const { found } = await reachClass(ctx, id);
		demand(ctx, 'pupils.look-after-class', found);
		const next = nextLastDay(found.endsOn, ctx.now);
		if (next === undefined) return refused('too-early');
		await setLastDay(ctx, found.id, next);
		await audit(ctx, 'pupils.class-kept', { kind: 'class', id: found.id }, { until: next });
		return granted();
	});
}

/**
 * Ends the class: no card of it opens anything, every session is over, and its pupils are members of no space. What
 * they wrote stays.
 */
export async function endClass(ctx: Context, id: ClassId): Promise<Granted<undefined>> {
	return inTransaction(ctx, async (ctx) => {
		const { found } = await reachClass(ctx, id);
		demand(ctx, 'pupils.look-after-class', found);
		await putClassOut(ctx, found.id);
		return granted();
	});
}

/** What ending a class is, whoever or whatever ends it. */
export async function putClassOut(ctx: Context, id: ClassId): Promise<void> {
	const pupils = await endClassRows(ctx, id);
	await endSessionsOf(ctx, pupils);
	await shutDoors(ctx, id);
	for (const pupil of pupils) await emit(ctx, 'pupil.ended', { pupil });
	await audit(ctx, 'pupils.class-ended', { kind: 'class', id });
}

/** Undoes the ending: the pupils who ended with the class are back in its spaces, and their cards are good again. */
export async function bringClassBack(ctx: Context, id: ClassId): Promise<Granted<undefined>> {
	return inTransaction(ctx, async (ctx) => {
		const { found } = await reachClass(ctx, id);
		demand(ctx, 'pupils.bring-class-back', found);
		const pupils = await bringClassRowsBack(ctx, found.id);
		if (pupils.length > 0) {
			await emit(ctx, 'pupils.added', { class: found.id, school: found.school, pupils });
		}
		await audit(ctx, 'pupils.class-brought-back', { kind: 'class', id: found.id });
		return granted();
	});
}
