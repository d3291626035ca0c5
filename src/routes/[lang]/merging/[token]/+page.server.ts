import { fail, redirect } from '@sveltejs/kit';
import { t } from '#messages/merging';
import { mergingOfToken, separateByLink } from '#domain/people';
import { readForm } from '#platform/sent-form';
import { z } from 'zod';
import { mergingShown } from '../show-mergings.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const merging = await mergingOfToken(locals.ctx, params.token);
	return {
		done: url.searchParams.has('done'),
		merging: merging && (await mergingShown(locals.ctx, merging)),
	};
};

export const actions = {
	separate: async ({ request, locals, params }) => {
		const form = await readForm(request, 'separate', z.object({}));
		if (!form.ok) return fail(400, { reply: form.reply });
		const outcome = await separateByLink(locals.ctx, params.token);
		if (!outcome.ok) return fail(409, { reply: form.refusal(t(`merging.refusal.${outcome.reason}`)) });
		redirect(303, `/${params.lang}/merging/${params.token}?done`);
	},
} satisfies Actions;
