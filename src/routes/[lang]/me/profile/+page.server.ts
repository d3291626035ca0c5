import { fail, redirect } from '@sveltejs/kit';
import { t } from '#messages/people';
import { changeProfile, ownProfile, profileForm, profileOfForm } from '#domain/people';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { personOf } from '#shared/actor';
import { choicesOf } from './choices.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => ({
	profile: await ownProfile(locals.ctx),
	choices: choicesOf(locals.locale),
	saved: url.searchParams.has('saved'),
	page: `/${locals.locale}/people/${personOf(locals.ctx.actor) ?? ''}`,
});

export const actions = {
	save: async ({ request, locals, params }) => {
		const form = await readForm(request, 'profile', profileForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const outcome = await once(locals.ctx, form.sent, (ctx) => changeProfile(ctx, profileOfForm(form.input)));
		if (!outcome.ok) {
			return fail(409, { reply: form.refusal(t(`people.refusal.${outcome.reason}`), outcome.field) });
		}
		redirect(303, `/${params.lang}/me/profile?saved`);
	},
} satisfies Actions;
