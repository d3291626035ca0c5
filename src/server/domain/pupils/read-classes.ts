/** Reads of classes, and the one way to reach one. */
import type { Context } from '#platform/context';
import { NotFound } from '#platform/errors';
import { schoolCards, type SchoolCard } from '#domain/schools';
import { isId } from '#platform/ids';
import type { PersonId } from '#shared/actor';
import { demand } from './abilities.ts';
import type { Class, ClassId, EndedPupil, Pupil } from './class.ts';
import { classOfMySchools, classesOf, endedPupilsOf, pupilsOf, schoolsOf } from './classes.sql.ts';
import { teacherOf } from './make-class.ts';

/** The class, for a teacher who is validated at its school; for anybody else it does not exist. */
export async function reachClass(ctx: Context, id: ClassId): Promise<{ found: Class; teacher: PersonId }> {
	const teacher = teacherOf(ctx.actor);
	const found = isId(id) ? await classOfMySchools(ctx, teacher, id) : undefined;
	if (!found) throw new NotFound('class');
	return { found, teacher };
}

/** The classes of my schools, the ended ones last. */
export async function classesFor(ctx: Context): Promise<readonly (Class & { readonly pupils: number })[]> {
	demand(ctx, 'pupils.see-classes');
	return classesOf(ctx, teacherOf(ctx.actor));
}

export type ClassWithPupils = Class & {
	readonly pupils: readonly Pupil[];
	readonly ended: readonly EndedPupil[];
};

/** One class of my schools with its pupils, also when it has ended. */
export async function classFor(ctx: Context, id: ClassId): Promise<ClassWithPupils> {
	const { found } = await reachClass(ctx, id);
	demand(ctx, 'pupils.see-class', found);
	return { ...found, pupils: await pupilsOf(ctx, found.id), ended: await endedPupilsOf(ctx, found.id) };
}

/** A class that I look after, with its present pupils. Forbidden when it has ended. */
export async function runningClassFor(
	ctx: Context,
	id: ClassId,
): Promise<Class & { readonly pupils: readonly Pupil[] }> {
	const { found } = await reachClass(ctx, id);
	demand(ctx, 'pupils.look-after-class', found);
	return { ...found, pupils: await pupilsOf(ctx, found.id) };
}

/** The schools at which I may make a class. */
export async function schoolsForClasses(ctx: Context): Promise<readonly SchoolCard[]> {
	demand(ctx, 'pupils.see-classes');
	const mine = await schoolsOf(ctx, teacherOf(ctx.actor));
	return [...(await schoolCards(ctx, [...mine])).values()];
}
