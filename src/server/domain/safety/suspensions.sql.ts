/** SQL of suspensions. */
import type { Context } from '#platform/context';
import { newId } from '#platform/ids';
import type { PersonId } from '#shared/actor';
import type { MatterId, Reason, RoomMemberId } from './matter.ts';

export type Suspension = {
	readonly id: string;
	readonly reason: Reason;
	readonly words: string;
	readonly locale: string;
	readonly at: Date;
	readonly until: Date;
	readonly liftedAt: Date | null;
};

export type NewSuspension = Pick<Suspension, 'reason' | 'words' | 'locale' | 'until'> & {
	readonly whom: { readonly person: PersonId } | { readonly member: RoomMemberId };
	readonly by: { readonly member: RoomMemberId } | { readonly office: string };
	readonly matter: MatterId | null;
};

export async function insertSuspension(ctx: Context, made: NewSuspension): Promise<void> {
	await ctx.db
		.insertInto('safety.suspension')
		.values({
			id: newId(),
			matter_id: made.matter,
			person_id: 'person' in made.whom ? made.whom.person : null,
			member_id: 'member' in made.whom ? made.whom.member : null,
			reason: made.reason,
			words: made.words,
			locale: made.locale,
			by_member_id: 'member' in made.by ? made.by.member : null,
			office_id: 'office' in made.by ? made.by.office : null,
			suspended_at: ctx.now,
			until: made.until,
		})
		.execute();
}

/** Ends what runs against a person or a member; false when nothing did. */
export async function liftSuspensions(
	ctx: Context,
	whom: { readonly person: PersonId } | { readonly member: RoomMemberId },
): Promise<boolean> {
	const lifted = await ctx.db
		.updateTable('safety.suspension')
		.set({ lifted_at: ctx.now })
		.where((eb) => ('person' in whom ? eb('person_id', '=', whom.person) : eb('member_id', '=', whom.member)))
		.where('lifted_at', 'is', null)
		.where('until', '>', ctx.now)
		.executeTakeFirst();
	return lifted.numUpdatedRows > 0n;
}

/** All there were of a person, the newest first. */
export async function suspensionsOf(ctx: Context, person: PersonId): Promise<Suspension[]> {
	const rows = await ctx.db
		.selectFrom('safety.suspension')
		.select(['id', 'reason', 'words', 'locale', 'suspended_at', 'until', 'lifted_at'])
		.where('person_id', '=', person)
		.orderBy('suspended_at', 'desc')
		.execute();
	return rows.map((row) => ({
		id: row.id,
		reason: row.reason as Reason,
		words: row.words,
		locale: row.locale,
		at: row.suspended_at,
		until: row.until,
		liftedAt: row.lifted_at,
	}));
}

export async function deleteSuspensionsOverBefore(ctx: Context, before: Date): Promise<void> {
	await ctx.db
		.deleteFrom('safety.suspension')
		.where(({ eb, fn }) => eb(fn.coalesce('lifted_at', 'until'), '<', before))
		.execute();
}
