/** SQL of the days on which organisations are closed. */
import { sql } from 'kysely';
import type { Context } from '#platform/context';
import type { OrganisationId } from '#shared/actor';
import type { ClockedStep } from './clocks.ts';

export type HolidayRow = { readonly day: string; readonly name: string };

/** Days from a date on, in order. */
export async function holidaysSince(
	ctx: Context,
	organisation: OrganisationId,
	day: string,
): Promise<HolidayRow[]> {
	return ctx.db
		.selectFrom('support.holiday')
		.select([sql<string>`day::text`.as('day'), 'name'])
		.where('organisation_id', '=', organisation)
		.where('day', '>=', day)
		.orderBy('day')
		.execute();
}

/** A day that is one already gets the new name. */
export async function insertHolidays(
	ctx: Context,
	organisation: OrganisationId,
	days: readonly string[],
	name: string,
): Promise<void> {
	await ctx.db
		.insertInto('support.holiday')
		.values(days.map((day) => ({ organisation_id: organisation, day, name })))
		.onConflict((conflict) => conflict.columns(['organisation_id', 'day']).doUpdateSet({ name }))
		.execute();
}

/** False when there was no such day. */
export async function deleteHoliday(
	ctx: Context,
	organisation: OrganisationId,
	day: string,
): Promise<boolean> {
	const deleted = await ctx.db
		.deleteFrom('support.holiday')
		.where('organisation_id', '=', organisation)
		.where('day', '=', day)
		.executeTakeFirst();
	return deleted.numDeletedRows > 0n;
}

/** Steps of the organisation whose clocks run, each with the kind of its case. */
export async function clockedSteps(ctx: Context, organisation: OrganisationId): Promise<ClockedStep[]> {
	return ctx.db
		.selectFrom('support.case_step as step')
		.innerJoin('support.approval_case as approval', 'approval.id', 'step.case_id')
		.select(['step.id', 'step.case_id', 'step.organisation_id', 'step.opened_at', 'approval.kind'])
		.where('step.organisation_id', '=', organisation)
		.where('step.closed_at', 'is', null)
		.where('step.escalate_at', 'is not', null)
		.where('step.central_since', 'is', null)
		.orderBy('step.id')
		.execute();
}
