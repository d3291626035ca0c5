import { fail, redirect } from '@sveltejs/kit';
import { t } from '#messages/people';
import {
	chooseDefault,
	correctAffiliation,
	correctAffiliationForm,
	defaultPlaceForm,
	endAffiliation,
	endAffiliationForm,
	giveHint,
	hintForm,
	historyOfOwn,
	ownAffiliations,
	pastPlaces,
} from '#domain/people';
import { countryLabels } from '#domain/places';
import { institutionsAmong } from '#domain/schools';
import { chainsFor } from '#domain/support';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { answerAction } from '../../cases/answer.ts';
import { formatPlace } from '#shared/format';
import { roleOptions } from '../role-options.ts';
import { isOneOf } from '#shared/vocabulary';
import { pastShown, placeShown } from './place-shown.ts';
import type { Actions, PageServerLoad } from './$types';

const tellings = ['asked', 'joined', 'sent', 'ended', 'changed'] as const;

export const load: PageServerLoad = async ({ locals, url }) => {
	const { ctx } = locals;
	const places = await ownAffiliations(ctx);
	const cards = places.map((place) => place.card);
	const institutions = new Set(
		(
			await institutionsAmong(
				ctx,
				cards.map((card) => card.id),
			)
		).map(({ id }) => id),
	);
	const schools = await chainsFor(ctx, 'school', [...new Set(cards.map((card) => card.id))]);
	const histories = await historyOfOwn(ctx, places);
	const past = await pastPlaces(ctx);
	const label = await countryLabels(ctx);
	const placeOf = ({ town, country }: { town: string; country: string }) =>
		formatPlace([town, label(country).name], locals.locale);
	const told = url.searchParams.get('told');
	return {
		told: isOneOf(tellings, told) ? told : undefined,
		roles: roleOptions(),
		places: places.map((place) =>
			placeShown(place, {
				...{ school: schools.get(place.card.id), history: histories.get(place.id) },
				...{
					place: placeOf(place.card),
					educates: institutions.has(place.card.id),
					several: places.length > 1,
					locale: locals.locale,
				},
			}),
		),
		past: past.map((place) => pastShown(place, placeOf(place.card), locals.locale)),
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
		await once(locals.ctx, form.sent, (ctx) => endAffiliation(ctx, form.input));
		redirect(303, `/${params.lang}/me/status?told=ended`);
	},
	appear: async ({ request, locals, params }) => {
		const form = await readForm(request, 'default-place', defaultPlaceForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		await once(locals.ctx, form.sent, (ctx) => chooseDefault(ctx, form.input.affiliation));
		redirect(303, `/${params.lang}/me/status?told=changed`);
	},
	hint: async ({ request, locals, params }) => {
		const form = await readForm(request, 'hint', hintForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		await once(locals.ctx, form.sent, (ctx) => giveHint(ctx, form.input));
		redirect(303, `/${params.lang}/me/status?told=changed`);
	},
} satisfies Actions;
