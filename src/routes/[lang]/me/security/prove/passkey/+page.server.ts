import { fail, redirect } from '@sveltejs/kit';
import { t } from '#messages/people';
import { passkeyToEnter, proveByPasskey, signedForm } from '#domain/people';
import { readForm } from '#platform/sent-form';
import { internalPath } from '#shared/internal-path';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const next = internalPath(url.searchParams.get('next'), `/${locals.locale}/me/security`);
	return { action: `?/prove&next=${encodeURIComponent(next)}`, enter: await passkeyToEnter(locals.ctx) };
};

export const actions = {
	prove: async ({ request, locals, url }) => {
		const form = await readForm(request, 'prove-passkey', signedForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const outcome = await proveByPasskey(locals.ctx, form.input.answer);
		if (!outcome.ok) return fail(409, { reply: form.refusal(t(`people.refusal.${outcome.reason}`)) });
		redirect(303, internalPath(url.searchParams.get('next'), `/${locals.locale}/me/security`));
	},
} satisfies Actions;
