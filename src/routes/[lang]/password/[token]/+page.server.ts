import { fail, redirect } from '@sveltejs/kit';
import { t } from '#messages/people';
import { addressOfResetLink, chooseNewPassword, newPasswordForm, noLetterCookie } from '#domain/people';
import { networkOf, refusedTooOften } from '#platform/limits';
import { readForm } from '#platform/sent-form';
import { handOn } from '../../hand-on.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	email: await addressOfResetLink(locals.ctx, params.token),
});

export const actions = {
	choose: async ({ request, locals, params, cookies }) => {
		const form = await readForm(request, 'new-password', newPasswordForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const input = { ...form.input, token: params.token, network: networkOf(locals.client) };
		const outcome = await chooseNewPassword(locals.ctx, input).catch(refusedTooOften);
		if (!outcome.ok) {
			return fail(409, { reply: form.refusal(t(`people.refusal.${outcome.reason}`), outcome.field) });
		}
		handOn(cookies, noLetterCookie());
		redirect(303, `/${params.lang}/sign-in?told=password`);
	},
} satisfies Actions;
