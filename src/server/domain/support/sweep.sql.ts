/** SQL of the hourly look at the clocks: deadlines are columns, so a moved clock finds them. */
import { sql } from 'kysely';
import type { Context } from '#platform/context';
import type { OrganisationId } from '#shared/actor';
import type { CaseId, StepId } from './case-kinds.ts';

export type SweptStep = {
	readonly id: StepId;
	readonly case_id: CaseId;
	readonly organisation_id: OrganisationId;
	readonly central_reason: string | null;
	/** When the central desk may decide it, too. */
	readonly escalate_at: Date | null;
};

const swept = ['id', 'case_id', 'organisation_id', 'central_reason', 'escalate_at'] as const;

/** Marks steps whose first clock has run out; each is answered once, however many workers ask. */
export function takeStepsToRemind(ctx: Context): Promise<SweptStep[]> {
	return ctx.db
		.updateTable('support.case_step')
		.set({ reminded_at: ctx.now })
		.where('closed_at', 'is', null)
		.where('reminded_at', 'is', null)
		.where('remind_at', '<=', ctx.now)
		.returning(swept)
		.execute();
}

/** Hands steps whose second clock has run out to the central desk too. */
export function takeStepsToEscalate(ctx: Context, central: OrganisationId): Promise<SweptStep[]> {
	return ctx.db
		.updateTable('support.case_step')
		.set({ central_since: ctx.now, central_reason: 'overdue' })
		.where('closed_at', 'is', null)
		.where('central_since', 'is', null)
		.where('escalate_at', '<=', ctx.now)
		.where('organisation_id', '!=', central)
		.returning(swept)
		.execute();
}

/** Steps that only their own organisation may decide, so many at a time. */
export function begunSteps(
	ctx: Context,
	central: OrganisationId,
	after: StepId | undefined,
	most: number,
): Promise<SweptStep[]> {
	return ctx.db
		.selectFrom('support.case_step')
		.select(swept)
		.where('closed_at', 'is', null)
		.where('opened_at', 'is not', null)
		.where('central_since', 'is', null)
		.where('organisation_id', '!=', central)
		.$if(after !== undefined, (query) => query.where('id', '>', after ?? ''))
		.orderBy('id')
		.limit(most)
		.execute();
}

/** Marks questions whose applicants have been silent; those whose round has ended wait for nobody. */
export function takeQuestionsToRemind(
	ctx: Context,
): Promise<{ case_id: CaseId; organisation_id: OrganisationId }[]> {
	return ctx.db
		.updateTable('support.case_question as question')
		.set({ reminded_at: ctx.now })
		.from('support.case_step as step')
		.whereRef('step.id', '=', 'question.step_id')
		.where('step.closed_at', 'is', null)
		.where('question.answered_at', 'is', null)
		.where('question.reminded_at', 'is', null)
		.where('question.remind_at', '<=', ctx.now)
		.returning(['step.case_id', 'step.organisation_id'])
		.execute();
}

export async function handToCentral(ctx: Context, steps: readonly StepId[]): Promise<void> {
	await ctx.db
		.updateTable('support.case_step')
		.set({ central_since: ctx.now, central_reason: 'no-officer' })
		.where('id', '=', sql<StepId>`any(${[...steps]}::uuid[])`)
		.where('closed_at', 'is', null)
		.where('central_since', 'is', null)
		.execute();
}
