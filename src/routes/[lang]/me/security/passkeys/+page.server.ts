import { fail, redirect } from '@sveltejs/kit';
import { t } from '#messages/people';
import {
	addPasskey,
	addPasskeyForm,
	ownFactors,
	ownPasskeys,
	passkeyToAdd,
	removePasskey,
	removePasskeyForm,
} from '#domain/people';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { formatRelative } from '#shared/format';
import { proveAgain, proveFirst } from '../prove-first.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	await proveFirst({ locals, url });
	const { ctx, locale } = locals;
	const when = (moment: Date | null) => moment && formatRelative(moment, ctx.now, locale);
	return {
		told: url.searchParams.get('told'),
		make: await passkeyToAdd(ctx),
		passkeys: (await ownPasskeys(ctx)).map(({ id, name, made_at, last_used_at }) => ({
			id,
			name,
			made: when(made_at) ?? '',
			used: when(last_used_at),
		})),
	};
};

export const actions = {
	add: async ({ request, locals, url, params }) => {
		const form = await readForm(request, 'add-passkey', addPasskeyForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const outcome = await once(locals.ctx, form.sent, async (ctx) => {
			const first = (await ownFactors(ctx)).passkeys === 0 && !(await ownFactors(ctx)).app;
			const added = await addPasskey(ctx, form.input);
			return added.ok ? { ...added, first } : added;
		});
		if (!outcome.ok) {
			if (outcome.reason === 'prove-again') proveAgain({ locals, url });
			return fail(409, { reply: form.refusal(t(`people.refusal.${outcome.reason}`)) });
		}
		redirect(
			303,
			`/${params.lang}/me/security/${outcome.first ? 'codes?told=first' : 'passkeys?told=added'}`,
		);
	},
	remove: async ({ request, locals, url, params }) => {
		const form = await readForm(request, 'remove-passkey', removePasskeyForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const outcome = await once(locals.ctx, form.sent, (ctx) => removePasskey(ctx, form.input));
		if (!outcome.ok) proveAgain({ locals, url });
		redirect(303, `/${params.lang}/me/security/passkeys?told=removed`);
	},
} satisfies Actions;
