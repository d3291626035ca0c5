/** Who looks after the pupils of a school in a space: its teachers there, as long as they work at that school. */
import { validatedAffiliationsAmong } from '#domain/people';
import type { Context } from '#platform/context';
import { Forbidden } from '#platform/errors';
import { personsFor } from './members.sql.ts';
import { teacherRoles } from './rights.ts';
import type { SchoolId, Space, SpaceId } from './space.ts';

/** Whether a teacher of that school is in the space, who is validated there still. open-to-all: asked by parts that reached the space. */
export async function hasTeacherOf(ctx: Context, space: SpaceId, school: SchoolId): Promise<boolean> {
	const persons = await personsFor(ctx, space, school, teacherRoles);
	return (await validatedAffiliationsAmong(ctx, persons)).some((place) => place.school === school);
}

/** Whether the reader may make something now: a pupil only where a teacher of the own school is. open-to-all: as above. */
export async function hasOwnTeacher(ctx: Context, { id, me }: Space): Promise<boolean> {
	if (me.pupil === null) return true;
	return me.school !== null && hasTeacherOf(ctx, id, me.school);
}

/** Throws Forbidden for a pupil of whose school no teacher is here. */
export async function demandOwnTeacher(ctx: Context, space: Space): Promise<void> {
	if (!(await hasOwnTeacher(ctx, space))) throw new Forbidden('no-teacher-here');
}

/** The school for whose pupils the reader stands here; none for who has left it. open-to-all: as above. */
export async function ownSchool(ctx: Context, { me }: Space): Promise<SchoolId | undefined> {
	const { school, person } = me;
	if (school === null || person === null) return undefined;
	const places = await validatedAffiliationsAmong(ctx, [person]);
	return places.some((place) => place.school === school) ? school : undefined;
}
