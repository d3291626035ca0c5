import { fail, redirect } from '@sveltejs/kit';
import { t } from '#messages/people';
import { askToJoin, joinForm, letterCookie } from '#domain/people';
import { countries, footnotesOf } from '#domain/places';
import { once } from '#platform/forms';
import { networkOf, refusedTooOften } from '#platform/limits';
import { readForm } from '#platform/sent-form';
import { handOn } from '../hand-on.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const labels = await countries(locals.ctx);
	return {
		countries: labels.map(({ code, name }) => ({ value: code, label: name })),
		footnotes: footnotesOf(labels),
	};
};

export const actions = {
	join: async ({ request, locals, params, cookies }) => {
		const form = await readForm(request, 'join', joinForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const network = networkOf(locals.client);
		const outcome = await once(locals.ctx, form.sent, (ctx) =>
			askToJoin(ctx, { ...form.input, network }),
		).catch(refusedTooOften);
		if (!outcome.ok) {
			return fail(409, { reply: form.refusal(t(`people.refusal.${outcome.reason}`), outcome.field) });
		}
		handOn(cookies, letterCookie({ kind: 'join', id: outcome.value.joining }));
		redirect(303, `/${params.lang}/join/written`);
	},
} satisfies Actions;
