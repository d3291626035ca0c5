import { fail, redirect } from '@sveltejs/kit';
import { t } from '#messages/cohorts';
import { t as schools } from '#messages/schools';
import { countryLabels, footnotesOf } from '#domain/places';
import { enterInstitution, institutionForm, institutionsForDesk } from '#domain/schools';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { formatPlace } from '#shared/format';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { ctx, locale } = locals;
	const label = await countryLabels(ctx);
	const { countries, institutions } = await institutionsForDesk(ctx);
	return {
		title: t('cohorts.institutions'),
		countries: countries.map((code) => ({ value: code, label: label(code).name })),
		institutions: institutions.map(({ id, name, town, country }) => ({
			...{ id, name, href: `/${locale}/schools/${id}` },
			place: formatPlace([town, label(country).name], locale),
		})),
		added: url.searchParams.has('added'),
		footnotes: footnotesOf(countries.map(label)),
	};
};

export const actions = {
	add: async ({ request, locals, params }) => {
		const form = await readForm(request, 'enter-institution', institutionForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const outcome = await once(locals.ctx, form.sent, (ctx) => enterInstitution(ctx, form.input));
		if (!outcome.ok)
			return fail(409, {
				reply: form.refusal(schools(`schools.refusal.${outcome.reason}`), outcome.field),
			});
		redirect(303, `/${params.lang}/desk/institutions?added`);
	},
} satisfies Actions;
