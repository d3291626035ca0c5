import { redirect, fail } from '@sveltejs/kit';
import { z } from 'zod';
import { countries, footnotesOf, timeZoneOf, languagesOf } from '#domain/places';
import { addOrganisation, allOrganisationsFor, organisationCovering } from '#domain/support/central';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { granted } from '#platform/result';
import { defaultLocale } from '#shared/locales';
import { formatNumber } from '#shared/format';
import { optionalText } from '#shared/form-fields';
import { languageChoices } from '../../choices.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { ctx, locale } = locals;
	const organisations = await allOrganisationsFor(ctx);
	const choices = await countries(ctx);
	const tried = {
		country: url.searchParams.get('country') ?? '',
		region: url.searchParams.get('region')?.slice(0, 100) ?? '',
		language: url.searchParams.get('language') ?? '',
	};
	return {
		countries: choices.map(({ code, name }) => ({ value: code, label: name })),
		footnotes: footnotesOf(choices),
		languages: languageChoices(locale),
		tried,
		covering: tried.country ? (await organisationCovering(ctx, tried))?.name : undefined,
		organisations: organisations.map(({ organisation, coverage, officers }) => ({
			id: organisation.id,
			href: `/${locale}/desk/organisations/${organisation.id}`,
			name: organisation.name,
			central: organisation.central,
			coverage: formatNumber(coverage, locale),
			officers,
			officersText: formatNumber(officers, locale),
		})),
	};
};

const addForm = z.object({ country: z.string().regex(/^[A-Z]{2}$/), name: optionalText(200) });

export const actions = {
	add: async ({ request, locals, params }) => {
		const form = await readForm(request, 'add-organisation', addForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const { country, name } = form.input;
		const outcome = await once(locals.ctx, form.sent, async (ctx) => {
			const [language = defaultLocale] = (await languagesOf(ctx, country)) ?? [];
			return granted({
				id: await addOrganisation(ctx, {
					country,
					name: name || null,
					mail: null,
					locale: language,
					timeZone: await timeZoneOf(ctx, country),
					weekend: [6, 7],
				}),
			});
		});
		if (outcome.ok) redirect(303, `/${params.lang}/desk/organisations/${outcome.value.id}`);
	},
} satisfies Actions;
