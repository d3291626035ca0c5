/** The chain of one case, put together from its rows: who has it, since when, what comes next. */
import { t } from '#messages/support';
import type { Context } from '#platform/context';
import type { OrganisationId } from '#shared/actor';
import { formatDate, formatList } from '#shared/format';
import type { CaseId, QuestionId, StepId } from './case-kinds.ts';
import type { CaseRow } from './cases.sql.ts';
import { stagesOf, type ChainStage } from './chain-stages.ts';
import type { Organisation } from './organisations.ts';
import type { QuestionRow } from './questions.sql.ts';
import { reasonText } from './reason-texts.ts';
import type { RoundRow } from './rounds.sql.ts';
import type { Evidence, StepRow } from './steps.sql.ts';

/** later: its turn has not come; overtaken: the round ended without it. */
export type ChainStepState = 'later' | 'waiting' | 'asked' | 'granted' | 'refused' | 'overtaken';

export type ChainStep = {
	readonly id: StepId;
	readonly stage: number;
	readonly organisation: Organisation;
	readonly state: ChainStepState;
	/** Who has the step now, as text; nobody once it is decided. */
	readonly holder: string | undefined;
	readonly since: Date | undefined;
	readonly sinceText: string | undefined;
	/** Granted by evidence, in place of an officer. */
	readonly evidence: Evidence | undefined;
	/** Of a refusal, in the reader's language. */
	readonly reason: string | undefined;
	readonly words: string | undefined;
	readonly wordsLocale: string | undefined;
};

export type OpenQuestion = {
	readonly id: QuestionId;
	readonly organisation: Organisation;
	readonly words: string;
	readonly wordsLocale: string;
	readonly askedAt: Date;
	readonly askedText: string;
};

export type ChainRefusal = {
	readonly organisation: Organisation;
	readonly reason: string;
	readonly words: string | undefined;
	readonly wordsLocale: string | undefined;
};

/** waits: for another case, which must be granted first. */
export type ChainState = 'waits' | 'running' | 'granted' | 'refused' | 'withdrawn';

export type Chain = {
	readonly case: CaseId;
	readonly kind: string;
	readonly subject: string;
	readonly round: number;
	readonly state: ChainState;
	readonly openedAt: Date;
	readonly steps: readonly ChainStep[];
	/** Who has the case now, as text: organisations, or the applicant. */
	readonly holder: string | undefined;
	readonly applicantHolds: boolean;
	readonly since: Date;
	readonly sinceText: string;
	/** What comes next, as one sentence. */
	readonly next: string;
	/** What happens when nobody decides, and when: the clock that runs now. */
	readonly due: string | undefined;
	/** The oldest question without an answer, of this case or of the one it waits for. */
	readonly openQuestion: OpenQuestion | undefined;
	/** Why the last round was refused, by whom, with the officer's words. */
	readonly refusal: ChainRefusal | undefined;
	/** The same as the design system draws it. */
	readonly stages: readonly ChainStage[];
	readonly waitsFor:
		{ readonly kind: string; readonly subject: string; readonly state: ChainState } | undefined;
};

export type ChainDesk = Organisation & { readonly zone: string };

/** Rows of all cases asked for, and every desk by id. */
export type ChainFacts = {
	readonly rounds: readonly RoundRow[];
	readonly steps: readonly StepRow[];
	readonly questions: readonly QuestionRow[];
	readonly awaited: readonly CaseRow[];
	readonly organisations: ReadonlyMap<OrganisationId, ChainDesk>;
};

