import { fail, redirect } from '@sveltejs/kit';
import { t } from '#messages/support';
import { keptCountries, keptCountry } from '#domain/places';
import {
	consentAges,
	previewConsentAge,
	setConsentAge,
	undoConsentAge,
	unknownConsentAge,
} from '#domain/pupils';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { countryName, formatDate, formatList } from '#shared/format';
import { undoForm } from '../clocks-form.ts';
import { byScope, centralNames, showVersions } from '../show-versions.ts';
import { ageOfForm, agesForm } from './ages-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { ctx, locale } = locals;
	const [settings, countries] = [await consentAges(ctx), await keptCountries(ctx)];
	const known = new Set(settings.map(({ country }) => country));
	const asked = Object.fromEntries(url.searchParams);
	return {
		asked,
		...('age' in asked ? await previewOf(locals, asked) : {}),
		versions: byScope(
			showVersions(
				settings,
				({ country, age, source, seenOn }) => ({
					scope: countryName(country, locale),
					rule: t('support.settings.ages.rule', {
						...{ age, source },
						seen: formatDate(new Date(seenOn), locale, 'UTC', 'medium'),
					}),
				}),
				await centralNames(ctx),
				locale,
			),
			locale,
		),
		today: ctx.now.toISOString().slice(0, 10),
		countries: countries.map(({ code, name }) => ({ value: code, label: name })),
		unknown: t('support.settings.ages.unknown', {
			age: unknownConsentAge,
			countries: formatList(
				countries.filter(({ code }) => !known.has(code)).map(({ name }) => name),
				locale,
			),
		}),
		done: url.searchParams.get('done'),
	};
};

/** What the change in the address would do, or what is wrong with it. */
async function previewOf({ ctx, locale }: App.Locals, asked: Readonly<Record<string, string>>) {
	const read = agesForm.safeParse(asked);
	if (!read.success) return { problem: t('support.settings.incomplete') };
	const { name } = await keptCountry(ctx, read.data.country);
	const outcome = await previewConsentAge(ctx, ageOfForm(read.data, ctx.now));
	if (!outcome.ok) return { problem: t(`support.refusal.${outcome.reason}`) };
	return {
		preview: {
			form: Object.entries(read.data).map(([name, value]) => ({ name, value: String(value) })),
			country: name,
			before: outcome.value,
			after: read.data.age,
			source: read.data.source,
			since: formatDate(new Date(`${read.data.since}T00:00:00Z`), locale, 'UTC'),
		},
	};
}

export const actions = {
	set: async ({ request, locals, params }) => {
		const form = await readForm(request, 'ages', agesForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const outcome = await once(locals.ctx, form.sent, async (ctx) => {
			await keptCountry(ctx, form.input.country);
			return setConsentAge(ctx, ageOfForm(form.input, ctx.now));
		});
		if (!outcome.ok)
			return fail(409, { reply: form.refusal(t(`support.refusal.${outcome.reason}`), outcome.field) });
		redirect(303, `/${params.lang}/desk/settings/ages?done=set`);
	},
	undo: async ({ request, locals, params }) => {
		const form = await readForm(request, 'undo-ages', undoForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const outcome = await once(locals.ctx, form.sent, (ctx) => undoConsentAge(ctx, form.input.version));
		if (!outcome.ok) return fail(409, { reply: form.refusal(t(`support.refusal.${outcome.reason}`)) });
		redirect(303, `/${params.lang}/desk/settings/ages?done=undone`);
	},
} satisfies Actions;
