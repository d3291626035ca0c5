import { fail, redirect } from '@sveltejs/kit';
import { t } from '#messages/partners';
import { addClassCard, classCardForm, longestCard } from '#domain/partner-finding';
import { ownProfile } from '#domain/people';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { cardChoices, classIn } from '../card-choices.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const profile = await ownProfile(locals.ctx);
	return {
		choices: cardChoices(locals.locale),
		/** What the profile says already is not asked again. */
		start: {
			languages: profile.languages.map(({ language }) => language).slice(0, longestCard.languages),
			subjects: profile.subjects.slice(0, longestCard.subjects),
			agesFrom: profile.agesFrom,
			agesTo: profile.agesTo,
		},
	};
};

export const actions = {
	add: async ({ request, locals, params }) => {
		const form = await readForm(request, 'class-card', classCardForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const outcome = await once(locals.ctx, form.sent, (ctx) => addClassCard(ctx, classIn(form.input)));
		if (!outcome.ok) {
			return fail(409, { reply: form.refusal(t(`partners.refusal.${outcome.reason}`), outcome.field) });
		}
		redirect(303, `/${params.lang}/partners/suggestions?class=${outcome.value.card}&saved`);
	},
} satisfies Actions;
