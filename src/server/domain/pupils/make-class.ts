/** A teacher makes a class at a school where she is validated. */
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { NotFound } from '#platform/errors';
import { newId } from '#platform/ids';
import { granted, type Granted } from '#platform/result';
import type { Locale } from '#shared/locales';
import type { Actor, PersonId } from '#shared/actor';
import { demand } from './abilities.ts';
import type { ClassId, SchoolId } from './class.ts';
import { insertClass, schoolsOf } from './classes.sql.ts';

export type MakeClass = { readonly school: SchoolId; readonly name: string; readonly locale: Locale };

/** The new class, without pupils. Only for a school of one's own: another is forbidden. */
export async function makeClass(ctx: Context, input: MakeClass): Promise<Granted<ClassId>> {
	return inTransaction(ctx, async (ctx) => {
		const teacher = teacherOf(ctx.actor);
		const mine = await schoolsOf(ctx, teacher);
		demand(ctx, 'pupils.make-class', { school: input.school, mine });
		const id = newId();
		await insertClass(ctx, { ...input, id, by: teacher });
		return granted(id);
	});
}

/** The teacher who acts; for anybody else classes do not exist. */
export function teacherOf(actor: Actor): PersonId {
	if (actor.kind !== 'teacher') throw new NotFound('class');
	return actor.person;
}
