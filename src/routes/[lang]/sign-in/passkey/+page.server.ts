import { fail, redirect } from '@sveltejs/kit';
import { t } from '#messages/people';
import { deviceOf, enterByPasskey, passkeyToEnter, signedForm } from '#domain/people';
import { noPupilCookie } from '#domain/pupils';
import { networkOf, refusedTooOften } from '#platform/limits';
import { readForm } from '#platform/sent-form';
import { internalPath } from '#shared/internal-path';
import { handOn } from '../../hand-on.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url, params }) => {
	const next = internalPath(url.searchParams.get('next'), `/${params.lang}/me`);
	return { action: `?/enter&next=${encodeURIComponent(next)}`, enter: await passkeyToEnter(locals.ctx) };
};

export const actions = {
	enter: async ({ request, locals, cookies, url, params }) => {
		const form = await readForm(request, 'passkey', signedForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const { headers } = request;
		const input = { ...form.input, network: networkOf(locals.client), device: deviceOf(headers) };
		const outcome = await enterByPasskey(locals.ctx, input).catch(refusedTooOften);
		if (!outcome.ok) {
			const status = outcome.reason === 'too-often' ? 429 : 409;
			return fail(status, { reply: form.refusal(t(`people.refusal.${outcome.reason}`)) });
		}
		handOn(cookies, ...outcome.value.cookies, noPupilCookie());
		redirect(303, internalPath(url.searchParams.get('next'), `/${params.lang}/me`));
	},
} satisfies Actions;
