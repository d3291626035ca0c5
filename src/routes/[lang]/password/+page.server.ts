import { fail, redirect } from '@sveltejs/kit';
import { t } from '#messages/people';
import { addressForm, askForNewPassword, letterCookie } from '#domain/people';
import { once } from '#platform/forms';
import { networkOf, refusedTooOften } from '#platform/limits';
import { readForm } from '#platform/sent-form';
import { handOn } from '../hand-on.ts';
import type { Actions } from './$types';

export const actions = {
	ask: async ({ request, locals, params, cookies }) => {
		const form = await readForm(request, 'password', addressForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const input = { ...form.input, network: networkOf(locals.client) };
		const outcome = await once(locals.ctx, form.sent, (ctx) => askForNewPassword(ctx, input)).catch(
			refusedTooOften,
		);
		if (!outcome.ok) return fail(429, { reply: form.refusal(t(`people.refusal.${outcome.reason}`)) });
		handOn(cookies, letterCookie({ kind: 'password', id: outcome.value.link }));
		redirect(303, `/${params.lang}/password/written`);
	},
} satisfies Actions;
