import { fail, redirect } from '@sveltejs/kit';
import { t } from '#messages/people';
import {
	confirmAddress,
	confirmationFor,
	confirmForm,
	deviceOf,
	letterAskedIn,
	noLetterCookie,
	type PlaceLanding,
} from '#domain/people';
import { networkOf, refusedTooOften } from '#platform/limits';
import { readForm } from '#platform/sent-form';
import { handOn } from '../../hand-on.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, request }) => ({
	confirmation: await confirmationFor(locals.ctx, params.token, letterAskedIn(request.headers)),
});

/** On to whoever has the case now; where the school is still open, to the search for it. */
function pathOf(landing: PlaceLanding): string {
	if (landing.is === 'waiting') return '/me/status?told=joined';
	if (landing.is === 'nowhere') return '/me?welcome';
	const search = new URLSearchParams({ told: 'joined', country: landing.country, text: landing.text });
	return `/me/school?${search}`;
}

export const actions = {
	confirm: async ({ request, locals, params, cookies }) => {
		const form = await readForm(request, 'confirm', confirmForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const { headers } = request;
		const input = {
			...form.input,
			token: params.token,
			asked: letterAskedIn(headers),
			network: networkOf(locals.client),
			device: deviceOf(headers),
		};
		const outcome = await confirmAddress(locals.ctx, input).catch(refusedTooOften);
		if (!outcome.ok) {
			const { reason, field } = outcome;
			if (reason === 'confirmed-before') {
				handOn(cookies, noLetterCookie());
				const inside = 'person' in locals.ctx.actor;
				redirect(303, `/${params.lang}${inside ? '/me?welcome' : '/sign-in?told=confirmed'}`);
			}
			return fail(409, { reply: form.refusal(t(`people.refusal.${reason}`), field) });
		}
		handOn(cookies, ...outcome.value.cookies, noLetterCookie());
		const { leadsTo, landing } = outcome.value;
		redirect(303, leadsTo ?? `/${params.lang}${pathOf(landing)}`);
	},
} satisfies Actions;
