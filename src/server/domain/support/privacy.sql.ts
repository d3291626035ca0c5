/** SQL over everything support holds of one person: exported, blanked, moved and given back. */
import { sql, type RawBuilder } from 'kysely';
import type { Context } from '#platform/context';
import type { OfficeId, PersonId } from '#shared/actor';
import type { CaseId, QuestionId } from './case-kinds.ts';
import type { CaseRow } from './cases.sql.ts';

/** Rounds of the person's own cases, with what they sent and what they were told. */
export function roundsOfPerson(ctx: Context, person: PersonId) {
	return ctx.db
		.selectFrom('support.case_round as round')
		.innerJoin('support.approval_case as approval', 'approval.id', 'round.case_id')
		.select([
			'approval.id as case',
			'approval.kind',
			'round.round',
			'round.opened_at as openedAt',
			'round.note',
		])
		.select(['round.snapshot', 'round.outcome', 'round.decided_at as decidedAt'])
		.where('approval.applicant_id', '=', person)
		.orderBy('round.opened_at')
		.execute();
}

export function refusalsOfPerson(ctx: Context, person: PersonId) {
	return ctx.db
		.selectFrom('support.step_decision as made')
		.innerJoin('support.case_step as step', 'step.id', 'made.step_id')
		.innerJoin('support.approval_case as approval', 'approval.id', 'step.case_id')
		.select([
			'approval.id as case',
			'step.round',
			'made.decision',
			'made.decided_at as decidedAt',
			'made.reason',
			'made.words',
		])
		.where('approval.applicant_id', '=', person)
		.orderBy('made.decided_at')
		.execute();
}

/** Questions to the person, and whatever they answered as a party of another's case. */
export function questionsOfPerson(ctx: Context, person: PersonId) {
	return ctx.db
		.selectFrom('support.case_question as question')
		.innerJoin('support.case_step as step', 'step.id', 'question.step_id')
		.innerJoin('support.approval_case as approval', 'approval.id', 'step.case_id')
		.select([
			'approval.id as case',
			'question.words',
			'question.asked_at as askedAt',
			'question.answered_at as answeredAt',
		])
		.select((eb) =>
			eb.case().when('question.answered_by', '=', person).then(eb.ref('question.answer')).end().as('answer'),
		)
		.where((eb) => eb.or([eb('approval.applicant_id', '=', person), eb('question.answered_by', '=', person)]))
		.orderBy('question.asked_at')
		.execute();
}

export function officesOfPerson(ctx: Context, person: PersonId) {
	return ctx.db
		.selectFrom('support.office')
		.select(['id', 'organisation_id as organisation', 'kind', 'given_at as givenAt', 'ended_at as endedAt'])
		.where('person_id', '=', person)
		.orderBy('given_at')
		.execute();
}

/** The person's cases that are not decided. */
export function runningCasesOf(ctx: Context, person: PersonId): Promise<CaseRow[]> {
	return ctx.db
		.selectFrom('support.approval_case as approval')
		.innerJoin('support.case_round as round', 'round.case_id', 'approval.id')
		.select([
			'approval.id',
			'approval.kind',
			'approval.subject_id',
			'approval.applicant_id',
			'approval.waits_for',
		])
		.where('approval.applicant_id', '=', person)
		.where('round.decided_at', 'is', null)
		.orderBy('approval.id')
		.execute();
}

/** What was sent, asked, answered and explained goes; that there was a case and how it ended stays. */
export async function blankWordsOf(ctx: Context, person: PersonId): Promise<void> {
	await blankCases(ctx, sql<CaseId>`(select id from support.approval_case where applicant_id = ${person})`);
	await ctx.db
		.updateTable('support.case_question')
		.set({ answer: '' })
		.where('answered_by', '=', person)
		.where('answer', 'is not', null)
		.execute();
}

/** The same for the case of one thing, when the thing itself goes. */
export async function blankCaseOf(ctx: Context, kind: string, subject: string): Promise<void> {
	await blankCases(
		ctx,
		sql<CaseId>`(select id from support.approval_case where kind = ${kind} and subject_id = ${subject})`,
	);
}

async function blankCases(ctx: Context, cases: RawBuilder<CaseId>): Promise<void> {
	const steps = sql<string>`(select id from support.case_step where case_id in ${cases})`;
	await ctx.db
		.updateTable('support.case_round')
		.set({ snapshot: '{}', note: null, note_locale: null })
		.where('case_id', 'in', cases)
		.execute();
	await ctx.db
		.updateTable('support.step_decision')
		.set({ words: null, words_locale: null })
		.where('step_id', 'in', steps)
		.execute();
	await ctx.db
		.updateTable('support.case_question')
		.set((eb) => ({ words: '', answer: eb.case().when('answer', 'is not', null).then('').end() }))
		.where('step_id', 'in', steps)
		.execute();
}

export async function endOfficesOf(ctx: Context, person: PersonId): Promise<void> {
	await ctx.db
		.updateTable('support.office')
		.set({ ended_at: ctx.now })
		.where('person_id', '=', person)
		.where('ended_at', 'is', null)
		.execute();
}

