import { error, fail, redirect } from '@sveltejs/kit';
import { postFor } from '#domain/partner-finding';
import { limits, reasonsAmongAdults, reportForm, reportThing } from '#domain/safety';
import { t } from '#messages/safety';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { reasonOptions } from '../../../../reports/safety-in-words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { post, author, own } = await postFor(locals.ctx, params.id);
	if (own) error(404);
	return {
		author: author.name,
		post: { id: post.id, title: post.title, words: post.words, lang: post.locale },
		reasons: reasonOptions(reasonsAmongAdults),
		most: limits.words,
	};
};

export const actions = {
	report: async ({ request, locals, params }) => {
		const form = await readForm(request, 'report-partner-post', reportForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const report = { kind: 'partner-post', thing: params.id, ...form.input };
		const outcome = await once(locals.ctx, form.sent, (ctx) => reportThing(ctx, report));
		if (!outcome.ok) return fail(409, { reply: form.refusal(t(`safety.refusal.${outcome.reason}`)) });
		redirect(303, `/${params.lang}/partners/posts/${params.id}?told=reported&number=${outcome.value.number}`);
	},
} satisfies Actions;
