/** SQL of the steps of a round and of what officers decide. */
import type { Context } from '#platform/context';
import { newId } from '#platform/ids';
import type { OfficeId, OrganisationId } from '#shared/actor';
import type { Decision } from './approval.ts';
import type { CaseId, StepId } from './case-kinds.ts';

export async function insertSteps(
	ctx: Context,
	round: { readonly case: CaseId; readonly round: number },
	steps: readonly { readonly stage: number; readonly place: number; readonly organisation: OrganisationId }[],
): Promise<void> {
	const rows = steps.map(({ stage, place, organisation }) => ({
		id: newId(),
		case_id: round.case,
		round: round.round,
		stage,
		place,
		organisation_id: organisation,
	}));
	await ctx.db.insertInto('support.case_step').values(rows).execute();
}

export type StepRow = {
	readonly id: StepId;
	readonly case_id: CaseId;
	readonly round: number;
	readonly stage: number;
	readonly organisation_id: OrganisationId;
	readonly opened_at: Date | null;
	readonly closed_at: Date | null;
	readonly escalate_at: Date | null;
	readonly reminded_at: Date | null;
	readonly central_since: Date | null;
	readonly central_reason: string | null;
	readonly decision: Decision | null;
	/** What granted it in place of an officer. */
	readonly evidence: Evidence | null;
	readonly decided_at: Date | null;
	readonly reason: string | null;
	readonly words: string | null;
	readonly words_locale: string | null;
};

function steps(ctx: Context) {
	return ctx.db
		.selectFrom('support.case_step as step')
		.leftJoin('support.step_decision as made', 'made.step_id', 'step.id')
		.select([
			'step.id',
			'step.case_id',
			'step.round',
			'step.stage',
			'step.organisation_id',
			'step.opened_at',
			'step.closed_at',
			'step.escalate_at',
			'step.reminded_at',
			'step.central_since',
			'step.central_reason',
			'made.decision',
			'made.evidence',
			'made.decided_at',
			'made.reason',
			'made.words',
			'made.words_locale',
		])
		.orderBy('step.case_id')
		.orderBy('step.round')
		.orderBy('step.stage')
		.orderBy('step.place');
}

export function stepsOfRound(ctx: Context, id: CaseId, round: number): Promise<StepRow[]> {
	return steps(ctx).where('step.case_id', '=', id).where('step.round', '=', round).execute() as Promise<
		StepRow[]
	>;
}

/** All steps of all rounds of these cases, oldest round first. */
export function stepsOfCases(ctx: Context, cases: readonly CaseId[]): Promise<StepRow[]> {
	return steps(ctx)
		.where('step.case_id', 'in', [...cases])
		.execute() as Promise<StepRow[]>;
}

export function stepById(ctx: Context, id: StepId): Promise<StepRow | undefined> {
	return steps(ctx).where('step.id', '=', id).executeTakeFirst() as Promise<StepRow | undefined>;
}

export type BegunStep = {
	readonly remindAt: Date;
	readonly escalateAt: Date;
	readonly central: 'no-officer' | undefined;
};

export async function markBegun(ctx: Context, id: StepId, begun: BegunStep): Promise<void> {
	await ctx.db
		.updateTable('support.case_step')
		.set({
			opened_at: ctx.now,
			remind_at: begun.remindAt,
			escalate_at: begun.escalateAt,
			central_since: begun.central ? ctx.now : null,
			central_reason: begun.central ?? null,
		})
		.where('id', '=', id)
		.execute();
}

/** Ways in which a step is granted without an officer. */
export type Evidence = 'head' | 'colleagues';

/** Made by an office, or by evidence. */
export type NewDecision = ({ readonly office: OfficeId } | { readonly evidence: Evidence }) & {
	readonly step: StepId;
	readonly decision: Decision;
	readonly reason?: string | undefined;
	readonly words?: string | undefined;
	readonly wordsLocale?: string | undefined;
};

export async function insertDecision(ctx: Context, made: NewDecision): Promise<void> {
	await ctx.db
		.insertInto('support.step_decision')
		.values({
			step_id: made.step,
			decision: made.decision,
			office_id: 'office' in made ? made.office : null,
			evidence: 'evidence' in made ? made.evidence : null,
			decided_at: ctx.now,
			reason: made.reason ?? null,
			words: made.words ?? null,
			words_locale: made.words === undefined ? null : (made.wordsLocale ?? ctx.locale),
		})
		.execute();
	await ctx.db
		.updateTable('support.case_step')
		.set({ closed_at: ctx.now })
		.where('id', '=', made.step)
		.execute();
}
