import { fail, redirect } from '@sveltejs/kit';
import { t } from '#messages/people';
import { t as placesText } from '#messages/places';
import {
	answerForm,
	correctAffiliation,
	correctAffiliationForm,
	endAffiliation,
	endAffiliationForm,
	ownAffiliations,
} from '#domain/people';
import { countryLabels } from '#domain/places';
import { answerQuestion, chainsFor } from '#domain/support';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { stagesShown } from '../../chain-shown.ts';
import { roleOptions } from '../role-options.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { ctx } = locals;
	const places = await ownAffiliations(ctx);
	const schools = await chainsFor(
		ctx,
		'school',
		places.map((place) => place.card.id),
	);
	const label = await countryLabels(ctx);
	return {
		told: url.searchParams.get('told'),
		roles: roleOptions(),
		places: places.map(({ id, card, role, state, chain }) => {
			const school = schools.get(card.id);
			return {
				id,
				school: card.name,
				place: `${card.town}, ${label(card.country).name}`,
				role,
				roleName: placesText(`places.role.${role}`),
				validated: state === 'validated',
				state: state === 'validated' ? ('validated' as const) : (chain?.state ?? 'running'),
				next: chain?.next ?? '',
				stages: [
					...(school ? stagesShown(school, t('people.status.school-step')) : []),
					...(chain ? stagesShown(chain, t('people.status.place-step')) : []),
				],
				question: chain?.openQuestion,
			};
		}),
	};
};

export const actions = {
	answer: async ({ request, locals, params }) => {
		const form = await readForm(request, 'answer', answerForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const outcome = await once(locals.ctx, form.sent, (ctx) => answerQuestion(ctx, form.input));
		if (!outcome.ok) return fail(409, { reply: form.refusal(t(`people.refusal.${outcome.reason}`)) });
		redirect(303, `/${params.lang}/me/status?told=answered`);
	},
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
