/** A teacher brings a class of the own school into the TwinSpace; its pupils are members from now on. */
import { runningClassFor, type ClassId } from '#domain/pupils';
import {
	addAdultMember,
	addPupilMembers,
	demandRight,
	growClass,
	hasMember,
	hasTeacherOf,
	type SpaceId,
} from '#domain/spaces';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import type { Events } from '#platform/part';
import { granted, refused, type Result } from '#platform/result';
import { twinSpaceById } from './read-twinspaces.ts';
import { insertClass, spacesOfClass } from './twinspaces.sql.ts';

/** `not-your-school-here`: the class's school has no teacher in this TwinSpace. */
export type BringRefusal = 'already-here' | 'not-your-school-here';

/** Brings all pupils of a class into the space; whoever joins the class later follows by itself. */
export async function bringClass(
	ctx: Context,
	input: { readonly space: SpaceId; readonly class: ClassId },
): Promise<Result<undefined, BringRefusal>> {
	const { space } = await twinSpaceById(ctx, input.space);
	demandRight(ctx, space, 'pupils.invite');
	const found = await runningClassFor(ctx, input.class);
	if (!(await hasTeacherOf(ctx, space.id, found.school))) return refused('not-your-school-here');
	return inTransaction(ctx, async (inside) => {
		if (!(await insertClass(inside, space.id, found.id, space.me.id))) return refused('already-here');
		const pupils = found.pupils.map((pupil) => pupil.id);
		await addPupilMembers(inside, { space, pupils, school: found.school });
		return granted();
	});
}

/** A class that takes part has grown. open-to-all: the teacher who added the pupils may look after the class. */
export async function followClass(ctx: Context, added: Events['pupils.added']): Promise<void> {
	const spaces = await spacesOfClass(ctx, added.class);
	await growClass(ctx, { spaces, pupils: added.pupils, school: added.school });
}

/**
 * Whoever takes over a class is with it where it takes part. open-to-all: the teacher has taken the class over, and
 * looks after its pupils from now on.
 */
export async function welcomeCaretaker(ctx: Context, taken: Events['class.taken-over']): Promise<void> {
	for (const space of await spacesOfClass(ctx, taken.class)) {
		if (await hasMember(ctx, space, taken.by)) continue;
		await addAdultMember(ctx, { space, person: taken.by, school: taken.school, role: 'teacher' });
	}
}
