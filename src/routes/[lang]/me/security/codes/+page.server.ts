import { fail, redirect } from '@sveltejs/kit';
import { makeRecoveryCodes, ownFactors, ownRecoveryCodes, shownCodes } from '#domain/people';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { z } from 'zod';
import { proveAgain, proveFirst } from '../prove-first.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	await proveFirst({ locals, url });
	const { app, passkeys } = await ownFactors(locals.ctx);
	if (!app && passkeys === 0) redirect(303, `/${locals.locale}/me/security/app`);
	return { first: url.searchParams.get('told') === 'first', left: await ownRecoveryCodes(locals.ctx) };
};

export const actions = {
	make: async ({ request, locals, url }) => {
		const form = await readForm(request, 'make-codes', z.object({}));
		if (!form.ok) return fail(400, { reply: form.reply });
		const outcome = await once(locals.ctx, form.sent, makeRecoveryCodes);
		if (!outcome.ok && outcome.reason === 'no-factor') redirect(303, `/${locals.locale}/me/security/app`);
		if (!outcome.ok) proveAgain({ locals, url });
		return { codes: await shownCodes(outcome.value.sealed) };
	},
} satisfies Actions;
