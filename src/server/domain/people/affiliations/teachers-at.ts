/** Who is validated at a school, for the page of the school. */
import type { Context } from '#platform/context';
import { may } from '../abilities.ts';
import { countTeachersAt, teachersOf, type TeacherAt } from './teachers-at.sql.ts';

export type TeachersAt = {
	readonly count: number;
	/** Empty for those who may not see persons: they learn how many there are. */
	readonly teachers: readonly TeacherAt[];
};

const mostShown = 60;

/**
 * How many are validated at a school everybody may know (open-to-all); who they are, validated teachers alone, as
 * everywhere: `visiblePeople`.
 */
export async function teachersAt(ctx: Context, school: { readonly id: string }): Promise<TeachersAt> {
	const count = await countTeachersAt(ctx, school.id);
	const mayKnow = ctx.actor.kind === 'teacher' && may(ctx.actor, 'people.see-profile');
	return { count, teachers: mayKnow && count > 0 ? await teachersOf(ctx, school.id, mostShown) : [] };
}
