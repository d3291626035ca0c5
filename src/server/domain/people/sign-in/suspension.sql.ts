/** SQL of who may not act for a while. */
import { expressionBuilder, type Expression, type SqlBool } from 'kysely';
import type { Context } from '#platform/context';
import type { DB } from '#platform/schema';
import type { PersonId } from '#shared/actor';

const eb = expressionBuilder<DB & { person: DB['people.person'] }, 'person'>();

/** Fragment: the person may act at this moment. Expects `people.person as person`. */
export function isNotSuspended(now: Date): Expression<SqlBool> {
	return eb.or([eb('person.suspended_until', 'is', null), eb('person.suspended_until', '<=', now)]);
}

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

/** What a merging did to the account that stays; moments as text, since it is kept in a journal. */
export type CarriedSuspension = { readonly until: string; readonly before: string | null };

/** Nobody escapes a suspension by uniting accounts: the longer one holds for the account that stays. */
export async function carrySuspension(
	ctx: Context,
	from: PersonId,
	into: PersonId,
): Promise<CarriedSuspension | undefined> {
	const [theirs, own] = [await suspendedUntil(ctx, from), await suspendedUntil(ctx, into)];
	if (theirs === null || (own !== null && own >= theirs)) return undefined;
	await suspend(ctx, into, theirs);
	return { until: theirs.toISOString(), before: own?.toISOString() ?? null };
}

/** Taken apart, each account has its own again, unless moderators have decided anew meanwhile. */
export async function giveSuspensionBack(
	ctx: Context,
	into: PersonId,
	{ until, before }: CarriedSuspension,
): Promise<void> {
	const present = await suspendedUntil(ctx, into);
	if (present?.toISOString() === until) await suspend(ctx, into, before === null ? null : new Date(before));
}

async function suspendedUntil(ctx: Context, person: PersonId): Promise<Date | null> {
	const row = await ctx.db
		.selectFrom('people.person')
		.select('suspended_until')
		.where('id', '=', person)
		.executeTakeFirst();
	return row?.suspended_until ?? null;
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
