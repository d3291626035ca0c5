/** All SQL of the capacities of sessions. */
import type { Context } from '#platform/context';
import type { OfficeId } from '#shared/actor';

export async function enterCapacity(ctx: Context, session: string, office: OfficeId): Promise<void> {
	const row = { office_id: office, entered_at: ctx.now, last_seen_at: ctx.now };
	await ctx.db
		.insertInto('people.session_capacity')
		.values({ session_id: session, ...row })
		.onConflict((conflict) => conflict.column('session_id').doUpdateSet(row))
		.execute();
}

/** Gets up; false when the session sat nowhere any more. */
export async function leaveCapacity(ctx: Context, session: string): Promise<boolean> {
	const left = await ctx.db
		.deleteFrom('people.session_capacity')
		.where('session_id', '=', session)
		.executeTakeFirst();
	return left.numDeletedRows > 0n;
}
