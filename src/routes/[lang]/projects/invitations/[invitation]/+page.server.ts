import { fail, redirect } from '@sveltejs/kit';
import { t } from '#messages/projects';
import {
	acceptForm,
	acceptInvitation,
	declineForm,
	declineInvitation,
	invitationFor,
} from '#domain/projects';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const invitation = await invitationFor(locals.ctx, params.invitation);
	return {
		invitation,
		places: invitation.places.map(({ id, name, misfit }) => ({
			value: id,
			label: name,
			note: misfit && t(`projects.hindrance.${misfit}`),
			disabled: misfit !== undefined,
		})),
	};
};

export const actions = {
	accept: async ({ request, locals, params }) => {
		const form = await readForm(request, 'accept-invitation', acceptForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const answer = { invitation: params.invitation, school: form.input.school };
		const outcome = await once(locals.ctx, form.sent, (ctx) => acceptInvitation(ctx, answer));
		if (!outcome.ok) {
			return fail(409, { reply: form.refusal(t(`projects.refusal.${outcome.reason}`), outcome.field) });
		}
		redirect(303, `/${params.lang}/projects/${outcome.value.address}/status`);
	},
	decline: async ({ request, locals, params, url }) => {
		const form = await readForm(request, 'decline-invitation', declineForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const answer = { invitation: params.invitation, words: form.input.words };
		const outcome = await once(locals.ctx, form.sent, (ctx) => declineInvitation(ctx, answer));
		if (!outcome.ok) return fail(409, { reply: form.refusal(t(`projects.refusal.${outcome.reason}`)) });
		redirect(303, url.pathname);
	},
} satisfies Actions;
