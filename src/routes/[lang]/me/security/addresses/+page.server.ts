import { fail, redirect } from '@sveltejs/kit';
import { t } from '#messages/security';
import {
	addAddress,
	addressForm,
	makeAddressMain,
	ownAddresses,
	ownAddressForm,
	removeAddress,
} from '#domain/people';
import { once } from '#platform/forms';
import { networkOf, refusedTooOften } from '#platform/limits';
import { readForm } from '#platform/sent-form';
import { trialLetters } from '#platform/trial-mail';
import { formatRelative } from '#shared/format';
import { proveAgain, proveFirst } from '../prove-first.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	await proveFirst({ locals, url });
	const { ctx, locale } = locals;
	const { confirmed, asked } = await ownAddresses(ctx);
	return {
		told: url.searchParams.get('told'),
		confirmed: confirmed.map(({ email, main }) => ({ email, main })),
		asked: await Promise.all(
			asked.map(async ({ email, asked_at }) => ({
				email,
				when: formatRelative(asked_at, ctx.now, locale),
				letters: await trialLetters(ctx, email, asked_at),
			})),
		),
	};
};

export const actions = {
	add: async ({ request, locals, url, params }) => {
		const form = await readForm(request, 'add', addressForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const input = { ...form.input, network: networkOf(locals.client) };
		const outcome = await once(locals.ctx, form.sent, (ctx) => addAddress(ctx, input)).catch(refusedTooOften);
		if (!outcome.ok) {
			const { reason } = outcome;
			if (reason === 'prove-again') proveAgain({ locals, url });
			return fail(409, { reply: form.refusal(t(`security.refusal.${reason}`), 'email') });
		}
		redirect(303, `/${params.lang}/me/security/addresses?told=written`);
	},
	main: async ({ request, locals, url, params }) => {
		const form = await readForm(request, 'main', ownAddressForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const outcome = await once(locals.ctx, form.sent, (ctx) => makeAddressMain(ctx, form.input));
		if (!outcome.ok) proveAgain({ locals, url });
		redirect(303, `/${params.lang}/me/security/addresses?told=main`);
	},
	remove: async ({ request, locals, url, params }) => {
		const form = await readForm(request, 'remove', ownAddressForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const outcome = await once(locals.ctx, form.sent, (ctx) => removeAddress(ctx, form.input));
		if (!outcome.ok) {
			if (outcome.reason === 'prove-again') proveAgain({ locals, url });
			return fail(409, { reply: form.refusal(t(`security.refusal.${outcome.reason}`)) });
		}
		redirect(303, `/${params.lang}/me/security/addresses?told=removed`);
	},
} satisfies Actions;
