/** What has happened to cases so far, as their applicants read it: one line for each event, the oldest first. */
import type { Context } from '#platform/context';
import { casesOf, type CaseRow } from './cases.sql.ts';
import { organisationCards, type Organisation } from './organisations.ts';
import { questionsOfCases, type QuestionRow } from './questions.sql.ts';
import { roundsOfCases, type RoundRow } from './rounds.sql.ts';
import { stepsOfCases, type StepRow } from './steps.sql.ts';

export type CaseEvent = {
	readonly at: Date;
	readonly what:
		| 'sent'
		| 'sent-again'
		| 'begun'
		| 'asked'
		| 'answered'
		| 'reminded'
		| 'escalated'
		| 'granted'
		| 'refused'
		| 'withdrawn';
	/** Whose step it was; nobody's when the applicant did it. */
	readonly organisation: string | undefined;
};

/** The courses of things of one kind, by thing; the caller shows them to the parties only. */
export async function coursesFor(
	ctx: Context,
	kind: string,
	subjects: readonly string[],
): Promise<Map<string, CaseEvent[]>> {
	const cases = subjects.length === 0 ? [] : await casesOf(ctx, kind, subjects);
	if (cases.length === 0) return new Map();
	const ids = cases.map(({ id }) => id);
	const facts = {
		rounds: await roundsOfCases(ctx, ids),
		steps: await stepsOfCases(ctx, ids),
		questions: await questionsOfCases(ctx, ids),
	};
	const organisations = await organisationCards(
		ctx,
		facts.steps.map((step) => step.organisation_id),
	);
	return new Map(cases.map((each) => [each.subject_id, courseOfCase(each, facts, organisations)]));
}

type Facts = {
	readonly rounds: readonly RoundRow[];
	readonly steps: readonly StepRow[];
	readonly questions: readonly QuestionRow[];
};

function courseOfCase(
	{ id }: CaseRow,
	{ rounds, steps, questions }: Facts,
	organisations: ReadonlyMap<string, Organisation>,
): CaseEvent[] {
	const nameOf = (step: StepRow | undefined) => step && organisations.get(step.organisation_id)?.name;
	const ofRounds = rounds
		.filter((round) => round.case_id === id)
		.flatMap((round) => [
			event(round.round === 1 ? 'sent' : 'sent-again', round.opened_at),
			event('withdrawn', round.outcome === 'withdrawn' ? round.decided_at : null),
		]);
	const ofSteps = steps
		.filter((step) => step.case_id === id)
		.flatMap((step) => [
			event('begun', step.opened_at, nameOf(step)),
			event('reminded', step.reminded_at, nameOf(step)),
			event('escalated', step.central_reason === 'overdue' ? step.central_since : null, nameOf(step)),
			event(step.decision ?? 'granted', step.decided_at, nameOf(step)),
		]);
	const ofQuestions = questions
		.filter((question) => question.case_id === id)
		.flatMap((question) => {
			const step = steps.find((each) => each.id === question.step_id);
			return [event('asked', question.asked_at, nameOf(step)), event('answered', question.answered_at)];
		});
	return [...ofRounds, ...ofSteps, ...ofQuestions]
		.filter((each) => each !== undefined)
		.sort((one, other) => one.at.getTime() - other.at.getTime());
}

function event(what: CaseEvent['what'], at: Date | null, organisation?: string): CaseEvent | undefined {
	return at ? { at, what, organisation } : undefined;
}
