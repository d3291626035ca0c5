/** SQL of the yearly counts. */
import { sql } from 'kysely';
import type { Context } from '#platform/context';
import type { OrganisationId } from '#shared/actor';

export type YearCount = {
	readonly kind: string;
	readonly why: string;
	readonly reason: string;
	/** Null while it waits. */
	readonly outcome: string | null;
	readonly matters: number;
	readonly reports: number;
	readonly urgent: number;
	readonly appeals: number;
	/** Of the appeals: decided otherwise than at first. */
	readonly changed: number;
	readonly medianHours: number | null;
};

export async function countsOfYear(
	ctx: Context,
	year: number,
	organisation: OrganisationId | undefined,
): Promise<YearCount[]> {
	const [from, to] = [new Date(Date.UTC(year, 0, 1)), new Date(Date.UTC(year + 1, 0, 1))];
	const counted = await sql<YearCount>`
		select matter.thing_kind as kind, matter.why,
			coalesce(first.reason, reported.reason, matter.why) as reason, first.outcome,
			count(*)::int as matters, coalesce(sum(reported.count), 0)::int as reports,
			count(*) filter (where matter.urgent)::int as urgent, count(matter.appealed_at)::int as appeals,
			count(*) filter (where second.outcome is distinct from first.outcome and second.outcome is not null)::int as changed,
			round((percentile_cont(0.5) within group
				(order by extract(epoch from first.decided_at - matter.opened_at)) / 3600)::numeric, 1)::float8 as "medianHours"
		from safety.matter as matter
		left join safety.decision as first on first.matter_id = matter.id and first.round = 1
		left join safety.decision as second on second.matter_id = matter.id and second.round = 2
		left join lateral (select min(report.reason) as reason, count(*) as count
			from safety.report as report where report.matter_id = matter.id) as reported on true
		where matter.opened_at >= ${from} and matter.opened_at < ${to}
			and (${organisation ?? null}::uuid is null or matter.organisation_id = ${organisation ?? null}::uuid)
		group by 1, 2, 3, 4 order by 1, 2, 3, 4`.execute(ctx.db);
	return counted.rows;
}
