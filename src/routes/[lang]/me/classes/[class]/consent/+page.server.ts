import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { countryLabels } from '#domain/places';
import {
	classFor,
	consentGivers,
	consentPurposes,
	consentsFor,
	effectsOfWithdrawal,
	giveConsent,
	mostPupils,
	withdrawConsent,
} from '#domain/pupils';
import { t } from '#messages/consent';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { choice, choices, id } from '#shared/form-fields';
import { formatDate } from '#shared/format';
import { locales } from '#shared/locales';
import { languagesOfPupils } from '../../languages.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { ctx, locale } = locals;
	const found = await classFor(ctx, params.class);
	const { pupils, consents, country, age } = await consentsFor(ctx, params.class);
	const asked = withdrawing.safeParse(Object.fromEntries(url.searchParams));
	const alias = asked.success ? pupils.find(({ id: pupil }) => pupil === asked.data.pupil)?.alias : undefined;
	return {
		class: { id: found.id, name: found.name, locale: found.locale as string },
		pupils: pupils.map(({ id: pupil, alias: name, isHere }) => ({
			id: pupil,
			alias: name,
			isHere,
			given: consentPurposes.map((purpose) => {
				const one = consents.find((each) => each.pupil === pupil && each.purpose === purpose);
				return {
					purpose,
					until: one && formatDate(new Date(`${one.expiresOn}T12:00:00Z`), locale, 'UTC'),
					by: one && t(`consent.giver.${one.givenBy}`),
					attested: one?.attestedBy ?? undefined,
				};
			}),
		})),
		purposes: consentPurposes.map((value) => ({
			value,
			label: t(`consent.purpose.${value}`),
			note: t(`consent.help.${value}`),
		})),
		givers: consentGivers.map((value) => ({ value, label: t(`consent.giver.${value}`) })),
		languages: languagesOfPupils,
		age: {
			text: t('consent.age', { country: (await countryLabels(ctx))(country).name, age: age.age }),
			source: age.source ?? t('consent.age-unknown'),
		},
		// what will be lost is named before it is
		withdrawing:
			asked.success && alias !== undefined
				? {
						...asked.data,
						alias,
						what: t(`consent.purpose.${asked.data.purpose}`),
						effects: await effectsOfWithdrawal(ctx, { class: params.class, ...asked.data }),
					}
				: undefined,
		told: url.searchParams.get('told'),
	};
};

const withdrawing = z.object({ pupil: id(), purpose: choice(consentPurposes) });
const giving = z.object({
	pupils: z.array(id()).min(1).max(mostPupils),
	purposes: choices(consentPurposes, consentPurposes.length, 1),
	'given-by': choice(consentGivers),
	language: choice(locales),
});

export const actions = {
	give: async ({ request, locals, params }) => {
		const form = await readForm(request, 'give-consent', giving);
		if (!form.ok) return fail(400, { reply: form.reply });
		const { 'given-by': givenBy, ...given } = form.input;
		await once(locals.ctx, form.sent, (ctx) => giveConsent(ctx, { class: params.class, givenBy, ...given }));
		redirect(303, `/${params.lang}/me/classes/${params.class}/consent?told=given`);
	},
	withdraw: async ({ request, locals, params }) => {
		const form = await readForm(request, 'withdraw-consent', withdrawing);
		if (!form.ok) return fail(400, { reply: form.reply });
		const one = { class: params.class, ...form.input };
		const outcome = await once(locals.ctx, form.sent, (ctx) => withdrawConsent(ctx, one));
		if (!outcome.ok) return fail(409, { reply: form.refusal(t(`consent.refusal.${outcome.reason}`)) });
		redirect(303, `/${params.lang}/me/classes/${params.class}/consent?told=withdrawn`);
	},
} satisfies Actions;
