import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { hindrance, longestMessage, sendRequest, standingWith } from '#domain/contacts';
import { profileFor } from '#domain/people';
import { t } from '#messages/contacts';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { personOf } from '#shared/actor';
import { id, text } from '#shared/form-fields';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { ctx } = locals;
	const { card, profile, own } = await profileFor(ctx, url.searchParams.get('to') ?? '');
	const standing = await standingWith(ctx, card.id);
	const refusal = own
		? 'oneself'
		: hindrance(standing, profile.available, personOf(ctx.actor) ?? '', ctx.now);
	return {
		person: { id: card.id, name: card.name, school: card.school?.name },
		most: longestMessage,
		sent: standing.newest?.from === personOf(ctx.actor) && refusal === 'already-asked',
		hindrance: refusal && t(`contacts.refusal.${refusal}`),
	};
};

const requestForm = z.object({ to: id(), message: text(longestMessage) });

export const actions = {
	default: async ({ request, locals, params }) => {
		const form = await readForm(request, 'ask', requestForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const outcome = await once(locals.ctx, form.sent, (ctx) => sendRequest(ctx, form.input));
		if (!outcome.ok) {
			return fail(409, { reply: form.refusal(t(`contacts.refusal.${outcome.reason}`), outcome.field) });
		}
		redirect(303, `/${params.lang}/contacts/new?to=${form.input.to}`);
	},
} satisfies Actions;