/** What moved from one person to another, so that it can go back. */
export type Moved = {
	readonly from: PersonId;
	readonly into: PersonId;
	readonly cases: readonly CaseId[];
	readonly parties: readonly CaseId[];
	/** Of these both were parties already; the row of `from` is gone, with the school it named. */
	readonly doubleParties: readonly { readonly case: CaseId; readonly school: string | null }[];
	readonly answers: readonly QuestionId[];
	readonly offices: readonly OfficeId[];
	/** Both held these; that of `from` was ended. */
	readonly endedOffices: readonly OfficeId[];
	readonly officesGiven: readonly OfficeId[];
	/** Clock rules they set. */
	readonly rules: readonly number[];
	/** Looks at them as another party of a case. */
	readonly looks: readonly string[];
};

export async function moveSupportOf(ctx: Context, from: PersonId, into: PersonId): Promise<Moved> {
	const cases = await ctx.db
		.updateTable('support.approval_case')
		.set({ applicant_id: into })
		.where('applicant_id', '=', from)
		.returning('id')
		.execute();
	const answers = await ctx.db
		.updateTable('support.case_question')
		.set({ answered_by: into })
		.where('answered_by', '=', from)
		.returning('id')
		.execute();
	const officesGiven = await ctx.db
		.updateTable('support.office')
		.set({ given_by: into })
		.where('given_by', '=', from)
		.returning('id')
		.execute();
	const rules = await ctx.db
		.updateTable('support.clock_rule')
		.set({ set_by: into })
		.where('set_by', '=', from)
		.returning('number')
		.execute();
	const looks = await ctx.db
		.updateTable('support.look')
		.set({ person_id: into })
		.where('person_id', '=', from)
		.returning('id')
		.execute();
	const ids = (rows: readonly { id: string }[]) => rows.map((row) => row.id);
	const parties = await moveParties(ctx, from, into);
	const offices = await moveOffices(ctx, from, into);
	return {
		from,
		into,
		cases: ids(cases),
		answers: ids(answers),
		officesGiven: ids(officesGiven),
		looks: ids(looks),
		rules: rules.map(({ number }) => number),
		...parties,
		...offices,
	};
}

async function moveParties(ctx: Context, from: PersonId, into: PersonId) {
	const double = await ctx.db
		.deleteFrom('support.case_party')
		.where('person_id', '=', from)
		.where('case_id', 'in', sql<CaseId>`(select case_id from support.case_party where person_id = ${into})`)
		.returning(['case_id', 'school_id'])
		.execute();
	const moved = await ctx.db
		.updateTable('support.case_party')
		.set({ person_id: into })
		.where('person_id', '=', from)
		.returning('case_id')
		.execute();
	return {
		parties: moved.map((row) => row.case_id),
		doubleParties: double.map((row) => ({ case: row.case_id, school: row.school_id })),
	};
}

async function moveOffices(ctx: Context, from: PersonId, into: PersonId) {
	const ended = await ctx.db
		.updateTable('support.office as office')
		.set({ ended_at: ctx.now })
		.where('office.person_id', '=', from)
		.where('office.ended_at', 'is', null)
		.where(
			sql<boolean>`exists (select from support.office as other
				where other.person_id = ${into} and other.ended_at is null
				and other.organisation_id = office.organisation_id and other.kind = office.kind)`,
		)
		.returning('office.id')
		.execute();
	const moved = await ctx.db
		.updateTable('support.office')
		.set({ person_id: into })
		.where('person_id', '=', from)
		.returning('id')
		.execute();
	return { offices: moved.map((row) => row.id), endedOffices: ended.map((row) => row.id) };
}

export async function giveSupportBack(ctx: Context, moved: Moved): Promise<void> {
	const { from, into } = moved;
	const among = (ids: readonly string[]) => sql<string>`any(${[...ids]}::uuid[])`;
	await ctx.db
		.updateTable('support.approval_case')
		.set({ applicant_id: from })
		.where('id', '=', among(moved.cases))
		.execute();
	await ctx.db
		.updateTable('support.case_question')
		.set({ answered_by: from })
		.where('id', '=', among(moved.answers))
		.execute();
	await ctx.db
		.updateTable('support.office')
		.set({ given_by: from })
		.where('id', '=', among(moved.officesGiven))
		.execute();
	await ctx.db
		.updateTable('support.office')
		.set({ person_id: from })
		.where('id', '=', among(moved.offices))
		.execute();
	await ctx.db
		.updateTable('support.office')
		.set({ ended_at: null })
		.where('id', '=', among(moved.endedOffices))
		.execute();
	await ctx.db
		.updateTable('support.clock_rule')
		.set({ set_by: from })
		.where('number', '=', sql<number>`any(${[...moved.rules]}::bigint[])`)
		.execute();
	await ctx.db
		.updateTable('support.look')
		.set({ person_id: from })
		.where('id', '=', among(moved.looks))
		.execute();
	await ctx.db
		.updateTable('support.case_party')
		.set({ person_id: from })
		.where('person_id', '=', into)
		.where('case_id', '=', among(moved.parties))
		.execute();
	const rows = moved.doubleParties.map(({ case: case_id, school }) => ({
		case_id,
		person_id: from,
		school_id: school,
	}));
	if (rows.length > 0) await ctx.db.insertInto('support.case_party').values(rows).execute();
}
