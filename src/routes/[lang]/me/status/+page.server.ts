import { fail, redirect } from '@sveltejs/kit';
import { t } from '#messages/people';
import {
	correctAffiliation,
	correctAffiliationForm,
	endAffiliation,
	endAffiliationForm,
	ownAffiliations,
} from '#domain/people';
import { countryLabels } from '#domain/places';
import { chainsFor } from '#domain/support';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { answerAction } from '../../cases/answer.ts';
import { formatPlace } from '#shared/format';
import { roleOptions } from '../role-options.ts';
import { placeShown } from './place-shown.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { ctx } = locals;
	const places = await ownAffiliations(ctx);
	const cards = places.map((place) => place.card);
	const schools = await chainsFor(ctx, 'school', [...new Set(cards.map((card) => card.id))]);
	const label = await countryLabels(ctx);
	return {
		told: url.searchParams.get('told'),
		roles: roleOptions(),
		places: places.map((place) => {
			const { id, town, country } = place.card;
			return placeShown(place, schools.get(id), formatPlace([town, label(country).name], locals.locale));
		}),
	};
};

export const actions = {
	answer: answerAction,
	correct: async ({ request, locals, params }) => {
		const form = await readForm(request, 'correct', correctAffiliationForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const outcome = await once(locals.ctx, form.sent, (ctx) => correctAffiliation(ctx, form.input));
		if (!outcome.ok) return fail(409, { reply: form.refusal(t(`people.refusal.${outcome.reason}`)) });
		redirect(303, `/${params.lang}/me/status?told=sent`);
	},
	end: async ({ request, locals, params }) => {
		const form = await readForm(request, 'end', endAffiliationForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		await once(locals.ctx, form.sent, (ctx) => endAffiliation(ctx, form.input.affiliation));
		redirect(303, `/${params.lang}/me/status?told=ended`);
	},
} satisfies Actions;