/** Undefined for a case without a round, which cannot be. */
export function chainOf(ctx: Context, approval: CaseRow, facts: ChainFacts): Chain | undefined {
	const round = facts.rounds.find((each) => each.case_id === approval.id);
	if (!round) return undefined;
	const rows = facts.steps.filter((step) => step.case_id === approval.id && step.round === round.round);
	const open = openQuestions(approval, facts);
	const steps = rows.map((row) => chainStep(ctx, row, open, facts));
	const waitsFor = awaitedOf(approval, facts);
	const state = stateOf(round, rows, waitsFor);
	const openQuestion = open[0] && questionOf(ctx, open[0], facts);
	const applicantHolds =
		openQuestion !== undefined || state === 'refused' || (state === 'waits' && waitsFor?.state !== 'running');
	const since = sinceOf(round, steps, openQuestion);
	return {
		case: approval.id,
		kind: approval.kind,
		subject: approval.subject_id,
		round: round.round,
		state,
		openedAt: round.opened_at,
		steps,
		holder: holderOf(ctx, state, applicantHolds, steps),
		applicantHolds,
		since,
		sinceText: dayText(ctx, since, rows[0], facts),
		next: nextOf(ctx, state, steps, openQuestion, waitsFor?.state),
		due: dueOf(ctx, state, rows, openQuestion, facts),
		openQuestion,
		refusal: state === 'refused' ? refusalOf(steps) : undefined,
		stages: stagesOf(steps, openQuestion, ctx.locale),
		waitsFor,
	};
}

function refusalOf(steps: readonly ChainStep[]): ChainRefusal | undefined {
	const step = steps.find((each) => each.state === 'refused');
	if (!step) return undefined;
	const { organisation, reason = '', words, wordsLocale } = step;
	return { organisation, reason, words, wordsLocale };
}

/** Of this case, or of the one it waits for when that is the same applicant's. */
function openQuestions(approval: CaseRow, facts: ChainFacts): QuestionRow[] {
	const own = facts.awaited.find(
		(each) => each.id === approval.waits_for && each.applicant_id === approval.applicant_id,
	);
	const cases = [approval.id, own?.id];
	return facts.questions.filter((question) => cases.includes(question.case_id) && isOpen(question));
}

function isOpen(question: QuestionRow): boolean {
	return question.answered_at === null && question.closed_at === null;
}

function chainStep(ctx: Context, row: StepRow, open: readonly QuestionRow[], facts: ChainFacts): ChainStep {
	const question = open.find((each) => each.step_id === row.id);
	const state = stepState(row, question !== undefined);
	const since = row.decided_at ?? row.closed_at ?? question?.asked_at ?? row.opened_at ?? undefined;
	const organisation = organisationOfStep(row, facts);
	return {
		id: row.id,
		stage: row.stage,
		organisation,
		state,
		holder: stepHolder(row, state, facts),
		since,
		sinceText: since && formatDate(since, ctx.locale, organisation.zone),
		evidence: row.evidence ?? undefined,
		reason: row.reason === null ? undefined : reasonText(row.reason),
		words: row.words ?? undefined,
		wordsLocale: row.words_locale ?? undefined,
	};
}

function stepState(row: StepRow, asked: boolean): ChainStepState {
	if (row.decision !== null) return row.decision;
	if (row.closed_at !== null) return 'overtaken';
	if (row.opened_at === null) return 'later';
	return asked ? 'asked' : 'waiting';
}

function organisationOfStep(row: StepRow, facts: ChainFacts): ChainDesk {
	const organisation = facts.organisations.get(row.organisation_id);
	if (!organisation) throw new Error('a step without its organisation');
	return organisation;
}

/** Where nobody at the organisation may decide, the central desk has it; where it is late, both have. */
function stepHolder(row: StepRow, state: ChainStepState, facts: ChainFacts): string | undefined {
	if (state === 'asked') return t('support.chain.you');
	if (state !== 'waiting') return undefined;
	const own = organisationOfStep(row, facts).name;
	if (row.central_since === null) return own;
	const central = [...facts.organisations.values()].find((each) => each.central)?.name ?? own;
	return row.central_reason === 'no-officer'
		? central
		: t('support.chain.both', { organisation: own, central });
}

