/** A teacher gives a class another name or language, ends it, or brings it back. */
import type { Context } from '#platform/context';
import { audit } from '#platform/audit';
import { inTransaction } from '#platform/database';
import { emit } from '#platform/events';
import { granted, type Granted } from '#platform/result';
import type { Locale } from '#shared/locales';
import { demand } from './abilities.ts';
import { endSessionsOf } from './cards.sql.ts';
import type { ClassId } from './class.ts';
import { bringClassRowsBack, endClassRows, updateClass } from './classes.sql.ts';
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
 * Ends the class: no card of it opens anything, every session is over, and its pupils are members of no space. What
 * they wrote stays.
 */
export async function endClass(ctx: Context, id: ClassId): Promise<Granted<undefined>> {
	return inTransaction(ctx, async (ctx) => {
		const { found } = await reachClass(ctx, id);
		demand(ctx, 'pupils.look-after-class', found);
		const pupils = await endClassRows(ctx, found.id);
		await endSessionsOf(ctx, pupils);
		for (const pupil of pupils) await emit(ctx, 'pupil.ended', { pupil });
		await audit(ctx, 'pupils.class-ended', { kind: 'class', id: found.id });
		return granted();
	});
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
