/** A party answers an officer's question: the case goes back to the desk and its clock runs on. */
import { z } from 'zod';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { NotFound } from '#platform/errors';
import { granted, refused, type Result } from '#platform/result';
import { personOf } from '#shared/actor';
import { id, text } from '#shared/form-fields';
import { demand, may } from './abilities.ts';
import type { QuestionId } from './case-kinds.ts';
import { lockCase, partiesOf } from './cases.sql.ts';
import { runClocksOn } from './clocks.ts';
import { stepById } from './steps.sql.ts';
import { insertAnswer, questionById } from './questions.sql.ts';

/** The fields of the form that answers; the language is the page's unless the person says otherwise. */
export const answerForm = z.object({ question: id(), answer: text(2000) });

export type AnswerQuestion = {
	readonly question: QuestionId;
	readonly answer: string;
	readonly answerLocale?: string;
};

/** `no-longer-asked`: answered already, or the round has ended meanwhile. */
export async function answerQuestion(
	ctx: Context,
	input: AnswerQuestion,
): Promise<Result<undefined, 'no-longer-asked'>> {
	return inTransaction(ctx, async (inside) => {
		const seen = await questionById(inside, input.question);
		const approval = seen && (await lockCase(inside, seen.case_id));
		if (!approval) throw new NotFound('question');
		const parties = (await partiesOf(inside, [approval.id])).map((party) => party.person_id);
		// who is no party shall not learn that there is a question
		if (!may(inside.actor, 'support.answer', { parties })) throw new NotFound('question');
		demand(inside, 'support.answer', { parties });
		const question = await questionById(inside, input.question);
		const step = question && (await stepById(inside, question.step_id));
		const person = personOf(inside.actor);
		if (!step || !person || question.answered_at || step.closed_at) return refused('no-longer-asked');
		const answerLocale = input.answerLocale ?? ctx.locale;
		await insertAnswer(inside, { question: question.id, person, answer: input.answer, answerLocale });
		await runClocksOn(inside, [{ ...step, kind: approval.kind }]);
		return granted();
	});
}
