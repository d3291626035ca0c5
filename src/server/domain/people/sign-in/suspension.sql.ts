/** SQL of who may not act for a while. */
import type { Context } from '#platform/context';
import type { PersonId } from '#shared/actor';

/** Notes until when nobody acts as this person, and ends all their sessions; null: they may again. */
export async function suspend(ctx: Context, person: PersonId, until: Date | null): Promise<void> {
	await ctx.db
		.updateTable('people.person')
		.set({ suspended_until: until })
		.where('id', '=', person)
		.execute();
	if (until === null) return;
	const login = ctx.db.selectFrom('people.person').select('login_id').where('id', '=', person);
	await ctx.db.deleteFrom('people.session').where('login_id', 'in', login).execute();
}

/** Takes away the suspensions that have ended by themselves; answers whose. */
export async function endSuspensions(ctx: Context): Promise<PersonId[]> {
	const rows = await ctx.db
		.updateTable('people.person')
		.set({ suspended_until: null })
		.where('suspended_until', '<=', ctx.now)
		.returning('id')
		.execute();
	return rows.map(({ id }) => id);
}

/** Whether the person of a login may not act for a while. */
export async function isSuspended(ctx: Context, login: string): Promise<boolean> {
	const row = await ctx.db
		.selectFrom('people.person')
		.select('id')
		.where('login_id', '=', login)
		.where('suspended_until', '>', ctx.now)
		.executeTakeFirst();
	return row !== undefined;
}
