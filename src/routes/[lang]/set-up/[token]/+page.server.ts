import { fail, redirect } from '@sveltejs/kit';
import { t } from '#messages/people';
import { joinForm, makeFirstOfficer, setUpIsOpen } from '#domain/people';
import { countries, footnotesOf } from '#domain/places';
import { networkOf, refusedTooOften } from '#platform/limits';
import { readForm } from '#platform/sent-form';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const labels = await countries(locals.ctx);
	return {
		open: await setUpIsOpen(locals.ctx, params.token),
		countries: labels.map(({ code, name }) => ({ value: code, label: name })),
		footnotes: footnotesOf(labels),
	};
};

export const actions = {
	make: async ({ request, locals, params }) => {
		const form = await readForm(request, 'set-up', joinForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const input = { ...form.input, token: params.token, network: networkOf(locals.client) };
		const outcome = await makeFirstOfficer(locals.ctx, input).catch(refusedTooOften);
		if (!outcome.ok) {
			return fail(409, { reply: form.refusal(t(`people.refusal.${outcome.reason}`), outcome.field) });
		}
		redirect(303, `/${params.lang}/sign-in?next=${encodeURIComponent(`/${params.lang}/me/desk`)}`);
	},
} satisfies Actions;
