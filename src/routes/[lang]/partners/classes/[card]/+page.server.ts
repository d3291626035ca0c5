import { fail, redirect } from '@sveltejs/kit';
import { t } from '#messages/partners';
import { changeClassCard, classCardForm, ownClassCard } from '#domain/partner-finding';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { cardChoices, classIn } from '../card-choices.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	return {
		choices: cardChoices(locals.locale),
		start: await ownClassCard(locals.ctx, params.card),
	};
};

export const actions = {
	change: async ({ request, locals, params }) => {
		const form = await readForm(request, 'class-card', classCardForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const { card } = params;
		const outcome = await once(locals.ctx, form.sent, (ctx) =>
			changeClassCard(ctx, { ...classIn(form.input), card }),
		);
		if (!outcome.ok) {
			return fail(409, { reply: form.refusal(t(`partners.refusal.${outcome.reason}`), outcome.field) });
		}
		redirect(303, `/${params.lang}/partners/suggestions?class=${card}&saved`);
	},
} satisfies Actions;
