import { fail, redirect } from '@sveltejs/kit';
import { t } from '#messages/people';
import { addressOfLink, confirmOwnAddress } from '#domain/people';
import { networkOf, refusedTooOften } from '#platform/limits';
import { readForm } from '#platform/sent-form';
import { z } from 'zod';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	email: await addressOfLink(locals.ctx, params.token),
});

export const actions = {
	confirm: async ({ request, locals, params }) => {
		const form = await readForm(request, 'confirm-own', z.object({}));
		if (!form.ok) return fail(400, { reply: form.reply });
		const input = { token: params.token, network: networkOf(locals.client) };
		const outcome = await confirmOwnAddress(locals.ctx, input).catch(refusedTooOften);
		if (!outcome.ok) return fail(409, { reply: form.refusal(t(`people.refusal.${outcome.reason}`)) });
		redirect(303, `/${params.lang}/me/security/addresses?told=added`);
	},
} satisfies Actions;
