/** SQL of schools that teachers added by hand. */
import type { Context } from '#platform/context';

/** What a person added, for their own export. */
export async function additionsOf(ctx: Context, person: string) {
	return ctx.db
		.selectFrom('schools.addition as addition')
		.innerJoin('schools.school as school', 'school.id', 'addition.school_id')
		.select(['school.name', 'school.town', 'school.country', 'addition.added_at'])
		.where('addition.added_by', '=', person)
		.orderBy('addition.added_at')
		.execute();
}

/** The school stays when others work there; who typed it is forgotten. */
export async function forgetWhoAdded(ctx: Context, person: string): Promise<void> {
	await ctx.db.deleteFrom('schools.addition').where('added_by', '=', person).execute();
}

export type AdditionJournal = { readonly from: string; readonly schools: readonly string[] };

/** The additions of one account become those of another. */
export async function handAdditionsOver(ctx: Context, from: string, into: string): Promise<AdditionJournal> {
	const moved = await ctx.db
		.updateTable('schools.addition')
		.set({ added_by: into })
		.where('added_by', '=', from)
		.returning('school_id')
		.execute();
	return { from, schools: moved.map((row) => row.school_id) };
}

/** Undoes `handAdditionsOver`. */
export async function takeAdditionsBack(ctx: Context, journal: AdditionJournal): Promise<void> {
	if (journal.schools.length === 0) return;
	await ctx.db
		.updateTable('schools.addition')
		.set({ added_by: journal.from })
		.where('school_id', 'in', journal.schools)
		.execute();
}
