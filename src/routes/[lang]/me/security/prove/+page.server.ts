import { fail, redirect } from '@sveltejs/kit';
import { t } from '#messages/people';
import { ownDemoCode, ownProofs, proveForm, proveMyself } from '#domain/people';
import { refusedTooOften } from '#platform/limits';
import { readForm } from '#platform/sent-form';
import { internalPath } from '#shared/internal-path';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const next = internalPath(url.searchParams.get('next'), `/${locals.locale}/me/security`);
	const query = `next=${encodeURIComponent(next)}`;
	const { code, passkey } = await ownProofs(locals.ctx);
	return {
		action: `?/prove&${query}`,
		code,
		passkey: passkey ? `/${locals.locale}/me/security/prove/passkey?${query}` : undefined,
		demoCode: await ownDemoCode(locals.ctx),
	};
};

export const actions = {
	prove: async ({ request, locals, url }) => {
		const form = await readForm(request, 'prove', proveForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const outcome = await proveMyself(locals.ctx, form.input).catch(refusedTooOften);
		if (!outcome.ok) {
			const { reason, field } = outcome;
			const status = reason === 'too-often' ? 429 : 409;
			return fail(status, { reply: form.refusal(t(`people.refusal.${reason}`), field) });
		}
		redirect(303, internalPath(url.searchParams.get('next'), `/${locals.locale}/me/security`));
	},
} satisfies Actions;
