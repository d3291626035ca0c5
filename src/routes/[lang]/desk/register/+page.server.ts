import { questionsFor, registersFor } from '#domain/schools/register';
import { showQuestions, showRegisters } from './show-registers.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { ctx, locale } = locals;
	const registers = await registersFor(ctx, url.searchParams.get('after') ?? undefined);
	return {
		shown: await showRegisters(ctx, registers, locale),
		questions: (await showQuestions(ctx, await questionsFor(ctx), locale)).count,
		dropped: url.searchParams.has('dropped'),
	};
};
