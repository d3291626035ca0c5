import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { eraseMyself } from '#domain/privacy';
import { t } from '#messages/privacy';
import { mustTick } from '#shared/form-fields';
import { readForm } from '#platform/sent-form';
import { proveAgain, proveFirst } from '../security/prove-first.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	await proveFirst({ locals, url });
};

const eraseForm = z.object({ sure: mustTick() });

export const actions = {
	erase: async ({ request, locals, params, url }) => {
		const form = await readForm(request, 'erase', eraseForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		// whoever is forgotten leaves no answer behind: a second click finds nobody signed in
		const outcome = await eraseMyself(locals.ctx);
		if (outcome.ok) redirect(303, `/${params.lang}/privacy?told=forgotten`);
		if (outcome.reason === 'prove-again') proveAgain({ locals, url });
		return fail(409, { reply: form.refusal(t(`privacy.refusal.${outcome.reason}`)) });
	},
} satisfies Actions;
