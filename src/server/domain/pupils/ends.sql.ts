/** SQL of classes that end soon, and of who was told. */
import { sql } from 'kysely';
import type { Context } from '#platform/context';
import type { PupilId } from '#shared/actor';
import { dayOf } from './class.ts';
import type { EndingClass } from './warn-of-ends.ts';

/** Running classes whose last day is at most so many days away. */
export async function classesEndingWithin(ctx: Context, days: number): Promise<EndingClass[]> {
	const found = await sql<EndingClass>`
		select id, name, school_id as school, looked_after_by as caretaker, ends_on::text as "endsOn",
			ends_on - ${dayOf(ctx.now)}::date as left
		from pupils.class
		where ended_at is null and ends_on between ${dayOf(ctx.now)}::date and ${dayOf(ctx.now)}::date + ${days}::int
		order by ends_on, id`.execute(ctx.db);
	return found.rows;
}

/** Notes that the teacher hears now what was due; false when all of it was told before. */
export async function takeTold(
	ctx: Context,
	{ id, endsOn }: Pick<EndingClass, 'id' | 'endsOn'>,
	due: readonly number[],
): Promise<boolean> {
	const taken = await ctx.db
		.insertInto('pupils.end_told')
		.values(due.map((days) => ({ class_id: id, ends_on: endsOn, days, told_at: ctx.now })))
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst();
	return (taken.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function lastDayOfOwnClass(
	ctx: Context,
	pupil: PupilId,
	days: number,
): Promise<string | undefined> {
	const found = await sql<{ day: string }>`
		select class.ends_on::text as day
		from pupils.pupil as pupil join pupils.class as class on class.id = pupil.class_id
		where pupil.id = ${pupil} and class.ends_on <= ${dayOf(ctx.now)}::date + ${days}::int`.execute(ctx.db);
	return found.rows[0]?.day;
}
