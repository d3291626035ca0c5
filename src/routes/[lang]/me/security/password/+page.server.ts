import { fail, redirect } from '@sveltejs/kit';
import { t } from '#messages/people';
import { changePassword, newPasswordForm } from '#domain/people';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { proveAgain, proveFirst } from '../prove-first.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => proveFirst({ locals, url });

export const actions = {
	change: async ({ request, locals, url, params }) => {
		const form = await readForm(request, 'change-password', newPasswordForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const outcome = await once(locals.ctx, form.sent, (ctx) => changePassword(ctx, form.input));
		if (!outcome.ok) {
			const { reason, field } = outcome;
			if (reason === 'prove-again') proveAgain({ locals, url });
			return fail(409, { reply: form.refusal(t(`people.refusal.${reason}`), field) });
		}
		redirect(303, `/${params.lang}/me/security?told=password`);
	},
} satisfies Actions;
