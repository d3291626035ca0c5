import { questionsFor } from '#domain/schools/register';
import { showQuestions } from '../show-registers.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { ctx, locale } = locals;
	const questions = await questionsFor(ctx, { after: url.searchParams.get('after') ?? undefined });
	return { shown: await showQuestions(ctx, questions, locale), answered: url.searchParams.has('answered') };
};
