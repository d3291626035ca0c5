/** An officer asks the applicant: the clock stops and the applicant holds the case until the answer. */
import type { Context } from '#platform/context';
import { audit } from '#platform/audit';
import { inTransaction } from '#platform/database';
import { granted, refused, type Result } from '#platform/result';
import { demand } from './abilities.ts';
import type { QuestionId, StepId } from './case-kinds.ts';
import { workingDaysFrom } from './due.ts';
import { clockRuleFor } from './organisations.sql.ts';
import { insertQuestion, openQuestionOf } from './questions.sql.ts';
import { lockedStepFor, officer } from './reach-step.ts';
import { tellParties } from './tell-parties.ts';

export type AskQuestion = { readonly step: StepId; readonly words: string; readonly wordsLocale?: string };

export type AskRefusal =
	'already-decided' | 'not-begun' | 'already-asked' | 'you-are-a-party' | 'your-colleague';

/** Asks; one question at a time for each step. */
export async function askQuestion(ctx: Context, input: AskQuestion): Promise<Result<QuestionId, AskRefusal>> {
	return inTransaction(ctx, async (inside) => {
		const { approval, step, standing } = await lockedStepFor(inside, input.step);
		if (standing.conflict)
			return refused(standing.conflict === 'party' ? 'you-are-a-party' : 'your-colleague');
		demand(inside, 'support.ask', standing);
		if (step.closed_at !== null) return refused('already-decided');
		if (step.opened_at === null) return refused('not-begun');
		if (await openQuestionOf(inside, step.id)) return refused('already-asked');
		const wordsLocale = input.wordsLocale ?? ctx.locale;
		const office = officer(inside).office;
		const { remind } = await clockRuleFor(inside, approval.kind, step.organisation_id);
		const remindAt = await workingDaysFrom(inside, step.organisation_id, ctx.now, remind);
		const words = input.words;
		const question = await insertQuestion(inside, { step: step.id, office, words, wordsLocale, remindAt });
		await tellParties(inside, approval, 'case-question', step.organisation_id);
		await audit(
			inside,
			'support.question-asked',
			{ kind: approval.kind, id: approval.subject_id },
			{ step: step.id },
		);
		return granted(question);
	});
}
