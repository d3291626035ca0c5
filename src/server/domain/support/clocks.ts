/** The clocks of steps that wait for a decision, worked out anew after they stood still or their calendar changed. */
import type { Context } from '#platform/context';
import type { CaseId, StepId } from './case-kinds.ts';
import { calendarOf, clockRuleFor, organisationsById, type ClockRule } from './organisations.sql.ts';
import { pausesIn, questionsOfCases, restartClocks } from './questions.sql.ts';
import { afterWorkingDays, workingDaysBetween } from './working-days.ts';

export type ClockedStep = {
	readonly id: StepId;
	readonly case_id: CaseId;
	readonly kind: string;
	readonly organisation_id: string;
	readonly opened_at: Date | null;
};

/** What is left of the clocks of these steps is left from now on. */
export async function runClocksOn(ctx: Context, steps: readonly ClockedStep[]): Promise<void> {
	if (steps.length === 0) return;
	const organisations = await organisationsById(ctx, [...new Set(steps.map((step) => step.organisation_id))]);
	const questions = await questionsOfCases(ctx, [...new Set(steps.map((step) => step.case_id))]);
	const rules = new Map<string, ClockRule>();
	for (const step of steps) {
		const organisation = organisations.find(({ id }) => id === step.organisation_id);
		if (!organisation || !step.opened_at) continue;
		const key = `${step.kind} ${organisation.id}`;
		const rule = rules.get(key) ?? (await clockRuleFor(ctx, step.kind, organisation.id));
		rules.set(key, rule);
		const calendar = calendarOf(organisation);
		const pauses = pausesIn(ctx, questions, step.id);
		const elapsed = workingDaysBetween(step.opened_at, ctx.now, calendar, pauses);
		const due = (days: number) => afterWorkingDays(ctx.now, Math.max(0, days - elapsed), calendar);
		await restartClocks(ctx, step.id, due(rule.remind), due(rule.escalate));
	}
}
