/** SQL of questions: one may be open per step, and it stops the step's clocks. */
import type { Context } from '#platform/context';
import type { OfficeId, PersonId } from '#shared/actor';
import { newId } from '#platform/ids';
import type { CaseId, QuestionId, StepId } from './case-kinds.ts';
import type { Pause } from './working-days.ts';

export type QuestionRow = {
	readonly id: QuestionId;
	readonly step_id: StepId;
	readonly case_id: CaseId;
	readonly round: number;
	readonly words: string;
	readonly words_locale: string;
	readonly asked_at: Date;
	readonly answer: string | null;
	readonly answer_locale: string | null;
	readonly answered_at: Date | null;
	/** Null while the step is undecided in its round: only then an open question still waits for an answer. */
	readonly closed_at: Date | null;
};

function questions(ctx: Context) {
	return ctx.db
		.selectFrom('support.case_question as question')
		.innerJoin('support.case_step as step', 'step.id', 'question.step_id')
		.select([
			'question.id',
			'question.step_id',
			'step.case_id',
			'step.round',
			'question.words',
			'question.words_locale',
			'question.asked_at',
			'question.answer',
			'question.answer_locale',
			'question.answered_at',
			'step.closed_at',
		])
		.orderBy('question.asked_at')
		.orderBy('question.id');
}

export function questionsOfCases(ctx: Context, cases: readonly CaseId[]): Promise<QuestionRow[]> {
	return questions(ctx)
		.where('step.case_id', 'in', [...cases])
		.execute();
}

export function questionById(ctx: Context, id: QuestionId): Promise<QuestionRow | undefined> {
	return questions(ctx).where('question.id', '=', id).executeTakeFirst();
}

export function openQuestionOf(ctx: Context, step: StepId): Promise<QuestionRow | undefined> {
	return questions(ctx)
		.where('question.step_id', '=', step)
		.where('question.answered_at', 'is', null)
		.executeTakeFirst();
}

export type NewQuestion = {
	readonly step: StepId;
	readonly office: OfficeId;
	readonly words: string;
	readonly wordsLocale: string;
	/** When the applicant is reminded of it. */
	readonly remindAt: Date;
};

/** Writes the question and stops the clocks of its step. */
export async function insertQuestion(ctx: Context, made: NewQuestion): Promise<QuestionId> {
	const id = newId();
	await ctx.db
		.insertInto('support.case_question')
		.values({
			id,
			step_id: made.step,
			office_id: made.office,
			words: made.words,
			words_locale: made.wordsLocale,
			asked_at: ctx.now,
			remind_at: made.remindAt,
		})
		.execute();
	await ctx.db
		.updateTable('support.case_step')
		.set({ remind_at: null, escalate_at: null })
		.where('id', '=', made.step)
		.execute();
	return id;
}

export type NewAnswer = {
	readonly question: QuestionId;
	readonly person: PersonId;
	readonly answer: string;
	readonly answerLocale: string;
};

export async function insertAnswer(ctx: Context, made: NewAnswer): Promise<void> {
	await ctx.db
		.updateTable('support.case_question')
		.set({
			answer: made.answer,
			answer_locale: made.answerLocale,
			answered_by: made.person,
			answered_at: ctx.now,
		})
		.where('id', '=', made.question)
		.execute();
}

/** The clocks run again, to the moments that were worked out anew. */
export async function restartClocks(
	ctx: Context,
	step: StepId,
	remindAt: Date,
	escalateAt: Date,
): Promise<void> {
	await ctx.db
		.updateTable('support.case_step')
		.set({ remind_at: remindAt, escalate_at: escalateAt })
		.where('id', '=', step)
		.execute();
}

/** The stretches in which questions stopped each step's clock; one that is open ends now. */
export function pausesIn(ctx: Context, questions: readonly QuestionRow[], step: StepId): Pause[] {
	return questions
		.filter((question) => question.step_id === step)
		.map((question) => ({
			from: question.asked_at,
			to: question.answered_at ?? question.closed_at ?? ctx.now,
		}));
}
