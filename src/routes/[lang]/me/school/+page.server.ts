import { fail, redirect } from '@sveltejs/kit';
import { t } from '#messages/people';
import {
	addSchoolAndState,
	addSchoolForm,
	ownCountry,
	stateAffiliation,
	stateAffiliationForm,
} from '#domain/people';
import { countries, countryLabels, footnotesOf } from '#domain/places';
import { findSchools } from '#domain/schools';
import { coverageAsks } from '#domain/support';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { formatPlace, languageName } from '#shared/format';
import { roleOptions } from '../role-options.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { ctx } = locals;
	const country = url.searchParams.get('country') ?? (await ownCountry(ctx)) ?? '';
	const text = (url.searchParams.get('text') ?? '').slice(0, 200);
	const labels = await countries(ctx);
	const label = await countryLabels(ctx);
	const hits = text.trim() === '' || country === '' ? [] : await findSchools(ctx, { country, text });
	const asks = await coverageAsks(ctx, country);
	return {
		country,
		text,
		joined: url.searchParams.get('told') === 'joined',
		searched: text.trim() !== '',
		languages: asks.languages.map((value) => ({ value, label: languageName(value, locals.locale) })),
		regions: asks.regions.map((value) => ({ value, label: value })),
		countries: labels.map(({ code, name }) => ({ value: code, label: name })),
		footnotes: footnotesOf(labels),
		roles: roleOptions(),
		hits: hits.map((hit) => ({
			value: hit.id,
			label: hit.name,
			note: formatPlace([hit.town, hit.region, label(hit.country).name], locals.locale),
		})),
	};
};

export const actions = {
	state: async ({ request, locals, params }) => {
		const form = await readForm(request, 'state', stateAffiliationForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const outcome = await once(locals.ctx, form.sent, (ctx) => stateAffiliation(ctx, form.input));
		if (!outcome.ok) {
			return fail(409, { reply: form.refusal(t(`people.refusal.${outcome.reason}`), outcome.field) });
		}
		redirect(303, `/${params.lang}/me/status?told=asked`);
	},
	add: async ({ request, locals, params }) => {
		const form = await readForm(request, 'add', addSchoolForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const outcome = await once(locals.ctx, form.sent, (ctx) => addSchoolAndState(ctx, form.input));
		if (!outcome.ok) {
			return fail(409, { reply: form.refusal(t(`people.refusal.${outcome.reason}`), outcome.field) });
		}
		redirect(303, `/${params.lang}/me/status?told=asked`);
	},
} satisfies Actions;
