/** SQL of figures: steps by the days on which they came and left. */
import { sql, type RawBuilder } from 'kysely';
import type { Context } from '#platform/context';
import type { OrganisationId } from '#shared/actor';
import type { StepGroup } from './figures.ts';

/** Steps of the organisation that waited at some time since a day, in the days of its zone. */
export async function stepGroups(
	ctx: Context,
	organisation: OrganisationId,
	zone: string,
	since: string,
): Promise<StepGroup[]> {
	const dayOf = (moment: RawBuilder<unknown>) => sql`(${moment} at time zone ${zone})::date::text`;
	const { rows } = await sql<StepGroup>`
		select kind, opened, closed, decision, pauses, "wentUp", count(*)::integer as count from (
			select approval.kind, made.decision, step.central_since is not null as "wentUp",
				${dayOf(sql`step.opened_at`)} as opened, ${dayOf(sql`step.closed_at`)} as closed,
				coalesce((select jsonb_agg(jsonb_build_array(${dayOf(sql`question.asked_at`)},
						${dayOf(sql`coalesce(question.answered_at, step.closed_at, ${ctx.now})`)})
						order by question.asked_at)
					from support.case_question as question where question.step_id = step.id), '[]') as pauses
			from support.case_step as step
			join support.approval_case as approval on approval.id = step.case_id
			left join support.step_decision as made on made.step_id = step.id
			where step.organisation_id = ${organisation} and step.opened_at is not null
				and (step.closed_at is null or step.closed_at >= ${since}::date - 1)
		) as steps
		group by kind, opened, closed, decision, pauses, "wentUp"`.execute(ctx.db);
	return rows;
}

export type DeskFigures = {
	readonly organisation: OrganisationId;
	readonly waiting: number;
	/** Their first clock has run out. */
	readonly late: number;
	readonly wentUp: number;
	readonly oldest: Date;
};

/** What waits at each organisation now; those where nothing waits are left out. */
export async function waitingEverywhere(ctx: Context): Promise<DeskFigures[]> {
	const { rows } = await sql<DeskFigures>`
		select organisation_id as organisation, count(*)::integer as waiting, min(opened_at) as oldest,
			count(*) filter (where reminded_at is not null)::integer as late,
			count(*) filter (where central_since is not null)::integer as "wentUp"
		from support.case_step where closed_at is null and opened_at is not null
		group by organisation_id`.execute(ctx.db);
	return rows;
}
