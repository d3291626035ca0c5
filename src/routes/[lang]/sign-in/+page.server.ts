import { fail, redirect } from '@sveltejs/kit';
import { t } from '#messages/people';
import { demoAccounts, deviceOf, providers, signIn, signInForm } from '#domain/people';
import { countryLabels } from '#domain/places';
import { noPupilCookie } from '#domain/pupils';
import { networkOf, refusedTooOften } from '#platform/limits';
import { readForm } from '#platform/sent-form';
import { internalPath } from '#shared/internal-path';
import { handOn } from '../hand-on.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url, params }) => {
	const label = await countryLabels(locals.ctx);
	const accounts = await demoAccounts();
	const home = `/${params.lang}/me`;
	const next = internalPath(url.searchParams.get('next'), home);
	return {
		action: `?/enter&next=${encodeURIComponent(next)}`,
		asked: next !== home,
		providers: providers().map(({ id, name }) => ({
			name,
			href: `/${params.lang}/sign-in/with/${id}?next=${encodeURIComponent(next)}`,
		})),
		passkey: `/${params.lang}/sign-in/passkey?next=${encodeURIComponent(next)}`,
		told: url.searchParams.get('told'),
		demo: accounts.map((account) => ({
			...account,
			role: t(`people.sign-in.demo-as.${account.role === 'central officer' ? 'central' : account.role}`),
			country: label(account.country).name,
		})),
	};
};

export const actions = {
	enter: async ({ request, locals, params, cookies, url }) => {
		const form = await readForm(request, 'sign-in', signInForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const input = { ...form.input, network: networkOf(locals.client), device: deviceOf(request.headers) };
		const outcome = await signIn(locals.ctx, input).catch(refusedTooOften);
		if (!outcome.ok) {
			const status = outcome.reason === 'too-often' ? 429 : 401;
			return fail(status, { reply: form.refusal(t(`people.refusal.${outcome.reason}`)) });
		}
		const next = internalPath(url.searchParams.get('next'), `/${params.lang}/me`);
		if (outcome.value.halfway) {
			handOn(cookies, ...outcome.value.cookies);
			redirect(303, `/${params.lang}/sign-in/code?next=${encodeURIComponent(next)}`);
		}
		handOn(cookies, ...outcome.value.cookies, noPupilCookie());
		redirect(303, next);
	},
} satisfies Actions;
