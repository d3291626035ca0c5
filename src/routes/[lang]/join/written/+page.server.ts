import { fail, redirect } from '@sveltejs/kit';
import { t } from '#messages/people';
import {
	addressForm,
	correctJoinAddress,
	letterAskedIn,
	sendJoinLetterAgain,
	writtenLetter,
} from '#domain/people';
import { once } from '#platform/forms';
import { networkOf, refusedTooOften } from '#platform/limits';
import { readForm } from '#platform/sent-form';
import { z } from 'zod';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, request, params, url }) => {
	const asked = letterAskedIn(request.headers);
	const letter = asked?.kind === 'join' ? await writtenLetter(locals.ctx, asked) : undefined;
	if (!letter) redirect(303, `/${params.lang}/join`);
	return { ...letter, told: url.searchParams.get('told') };
};

export const actions = {
	again: async ({ request, locals, params }) => {
		const form = await readForm(request, 'again', z.object({}));
		if (!form.ok) return fail(400, { reply: form.reply });
		const asked = letterAskedIn(request.headers);
		const network = networkOf(locals.client);
		const outcome = await once(locals.ctx, form.sent, (ctx) =>
			sendJoinLetterAgain(ctx, { asked, network }),
		).catch(refusedTooOften);
		if (!outcome.ok) return fail(409, { reply: form.refusal(t(`people.refusal.${outcome.reason}`)) });
		redirect(303, `/${params.lang}/join/written?told=again`);
	},
	correct: async ({ request, locals, params }) => {
		const form = await readForm(request, 'correct', addressForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const input = {
			...form.input,
			asked: letterAskedIn(request.headers),
			network: networkOf(locals.client),
		};
		const outcome = await once(locals.ctx, form.sent, (ctx) => correctJoinAddress(ctx, input)).catch(
			refusedTooOften,
		);
		if (!outcome.ok) return fail(409, { reply: form.refusal(t(`people.refusal.${outcome.reason}`)) });
		redirect(303, `/${params.lang}/join/written?told=corrected`);
	},
} satisfies Actions;
