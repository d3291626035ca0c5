import { fail, redirect } from '@sveltejs/kit';
import { appealAsAuthor, appealForm, decisionFor, limits } from '#domain/safety';
import { t } from '#messages/safety';
import { once } from '#platform/forms';
import { refusedTooOften } from '#platform/limits';
import { readForm } from '#platform/sent-form';
import { statementInWords } from '../../../reports/safety-in-words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const decision = await decisionFor(locals.ctx, params.matter);
	return {
		evidence: decision.evidence,
		statement: statementInWords(decision, locals.locale),
		most: limits.words,
	};
};

export const actions = {
	appeal: async ({ request, locals, params }) => {
		const form = await readForm(request, 'appeal', appealForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const appeal = { matter: params.matter, words: form.input.words };
		const outcome = await once(locals.ctx, form.sent, (ctx) => appealAsAuthor(ctx, appeal)).catch(
			refusedTooOften,
		);
		if (!outcome.ok) return fail(409, { reply: form.refusal(t(`safety.refusal.${outcome.reason}`)) });
		redirect(303, `/${params.lang}/pupil/decisions/${params.matter}`);
	},
} satisfies Actions;
