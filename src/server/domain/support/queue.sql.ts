/** SQL of the queue of one desk: the steps it may decide, oldest first. */
import { sql, type Expression, type ExpressionBuilder, type SqlBool } from 'kysely';
import type { Context } from '#platform/context';
import type { DB } from '#platform/schema';
import type { OrganisationId } from '#shared/actor';
import { heldInBulk } from './bulk.sql.ts';
import type { CaseId, StepId } from './case-kinds.ts';

/** to-decide: the desk holds it; asked: an applicant does; later: its turn has not come; decided: done lately. */
export const queueStates = ['to-decide', 'asked', 'later', 'decided'] as const;
export type QueueState = (typeof queueStates)[number];

export type Desk = { readonly organisation: OrganisationId; readonly central: boolean };

export type QueuedStep = {
	readonly id: StepId;
	readonly case_id: CaseId;
	readonly round: number;
	readonly kind: string;
	readonly subject_id: string;
	readonly organisation_id: OrganisationId;
	readonly opened_at: Date | null;
	readonly closed_at: Date | null;
	readonly reminded_at: Date | null;
	readonly escalate_at: Date | null;
	readonly central_reason: string | null;
	readonly decision: string | null;
	/** When the step came in, or when it was decided: what the queue is ordered by. */
	readonly at: Date;
};

type Steps = ExpressionBuilder<
	{ step: DB['support.case_step']; approval: DB['support.approval_case'] },
	'step' | 'approval'
>;

/** The desk's own steps and, for the central desk, those that went up. */
function atDesk(desk: Desk) {
	return (eb: Steps) => {
		const own = eb('step.organisation_id', '=', desk.organisation);
		return desk.central ? eb.or([own, eb('step.central_since', 'is not', null)]) : own;
	};
}

/** True for cases of which some step lies, or lay, at the desk. */
export function isAtDesk(desk: Desk, id: Expression<string>): Expression<SqlBool> {
	return sql<SqlBool>`exists (
		select from support.case_step as step where step.case_id = ${id}
		and (step.organisation_id = ${desk.organisation} or (${desk.central} and step.central_since is not null)))`;
}

const asked = sql<boolean>`exists (
	select from support.case_question as question
	where question.step_id = step.id and question.answered_at is null)`;

function inState(state: QueueState) {
	return (eb: Steps) => {
		// what was decided with others waits out its minute elsewhere
		const open = eb.and([eb('step.closed_at', 'is', null), eb.not(heldInBulk)]);
		const begun = eb('step.opened_at', 'is not', null);
		if (state === 'later') return eb.and([open, eb('step.opened_at', 'is', null)]);
		if (state === 'asked') return eb.and([open, begun, asked]);
		if (state === 'to-decide') return eb.and([open, begun, eb.not(asked)]);
		return sql<boolean>`made.decision is not null`;
	};
}

export type QueuePage = {
	readonly state: QueueState;
	readonly kind: string | undefined;
	readonly after: { readonly at: Date; readonly id: StepId } | undefined;
	readonly most: number;
};

/** One page of the queue; what was decided comes newest first, everything else oldest first. */
export function queuedSteps(ctx: Context, desk: Desk, page: QueuePage): Promise<QueuedStep[]> {
	const at =
		page.state === 'decided'
			? sql<Date>`step.closed_at`
			: sql<Date>`coalesce(step.opened_at, approval.opened_at)`;
	const direction = page.state === 'decided' ? 'desc' : 'asc';
	const beyond = page.state === 'decided' ? sql`<` : sql`>`;
	return ctx.db
		.selectFrom('support.case_step as step')
		.innerJoin('support.approval_case as approval', 'approval.id', 'step.case_id')
		.leftJoin('support.step_decision as made', 'made.step_id', 'step.id')
		.select([
			'step.id',
			'step.case_id',
			'step.round',
			'approval.kind',
			'approval.subject_id',
			'step.organisation_id',
			'step.opened_at',
			'step.closed_at',
			'step.reminded_at',
			'step.escalate_at',
			'step.central_reason',
			'made.decision',
			at.as('at'),
		])
		.where(atDesk(desk) as never)
		.where(inState(page.state) as never)
		.$if(page.kind !== undefined, (query) => query.where('approval.kind', '=', page.kind ?? ''))
		.$if(page.after !== undefined, (query) =>
			query.where(
				sql<boolean>`(${at}, step.id) ${beyond} (${page.after?.at ?? null}, ${page.after?.id ?? null})`,
			),
		)
		.orderBy(at, direction)
		.orderBy('step.id', direction)
		.limit(page.most)
		.execute();
}

/** Where a step stands, or stood, among the oldest first. */
export function placeInQueue(ctx: Context, step: StepId): Promise<{ at: Date; id: StepId } | undefined> {
	return ctx.db
		.selectFrom('support.case_step as step')
		.innerJoin('support.approval_case as approval', 'approval.id', 'step.case_id')
		.select(['step.id', sql<Date>`coalesce(step.opened_at, approval.opened_at)`.as('at')])
		.where('step.id', '=', step)
		.executeTakeFirst();
}

export type QueueCount = { readonly kind: string; readonly state: QueueState; readonly count: number };

/** How many open steps lie at the desk, by kind and state; those decided are not counted. */
export async function queueCounts(ctx: Context, desk: Desk): Promise<QueueCount[]> {
	const state = sql<QueueState>`case when step.opened_at is null then 'later' when ${asked} then 'asked' else 'to-decide' end`;
	return ctx.db
		.selectFrom('support.case_step as step')
		.innerJoin('support.approval_case as approval', 'approval.id', 'step.case_id')
		.select((eb) => ['approval.kind', state.as('state'), eb.fn.countAll<number>().as('count')])
		.where(atDesk(desk) as never)
		.where('step.closed_at', 'is', null)
		.where((eb) => eb.not(heldInBulk))
		.groupBy(['approval.kind', state])
		.execute();
}

/** Cases of which this organisation granted an earlier round. */
export async function grantedEarlier(
	ctx: Context,
	organisation: OrganisationId,
	cases: readonly CaseId[],
): Promise<Set<CaseId>> {
	const rows = await ctx.db
		.selectFrom('support.case_step as step')
		.innerJoin('support.step_decision as made', 'made.step_id', 'step.id')
		.innerJoin('support.case_round as round', (join) =>
			join.onRef('round.case_id', '=', 'step.case_id').onRef('round.round', '=', 'step.round'),
		)
		.select('step.case_id')
		.distinct()
		.where('step.organisation_id', '=', organisation)
		.where('step.case_id', 'in', [...cases])
		.where('made.decision', '=', 'granted')
		.where('round.outcome', 'in', ['refused', 'corrected', 'withdrawn'])
		.execute();
	return new Set(rows.map((row) => row.case_id));
}
