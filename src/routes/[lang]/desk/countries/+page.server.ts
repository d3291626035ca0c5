import { fail, redirect } from '@sveltejs/kit';
import { t } from '#messages/support';
import { addCountry, footnotesOf, keptCountries } from '#domain/places';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { formatDate, formatList, languageName } from '#shared/format';
import { addCountryForm } from './country-forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { ctx, locale } = locals;
	const countries = await keptCountries(ctx);
	const dateText = (day: string | undefined) =>
		day === undefined ? '' : formatDate(new Date(day), locale, 'UTC', 'medium');
	return {
		active: countries.filter(({ state }) => state === 'active').length,
		footnotes: footnotesOf(countries),
		countries: countries.map((country) => ({
			id: country.code,
			name: country.name,
			href: `/${locale}/desk/countries/${country.code}`,
			group: t(`support.countries.group.${country.group}`),
			languages: formatList(
				country.languages.map((code) => languageName(code, locale)),
				locale,
			),
			state: country.state,
			day: dateText(
				{
					active: country.joinedOn,
					coming: country.joinedOn,
					suspended: country.suspendedOn,
					left: country.leftOn,
				}[country.state],
			),
		})),
	};
};

export const actions = {
	add: async ({ request, locals, params }) => {
		const form = await readForm(request, 'add-country', addCountryForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const { code } = form.input;
		// it takes part from the day that is named on its own page; until then nobody can choose it
		const coming = { joinedOn: '2100-01-01', suspendedOn: undefined, leftOn: undefined };
		const details = {
			group: 'associated',
			note: undefined,
			timeZone: 'UTC',
			languages: [],
			...coming,
		} as const;
		const outcome = await once(locals.ctx, form.sent, (ctx) => addCountry(ctx, code, details));
		if (!outcome.ok)
			return fail(409, { reply: form.refusal(t(`support.refusal.${outcome.reason}`), outcome.field) });
		redirect(303, `/${params.lang}/desk/countries/${code}`);
	},
} satisfies Actions;
