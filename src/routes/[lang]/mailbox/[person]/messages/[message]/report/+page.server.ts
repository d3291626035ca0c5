import { fail, redirect } from '@sveltejs/kit';
import { conversationWith, reportableMessage } from '#domain/contacts';
import { limits, reasonsAmongAdults, reportForm, reportThing } from '#domain/safety';
import { t } from '#messages/safety';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { reasonOptions } from '../../../../../reports/safety-in-words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { other } = await conversationWith(locals.ctx, params.person);
	const { words, locale } = await reportableMessage(locals.ctx, params.message);
	return {
		other: { id: other.id, name: other.name },
		message: { words, lang: locale },
		reasons: reasonOptions(reasonsAmongAdults),
		most: limits.words,
	};
};

export const actions = {
	report: async ({ request, locals, params }) => {
		const form = await readForm(request, 'report-message', reportForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const report = { kind: 'message', thing: params.message, ...form.input };
		const outcome = await once(locals.ctx, form.sent, (ctx) => reportThing(ctx, report));
		if (!outcome.ok) return fail(409, { reply: form.refusal(t(`safety.refusal.${outcome.reason}`)) });
		redirect(303, `/${params.lang}/mailbox/${params.person}?told=reported&number=${outcome.value.number}`);
	},
} satisfies Actions;
