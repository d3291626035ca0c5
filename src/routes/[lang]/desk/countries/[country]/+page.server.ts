import { fail, redirect } from '@sveltejs/kit';
import { t } from '#messages/support';
import { changeCountry, countryGroups, countryNotes, footnotesOf, keptCountry } from '#domain/places';
import { once } from '#platform/forms';
import { granted } from '#platform/result';
import { readForm } from '#platform/sent-form';
import { languageChoices } from '../../../choices.ts';
import { countryForm, detailsOfForm } from '../country-forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { ctx, locale } = locals;
	const country = await keptCountry(ctx, params.country);
	return {
		country,
		footnotes: footnotesOf([country]),
		saved: url.searchParams.has('saved'),
		groups: countryGroups.map((value) => ({ value, label: t(`support.countries.group.${value}`) })),
		notes: countryNotes.map((value) => ({ value, label: t(`support.countries.note.${value}`) })),
		zones: Intl.supportedValuesOf('timeZone').map((value) => ({ value, label: value })),
		languages: languageChoices(locale),
	};
};

export const actions = {
	save: async ({ request, locals, params }) => {
		const form = await readForm(request, 'country', countryForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		await once(locals.ctx, form.sent, async (ctx) => {
			await changeCountry(ctx, params.country, detailsOfForm(form.input));
			return granted();
		});
		redirect(303, `/${params.lang}/desk/countries/${params.country}?saved`);
	},
} satisfies Actions;
