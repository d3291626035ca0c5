/** SQL of classes that go from one teacher of a school to another. */
import type { Context } from '#platform/context';
import { newId } from '#platform/ids';
import type { PersonId } from '#shared/actor';
import type { ClassId, SchoolId } from './class.ts';

export type ClassToHandOver = { readonly id: ClassId; readonly name: string; readonly pupils: number };

/** Running classes of this school that the person looks after. */
export async function classesLookedAfter(
	ctx: Context,
	person: PersonId,
	school: SchoolId,
): Promise<ClassToHandOver[]> {
	const rows = await ctx.db
		.selectFrom('pupils.class as class')
		.select(['class.id', 'class.name'])
		.select(({ selectFrom }) =>
			selectFrom('pupils.pupil')
				.whereRef('pupils.pupil.class_id', '=', 'class.id')
				.where('pupils.pupil.ended_at', 'is', null)
				.select(({ fn }) => fn.countAll<number>().as('count'))
				.as('pupils'),
		)
		.where('class.looked_after_by', '=', person)
		.where('class.school_id', '=', school)
		.where('class.ended_at', 'is', null)
		.orderBy('class.name')
		.execute();
	return rows.map((row) => ({ ...row, pupils: row.pupils ?? 0 }));
}

/** Nobody looks after the class until somebody takes it; without a colleague who is asked, any may. */
export async function offerClass(
	ctx: Context,
	id: ClassId,
	{ from, to }: { readonly from: PersonId; readonly to: PersonId | null },
): Promise<void> {
	await ctx.db
		.insertInto('pupils.handover')
		.values({ id: newId(), class_id: id, from_id: from, to_id: to, offered_at: ctx.now })
		.execute();
	await ctx.db.updateTable('pupils.class').set({ looked_after_by: null }).where('id', '=', id).execute();
}

export type OpenHandover = {
	readonly class: ClassId;
	readonly from: PersonId;
	readonly to: PersonId | null;
	readonly offeredAt: Date;
};

export function openHandovers(ctx: Context, classes: readonly ClassId[]): Promise<OpenHandover[]> {
	if (classes.length === 0) return Promise.resolve([]);
	return ctx.db
		.selectFrom('pupils.handover')
		.select(['class_id as class', 'from_id as from', 'to_id as to', 'offered_at as offeredAt'])
		.where('class_id', 'in', [...classes])
		.where('taken_at', 'is', null)
		.execute();
}

/** True for the one who is first. */
export async function takeHandover(ctx: Context, id: ClassId, by: PersonId): Promise<boolean> {
	const taken = await ctx.db
		.updateTable('pupils.handover')
		.set({ taken_by: by, taken_at: ctx.now })
		.where('class_id', '=', id)
		.where('taken_at', 'is', null)
		.executeTakeFirst();
	if (taken.numUpdatedRows !== 1n) return false;
	await ctx.db.updateTable('pupils.class').set({ looked_after_by: by }).where('id', '=', id).execute();
	return true;
}

/** Any colleague may take it from now on; true when it was this person who was asked. */
export async function openToColleagues(ctx: Context, id: ClassId, declinedBy: PersonId): Promise<boolean> {
	const opened = await ctx.db
		.updateTable('pupils.handover')
		.set({ to_id: null })
		.where('class_id', '=', id)
		.where('to_id', '=', declinedBy)
		.where('taken_at', 'is', null)
		.executeTakeFirst();
	return opened.numUpdatedRows === 1n;
}