function awaitedOf(approval: CaseRow, facts: ChainFacts): Chain['waitsFor'] {
	const awaited = facts.awaited.find((each) => each.id === approval.waits_for);
	const round = facts.rounds.find((each) => each.case_id === approval.waits_for);
	if (!awaited || !round) return undefined;
	const state =
		round.outcome === null || round.outcome === 'corrected' ? 'running' : (round.outcome as ChainState);
	return { kind: awaited.kind, subject: awaited.subject_id, state };
}

function stateOf(round: RoundRow, steps: readonly StepRow[], waitsFor: Chain['waitsFor']): ChainState {
	if (round.outcome !== null) return round.outcome as ChainState;
	const begun = steps.some((step) => step.opened_at !== null);
	return waitsFor && waitsFor.state !== 'granted' && !begun ? 'waits' : 'running';
}

function questionOf(ctx: Context, row: QuestionRow, facts: ChainFacts): OpenQuestion | undefined {
	const step = facts.steps.find((each) => each.id === row.step_id);
	if (!step) return undefined;
	const organisation = organisationOfStep(step, facts);
	return {
		id: row.id,
		organisation,
		words: row.words,
		wordsLocale: row.words_locale,
		askedAt: row.asked_at,
		askedText: formatDate(row.asked_at, ctx.locale, organisation.zone),
	};
}

function sinceOf(round: RoundRow, steps: readonly ChainStep[], question: OpenQuestion | undefined): Date {
	if (question) return question.askedAt;
	if (round.decided_at) return round.decided_at;
	const begun = steps.filter((step) => step.state === 'waiting').flatMap((step) => step.since ?? []);
	return begun.sort((one, other) => one.getTime() - other.getTime())[0] ?? round.opened_at;
}

function dayText(ctx: Context, moment: Date, row: StepRow | undefined, facts: ChainFacts): string {
	return formatDate(moment, ctx.locale, row ? organisationOfStep(row, facts).zone : 'UTC');
}

function holderOf(
	ctx: Context,
	state: ChainState,
	applicantHolds: boolean,
	steps: readonly ChainStep[],
): string | undefined {
	if (applicantHolds) return t('support.chain.you');
	if (state === 'waits') return undefined;
	const holders = steps.flatMap((step) => step.holder ?? []);
	return holders.length > 0 ? formatList([...new Set(holders)], ctx.locale) : undefined;
}

/** The applicant need not wait for ever: by this day the central desk may decide, too. */
function dueOf(
	ctx: Context,
	state: ChainState,
	rows: readonly StepRow[],
	question: OpenQuestion | undefined,
	facts: ChainFacts,
): string | undefined {
	if (state !== 'running' || question) return undefined;
	const row = rows.find(
		(each) => each.opened_at && !each.closed_at && !each.central_since && each.escalate_at,
	);
	if (!row?.escalate_at || organisationOfStep(row, facts).central) return undefined;
	return t('support.chain.due', { date: dayText(ctx, row.escalate_at, row, facts) });
}

function nextOf(
	ctx: Context,
	state: ChainState,
	steps: readonly ChainStep[],
	question: OpenQuestion | undefined,
	awaited: ChainState | undefined,
): string {
	if (question) return t('support.chain.next.answer', { organisation: question.organisation.name });
	if (state === 'waits')
		return awaited === 'running' ? t('support.chain.next.awaited') : t('support.chain.next.mend-awaited');
	if (state === 'refused') return t('support.chain.next.correct');
	if (state === 'granted') return t('support.chain.next.nothing');
	if (state === 'withdrawn') return t('support.chain.next.send-again');
	const later = steps.filter((step) => step.state === 'later');
	const first = later.filter((step) => step.stage === later[0]?.stage);
	if (first.length === 0) return t('support.chain.next.decision');
	const organisations = formatList(
		first.map((step) => step.organisation.name),
		ctx.locale,
	);
	return t('support.chain.next.stage', { organisations });
}
