/** SQL of pupils and classes that end by themselves and are removed. */
import { sql } from 'kysely';
import type { Context } from '#platform/context';
import type { PupilId } from '#shared/actor';
import { dayOf, type ClassId } from './class.ts';

/** Present pupils who have not signed in since before that day; one who never did counts from the making. */
export async function pupilsUnusedSince(ctx: Context, before: Date): Promise<PupilId[]> {
	const rows = await ctx.db
		.selectFrom('pupils.pupil as pupil')
		.innerJoin('pupils.class as class', 'class.id', 'pupil.class_id')
		.select('pupil.id')
		.where('pupil.ended_at', 'is', null)
		.where('class.ended_at', 'is', null)
		.where(
			sql<boolean>`coalesce(pupil.last_used_on, (pupil.made_at at time zone 'UTC')::date) < ${dayOf(before)}::date`,
		)
		.execute();
	return rows.map(({ id }) => id);
}

/** Classes that have been there for long and have no pupil any more. */
export async function endEmptyClasses(ctx: Context, madeBefore: Date): Promise<void> {
	await ctx.db
		.updateTable('pupils.class as class')
		.set({ ended_at: ctx.now })
		.where('class.ended_at', 'is', null)
		.where('class.made_at', '<', madeBefore)
		.where(({ not, exists, selectFrom }) =>
			not(
				exists(
					selectFrom('pupils.pupil as pupil')
						.select('pupil.id')
						.whereRef('pupil.class_id', '=', 'class.id')
						.where('pupil.ended_at', 'is', null),
				),
			),
		)
		.execute();
}

/** Pupils who ended, or whose class did. */
export async function pupilsEndedBefore(ctx: Context, before: Date): Promise<PupilId[]> {
	const rows = await ctx.db
		.selectFrom('pupils.pupil as pupil')
		.innerJoin('pupils.class as class', 'class.id', 'pupil.class_id')
		.select('pupil.id')
		.where(({ or, eb }) => or([eb('pupil.ended_at', '<', before), eb('class.ended_at', '<', before)]))
		.execute();
	return rows.map(({ id }) => id);
}

/** Whether a row of this pupil is there, and the account runs. */
export async function isKept(ctx: Context, id: string): Promise<{ readonly isHere: boolean } | undefined> {
	const row = await ctx.db
		.selectFrom('pupils.pupil')
		.select('ended_at')
		.where('id', '=', id)
		.executeTakeFirst();
	return row && { isHere: row.ended_at === null };
}

export async function deletePupil(ctx: Context, pupil: PupilId): Promise<void> {
	for (const table of ['pupils.session', 'pupils.card', 'pupils.picture_code'] as const)
		await ctx.db.deleteFrom(table).where('pupil_id', '=', pupil).execute();
	await ctx.db.deleteFrom('pupils.pupil').where('id', '=', pupil).execute();
}

/** Classes that ended and have no row of a pupil any more. */
export async function classesEndedBefore(ctx: Context, before: Date): Promise<ClassId[]> {
	const rows = await ctx.db
		.selectFrom('pupils.class as class')
		.select('class.id')
		.where('class.ended_at', '<', before)
		.where(({ not, exists, selectFrom }) =>
			not(
				exists(
					selectFrom('pupils.pupil as pupil').select('pupil.id').whereRef('pupil.class_id', '=', 'class.id'),
				),
			),
		)
		.execute();
	return rows.map(({ id }) => id);
}

export async function deleteClass(ctx: Context, id: ClassId): Promise<void> {
	await ctx.db.deleteFrom('pupils.class').where('id', '=', id).execute();
}
