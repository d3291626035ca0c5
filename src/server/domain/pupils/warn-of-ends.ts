/** A class does not end without a word: its teacher hears of it in time to keep it, and its pupils read the day. */
import { teachersOfSchool } from '#domain/people';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { emit } from '#platform/events';
import type { PersonId } from '#shared/actor';
import { demand } from './abilities.ts';
import type { ClassId, SchoolId } from './class.ts';
import { classesEndingWithin, lastDayOfOwnClass, takeTold } from './ends.sql.ts';

/** So many days before the last one a teacher is told, and told again. */
const toldBefore = [30, 7] as const;

export type EndingClass = {
	readonly id: ClassId;
	readonly name: string;
	readonly school: SchoolId;
	readonly caretaker: PersonId | null;
	/** The last day: 2027-08-31. */
	readonly endsOn: string;
	/** Days until then. */
	readonly left: number;
};

/** The hourly job: whoever looks after the class, else every teacher of the school. open-to-all: only the worker runs it. */
export async function warnOfEnds(ctx: Context): Promise<void> {
	for (const ending of await classesEndingWithin(ctx, toldBefore[0])) {
		// late in the day for the first word: then the last one is enough
		const due = toldBefore.filter((days) => ending.left <= days);
		await inTransaction(ctx, async (inside) => {
			if (!(await takeTold(inside, ending, due))) return;
			const { id, name, school, caretaker, left } = ending;
			await emit(inside, 'notice', {
				to: caretaker === null ? await teachersOfSchool(inside, school) : [caretaker],
				kind: 'class-ending',
				params: { class: name, days: left },
				path: `/me/classes/${id}`,
			});
		});
	}
}

/** The last day of the pupil's own class, once it is near; undefined before. */
export async function ownClassEnd(ctx: Context): Promise<string | undefined> {
	demand(ctx, 'pupils.see-own-end');
	if (ctx.actor.kind !== 'pupil') return undefined;
	return lastDayOfOwnClass(ctx, ctx.actor.pupil, toldBefore[0]);
}
