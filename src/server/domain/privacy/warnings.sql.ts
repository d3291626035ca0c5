/** SQL of whom privacy warned that an account will end. */
import type { Context } from '#platform/context';
import type { PersonId } from '#shared/actor';
import type { Warned } from './accounts.ts';
import type { ErasureReason } from './erase-person.ts';

export async function warningsOf(ctx: Context, person: PersonId, reason: ErasureReason): Promise<Warned[]> {
	const rows = await ctx.db
		.selectFrom('privacy.warning')
		.select(['place', 'warned_at'])
		.where('person_id', '=', person)
		.where('reason', '=', reason)
		.execute();
	return rows.map(({ place, warned_at }) => ({ place, at: warned_at }));
}

/** A warning of an earlier time, after which the person came back, is replaced. */
export async function insertWarning(
	ctx: Context,
	{
		person,
		reason,
		place,
	}: { readonly person: PersonId; readonly reason: ErasureReason; readonly place: number },
): Promise<void> {
	await ctx.db
		.insertInto('privacy.warning')
		.values({ person_id: person, reason, place, warned_at: ctx.now })
		.onConflict((conflict) =>
			conflict.columns(['person_id', 'reason', 'place']).doUpdateSet({ warned_at: ctx.now }),
		)
		.execute();
}

export async function warningsForExport(ctx: Context, person: PersonId) {
	return ctx.db
		.selectFrom('privacy.warning')
		.select(['reason', 'warned_at'])
		.where('person_id', '=', person)
		.orderBy('warned_at')
		.execute();
}

export async function deleteWarnings(ctx: Context, person: PersonId): Promise<void> {
	await ctx.db.deleteFrom('privacy.warning').where('person_id', '=', person).execute();
}
