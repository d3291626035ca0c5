import { fail, redirect } from '@sveltejs/kit';
import { t } from '#messages/people';
import { t as placesText } from '#messages/places';
import { answerAsHead, headAnswerForm, headQuestionFor } from '#domain/people';
import { networkOf, refusedTooOften } from '#platform/limits';
import { readForm } from '#platform/sent-form';
import { formatDate } from '#shared/format';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const question = await headQuestionFor(locals.ctx, params.token);
	return {
		thanks: url.searchParams.has('thanks'),
		question: question && {
			name: question.name,
			role: placesText(`places.role.${question.role}`),
			school: question.school.name,
			town: question.school.town,
			until: formatDate(question.expiresAt, locals.locale, 'UTC'),
		},
	};
};

export const actions = {
	answer: async ({ request, locals, params }) => {
		const form = await readForm(request, 'answer-as-head', headAnswerForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const input = { ...form.input, token: params.token, network: networkOf(locals.client) };
		const outcome = await answerAsHead(locals.ctx, input).catch(refusedTooOften);
		if (!outcome.ok) return fail(409, { reply: form.refusal(t(`people.refusal.${outcome.reason}`)) });
		redirect(303, `/${params.lang}/head/${params.token}?thanks`);
	},
} satisfies Actions;
