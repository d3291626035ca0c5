/** The history of a case as an officer reads it: rounds, who decided, questions and answers, what changed. */
import type { Context } from '#platform/context';
import { formatDate, formatDateTime } from '#shared/format';
import { caseKind, type CaseOutcome, type Snapshot, type SnapshotField } from './case-kinds.ts';
import type { CaseRow } from './cases.sql.ts';
import type { RoundRow } from './rounds.sql.ts';
import type { Evidence, StepRow } from './steps.sql.ts';
import type { Organisation } from './organisations.ts';
import type { QuestionRow } from './questions.sql.ts';
import { reasonText } from './reason-texts.ts';

/** Words a person wrote, with their language. */
export type Words = { readonly text: string; readonly locale: string };

export type CaseQuestion = {
	readonly askedBy: string;
	readonly askedText: string;
	readonly words: Words;
	readonly answer: Words | undefined;
	readonly answeredText: string | undefined;
};

export type CaseDecision = {
	readonly organisation: string;
	readonly decision: 'granted' | 'refused' | undefined;
	readonly decidedText: string | undefined;
	/** Granted by evidence, in place of an officer. */
	readonly evidence: Evidence | undefined;
	readonly reason: string | undefined;
	readonly words: Words | undefined;
};

export type CaseRound = {
	readonly round: number;
	readonly openedText: string;
	readonly outcome: CaseOutcome | 'corrected' | undefined;
	readonly note: Words | undefined;
	readonly decisions: readonly CaseDecision[];
	readonly questions: readonly CaseQuestion[];
};

export type Change = {
	readonly label: string;
	readonly before: string | undefined;
	readonly after: string | undefined;
	readonly locale: string | undefined;
};

export type HistoryFacts = {
	readonly rounds: readonly RoundRow[];
	readonly steps: readonly StepRow[];
	readonly questions: readonly QuestionRow[];
	readonly organisations: ReadonlyMap<string, Organisation>;
	readonly zone: string;
	/** Without an open look the words of persons stay closed. */
	readonly open: boolean;
};

/** All rounds, newest first. */
export function roundsOf(ctx: Context, facts: HistoryFacts): CaseRound[] {
	return facts.rounds
		.map((round) => ({
			round: round.round,
			openedText: formatDate(round.opened_at, ctx.locale, facts.zone),
			outcome: (round.outcome ?? undefined) as CaseRound['outcome'],
			note: facts.open ? wordsOf(round.note, round.note_locale) : undefined,
			decisions: facts.steps
				.filter((step) => step.round === round.round)
				.map((step) => decisionOf(ctx, step, facts)),
			questions: facts.questions
				.filter((question) => question.round === round.round && facts.open)
				.map((question) => questionOf(ctx, question, facts)),
		}))
		.reverse();
}

function decisionOf(ctx: Context, step: StepRow, facts: HistoryFacts): CaseDecision {
	return {
		organisation: facts.organisations.get(step.organisation_id)?.name ?? '',
		decision: step.decision ?? undefined,
		decidedText: step.decided_at ? formatDateTime(step.decided_at, ctx.locale, facts.zone) : undefined,
		evidence: step.evidence ?? undefined,
		reason: step.reason === null ? undefined : reasonText(step.reason),
		words: facts.open ? wordsOf(step.words, step.words_locale) : undefined,
	};
}

function questionOf(ctx: Context, question: QuestionRow, facts: HistoryFacts): CaseQuestion {
	const step = facts.steps.find((each) => each.id === question.step_id);
	return {
		askedBy: facts.organisations.get(step?.organisation_id ?? '')?.name ?? '',
		askedText: formatDateTime(question.asked_at, ctx.locale, facts.zone),
		words: { text: question.words, locale: question.words_locale },
		answer: wordsOf(question.answer, question.answer_locale),
		answeredText: question.answered_at
			? formatDateTime(question.answered_at, ctx.locale, facts.zone)
			: undefined,
	};
}

function wordsOf(text: string | null, locale: string | null): Words | undefined {
	return text === null ? undefined : { text, locale: locale ?? 'und' };
}

/** A snapshot as labelled fields; a kind that labels none has none to show. */
export async function fieldsOf(
	ctx: Context,
	approval: CaseRow,
	snapshot: Snapshot,
): Promise<readonly SnapshotField[]> {
	return (await caseKind(approval.kind).fields?.(ctx, snapshot)) ?? [];
}

/** What is different in the later snapshot, field by field, in its order; what was dropped comes last. */
export function changesBetween(before: readonly SnapshotField[], after: readonly SnapshotField[]): Change[] {
	const was = new Map(before.map((each) => [each.field, each]));
	const is = new Set(after.map((each) => each.field));
	const changed = after
		.filter((each) => was.get(each.field)?.value !== each.value)
		.map((each) => ({
			label: each.label,
			before: was.get(each.field)?.value,
			after: each.value,
			locale: each.locale,
		}));
	const dropped = before
		.filter((each) => !is.has(each.field))
		.map((each) => ({ label: each.label, before: each.value, after: undefined, locale: each.locale }));
	return [...changed, ...dropped];
}
