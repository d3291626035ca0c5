import { fail, redirect } from '@sveltejs/kit';
import { t } from '#messages/registers';
import { countryLabels, languagesOf } from '#domain/places';
import { beginImport, beginImportForm, listsFor, registersFor } from '#domain/schools/register';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { showRegisters } from '../show-registers.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { ctx, locale } = locals;
	const registers = await registersFor(ctx);
	const label = await countryLabels(ctx);
	const asked = url.searchParams.get('country') ?? '';
	const country = registers.countries.includes(asked) ? asked : (registers.countries[0] ?? '');
	// lists are called as their own country calls them
	const [lang] = (await languagesOf(ctx, country)) ?? [];
	const lists = (await listsFor(ctx, [country])).map(({ value, name }) => ({ value, label: name, lang }));
	return {
		shown: await showRegisters(ctx, registers, locale),
		country,
		countryName: label(country).name,
		countries: registers.countries.map((code) => ({ value: code, label: label(code).name })),
		lists: [...lists, { value: 'new', label: t('registers.new.other'), note: t('registers.new.other-help') }],
	};
};

export const actions = {
	begin: async ({ request, locals, params }) => {
		const form = await readForm(request, 'begin-import', beginImportForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const outcome = await once(locals.ctx, form.sent, (ctx) => beginImport(ctx, form.input));
		if (!outcome.ok)
			return fail(409, { reply: form.refusal(t(`registers.refusal.${outcome.reason}`), outcome.field) });
		redirect(303, `/${params.lang}/desk/register/imports/${outcome.value.import}`);
	},
} satisfies Actions;
