/** SQL of cases, rounds and steps, as the engine reads and moves them. */
import type { Context } from '#platform/context';
import type { OfficeId, OrganisationId, PersonId } from '#shared/actor';
import { newId } from '#platform/ids';
import type { Decision } from './approval.ts';
import type { CaseId, Snapshot, StepId } from './case-kinds.ts';

export type CaseRow = {
	readonly id: CaseId;
	readonly kind: string;
	readonly subject_id: string;
	readonly applicant_id: PersonId;
	readonly waits_for: CaseId | null;
};

const caseColumns = ['id', 'kind', 'subject_id', 'applicant_id', 'waits_for'] as const;

export type NewCase = {
	readonly kind: string;
	readonly subject: string;
	readonly applicant: PersonId;
	readonly waitsFor: CaseId | undefined;
};

/** Undefined when the thing has a case already: there is one per thing, for ever. */
export async function insertCase(ctx: Context, made: NewCase): Promise<CaseId | undefined> {
	const row = await ctx.db
		.insertInto('support.approval_case')
		.values({
			id: newId(),
			kind: made.kind,
			subject_id: made.subject,
			applicant_id: made.applicant,
			opened_at: ctx.now,
			waits_for: made.waitsFor ?? null,
		})
		.onConflict((conflict) => conflict.columns(['kind', 'subject_id']).doNothing())
		.returning('id')
		.executeTakeFirst();
	return row?.id;
}

export type Party = { readonly person: PersonId; readonly school?: string | undefined };

/** Those of the newest round replace those before: a co-founder may have changed. */
export async function replaceParties(ctx: Context, id: CaseId, parties: readonly Party[]): Promise<void> {
	await ctx.db.deleteFrom('support.case_party').where('case_id', '=', id).execute();
	const rows = parties.map(({ person, school }) => ({
		case_id: id,
		person_id: person,
		school_id: school ?? null,
	}));
	await ctx.db.insertInto('support.case_party').values(rows).execute();
}

export type PartyRow = {
	readonly case_id: CaseId;
	readonly person_id: PersonId;
	readonly school_id: string | null;
};

export function partiesOf(ctx: Context, cases: readonly CaseId[]): Promise<PartyRow[]> {
	return ctx.db
		.selectFrom('support.case_party')
		.select(['case_id', 'person_id', 'school_id'])
		.where('case_id', 'in', [...cases])
		.execute();
}

/** The case, held until the transaction ends: two officers take turns. */
export function lockCase(ctx: Context, id: CaseId): Promise<CaseRow | undefined> {
	return ctx.db
		.selectFrom('support.approval_case')
		.select(caseColumns)
		.where('id', '=', id)
		.forUpdate()
		.executeTakeFirst();
}

export function lockCaseOf(ctx: Context, kind: string, subject: string): Promise<CaseRow | undefined> {
	return ctx.db
		.selectFrom('support.approval_case')
		.select(caseColumns)
		.where('kind', '=', kind)
		.where('subject_id', '=', subject)
		.forUpdate()
		.executeTakeFirst();
}

export function casesOf(ctx: Context, kind: string, subjects: readonly string[]): Promise<CaseRow[]> {
	return ctx.db
		.selectFrom('support.approval_case')
		.select(caseColumns)
		.where('kind', '=', kind)
		.where('subject_id', 'in', [...subjects])
		.execute();
}

export function casesById(ctx: Context, ids: readonly CaseId[]): Promise<CaseRow[]> {
	return ctx.db
		.selectFrom('support.approval_case')
		.select(caseColumns)
		.where('id', 'in', [...ids])
		.execute();
}

/** Cases that wait for this one, held until the transaction ends. */
export function lockCasesWaitingFor(ctx: Context, id: CaseId): Promise<CaseRow[]> {
	return ctx.db
		.selectFrom('support.approval_case')
		.select(caseColumns)
		.where('waits_for', '=', id)
		.orderBy('id')
		.forUpdate()
		.execute();
}

export type RoundRow = {
	readonly case_id: CaseId;
	readonly round: number;
	readonly opened_at: Date;
	readonly decided_at: Date | null;
	readonly outcome: string | null;
	readonly note: string | null;
	readonly note_locale: string | null;
};

/** The newest round of each case. */
export function lastRounds(ctx: Context, cases: readonly CaseId[]): Promise<RoundRow[]> {
	return ctx.db
		.selectFrom('support.case_round')
		.select(['case_id', 'round', 'opened_at', 'decided_at', 'outcome', 'note', 'note_locale'])
		.distinctOn('case_id')
		.where('case_id', 'in', [...cases])
		.orderBy('case_id')
		.orderBy('round', 'desc')
		.execute();
}

export type RoundWithSnapshot = RoundRow & { readonly snapshot: Snapshot };

/** All rounds of a case with what was submitted, oldest first. */
export async function roundsWithSnapshots(ctx: Context, id: CaseId): Promise<RoundWithSnapshot[]> {
	const rows = await ctx.db
		.selectFrom('support.case_round')
		.select(['case_id', 'round', 'opened_at', 'decided_at', 'outcome', 'note', 'note_locale', 'snapshot'])
		.where('case_id', '=', id)
		.orderBy('round')
		.execute();
	return rows.map((row) => ({ ...row, snapshot: row.snapshot as Snapshot }));
}

export type NewRound = {
	readonly case: CaseId;
	readonly round: number;
	readonly snapshot: Snapshot;
	readonly note?: string | undefined;
	readonly noteLocale?: string | undefined;
};

export async function insertRound(ctx: Context, made: NewRound): Promise<void> {
	await ctx.db
		.insertInto('support.case_round')
		.values({
			case_id: made.case,
			round: made.round,
			opened_at: ctx.now,
			note: made.note ?? null,
			note_locale: made.note === undefined ? null : (made.noteLocale ?? ctx.locale),
			snapshot: JSON.stringify(made.snapshot),
		})
		.execute();
}

export async function endRound(ctx: Context, id: CaseId, round: number, outcome: string): Promise<void> {
	await ctx.db
		.updateTable('support.case_round')
		.set({ decided_at: ctx.now, outcome })
		.where('case_id', '=', id)
		.where('round', '=', round)
		.where('decided_at', 'is', null)
		.execute();
	await ctx.db
		.updateTable('support.case_step')
		.set({ closed_at: ctx.now })
		.where('case_id', '=', id)
		.where('round', '=', round)
		.where('closed_at', 'is', null)
		.execute();
}

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
	readonly central_since: Date | null;
	readonly central_reason: string | null;
	readonly decision: Decision | null;
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
			'step.central_since',
			'step.central_reason',
			'made.decision',
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

export type NewDecision = {
	readonly step: StepId;
	readonly office: OfficeId;
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
			office_id: made.office,
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
