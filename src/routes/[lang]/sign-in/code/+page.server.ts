import { fail, redirect } from '@sveltejs/kit';
import { t } from '#messages/people';
import { codeForm, demoCode, deviceOf, enterCode, halfwayIn, secondStepOf } from '#domain/people';
import { noPupilCookie } from '#domain/pupils';
import { refusedTooOften } from '#platform/limits';
import { readForm } from '#platform/sent-form';
import { internalPath } from '#shared/internal-path';
import { handOn } from '../../hand-on.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, request, url }) => {
	const { ctx, locale } = locals;
	const login = await halfwayIn(ctx, request.headers);
	const next = internalPath(url.searchParams.get('next'), `/${locale}/me`);
	const query = `next=${encodeURIComponent(next)}`;
	if (login === undefined) redirect(303, `/${locale}/sign-in?${query}`);
	const { passkeys } = await secondStepOf(ctx, login);
	return {
		action: `?/enter&${query}`,
		passkey: passkeys > 0 ? `/${locale}/sign-in/passkey?${query}` : undefined,
		demoCode: await demoCode(ctx, login),
	};
};

export const actions = {
	enter: async ({ request, locals, cookies, url, params }) => {
		const form = await readForm(request, 'code', codeForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const login = await halfwayIn(locals.ctx, request.headers);
		const input = { login, code: form.input.code, device: deviceOf(request.headers) };
		const outcome = await enterCode(locals.ctx, input).catch(refusedTooOften);
		if (!outcome.ok) {
			const status = outcome.reason === 'too-often' ? 429 : 409;
			return fail(status, { reply: form.refusal(t(`people.refusal.${outcome.reason}`)) });
		}
		handOn(cookies, ...outcome.value.cookies, noPupilCookie());
		redirect(303, internalPath(url.searchParams.get('next'), `/${params.lang}/me`));
	},
} satisfies Actions;
