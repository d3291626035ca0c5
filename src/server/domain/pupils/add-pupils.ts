/** A teacher adds pupils to a class, by alias only. */
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { emit } from '#platform/events';
import { newId } from '#platform/ids';
import { granted, refused, type Result } from '#platform/result';
import type { PupilId } from '#shared/actor';
import { demand } from './abilities.ts';
import { foldedAlias } from './aliases.ts';
import { mostPupils, type ClassId } from './class.ts';
import { foldedAliasesOf, insertPupils, lockClass, pupilsOf, type NewPupil } from './classes.sql.ts';
import { reachClass } from './read-classes.ts';

export type AliasRefusal = 'alias-twice' | 'alias-taken' | 'alias-empty' | 'class-full';

/**
 * The new pupils, in the order of the aliases. Refuses the whole list when an alias stands twice in it, is
 * or was used in the class, or says nothing (the field says which: `aliases-3`); and when the class would hold
 * more than it may.
 */
export async function addPupils(
	ctx: Context,
	input: { readonly class: ClassId; readonly aliases: readonly string[] },
): Promise<Result<readonly PupilId[], AliasRefusal>> {
	return inTransaction(ctx, async (ctx) => {
		const { found, teacher } = await reachClass(ctx, input.class);
		demand(ctx, 'pupils.look-after-class', found);
		await lockClass(ctx, found.id);
		const pupils = input.aliases.map(newPupil);
		const refusal = refusalOf(pupils, await foldedAliasesOf(ctx, found.id));
		if (refusal) return refused(refusal.reason, `aliases-${refusal.place}`);
		const present = await pupilsOf(ctx, found.id);
		if (present.length + pupils.length > mostPupils) return refused('class-full', 'aliases');
		const ids = pupils.map((pupil) => pupil.id);
		if (ids.length > 0) {
			await insertPupils(ctx, found.id, teacher, pupils);
			await emit(ctx, 'pupils.added', { class: found.id, school: found.school, pupils: ids });
		}
		return granted(ids);
	});
}

function newPupil(alias: string): NewPupil {
	const clean = alias.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
	return { id: newId(), alias: clean, folded: foldedAlias(clean) };
}

/** The first alias that cannot be taken, and why. */
function refusalOf(
	pupils: readonly NewPupil[],
	taken: ReadonlySet<string>,
): { readonly reason: Exclude<AliasRefusal, 'class-full'>; readonly place: number } | undefined {
	const before = new Set<string>();
	for (const [place, { folded }] of pupils.entries()) {
		if (folded.trim() === '') return { reason: 'alias-empty', place };
		if (before.has(folded)) return { reason: 'alias-twice', place };
		if (taken.has(folded)) return { reason: 'alias-taken', place };
		before.add(folded);
	}
	return undefined;
}
