/** SQL of the versions of clock rules. */
import { sql } from 'kysely';
import type { Context } from '#platform/context';
import type { OrganisationId, PersonId } from '#shared/actor';

export type ClockVersion = {
	readonly number: number;
	readonly kind: string;
	readonly organisation: OrganisationId | null;
	readonly remind: number;
	readonly escalate: number;
	/** null: the rule ended then, and the more general one holds. */
	readonly since: Date;
	readonly setAt: Date;
	readonly setBy: PersonId | null;
};

/** All versions, the newest first. */
export async function clockVersions(ctx: Context): Promise<ClockVersion[]> {
	return ctx.db
		.selectFrom('support.clock_rule')
		.select(['number', 'case_kind as kind', 'organisation_id as organisation', 'since'])
		.select(['remind_after_days as remind', 'escalate_after_days as escalate'])
		.select(['set_at as setAt', 'set_by as setBy'])
		.orderBy('number', 'desc')
		.execute();
}

export type NewClockVersion = Pick<ClockVersion, 'kind' | 'organisation' | 'remind' | 'escalate' | 'since'>;

export async function insertClockVersion(
	ctx: Context,
	version: NewClockVersion,
	by: PersonId,
): Promise<void> {
	await ctx.db
		.insertInto('support.clock_rule')
		.values({
			case_kind: version.kind,
			organisation_id: version.organisation,
			remind_after_days: version.remind,
			escalate_after_days: version.escalate,
			since: version.since,
			set_at: ctx.now,
			set_by: by,
		})
		.execute();
}

/** How many cases of the kind wait at the organisation, or anywhere: they keep the dates they have. */
export async function waitingOfKind(
	ctx: Context,
	kind: string,
	organisation: OrganisationId | null,
): Promise<number> {
	const { rows } = await sql<{ count: number }>`
		select count(*)::integer as count from support.case_step as step
		join support.approval_case as approval on approval.id = step.case_id
		where step.closed_at is null and step.opened_at is not null
			and (${kind} = '*' or approval.kind = ${kind})
			and (${organisation}::uuid is null or step.organisation_id = ${organisation})`.execute(ctx.db);
	return rows[0]?.count ?? 0;
}
