import { t } from '#messages/support';
import { keptCountries, keptCountry } from '#domain/places';
import {
	consentAges,
	previewConsentAge,
	setConsentAge,
	undoConsentAge,
	unknownConsentAge,
	type AgeRefusal,
} from '#domain/pupils';
import { countryName, formatDate, formatList } from '#shared/format';
import { lookedAt, settingDeeds, type Setting } from '../setting-deeds.ts';
import { byScope, centralNames, showVersions } from '../show-versions.ts';
import { ageOfForm, agesForm } from './ages-form.ts';
import type { Actions, PageServerLoad } from './$types';

const ages: Setting<typeof agesForm.shape, number, AgeRefusal> = {
	name: 'ages',
	form: agesForm,
	async preview(ctx, input) {
		await keptCountry(ctx, input.country);
		return previewConsentAge(ctx, ageOfForm(input, ctx.now));
	},
	async set(ctx, input) {
		await keptCountry(ctx, input.country);
		return setConsentAge(ctx, ageOfForm(input, ctx.now));
	},
	undo: undoConsentAge,
	why: (reason) => t(`support.refusal.${reason}`),
};

export const load: PageServerLoad = async ({ locals, url }) => {
	const { ctx, locale } = locals;
	const [settings, countries] = [await consentAges(ctx), await keptCountries(ctx)];
	const known = new Set(settings.map(({ country }) => country));
	const asked = Object.fromEntries(url.searchParams);
	return {
		asked,
		...(await lookedAt(ages, locals, asked, ({ country, age, source }, before) => ({
			...{ country: countryName(country, locale), before, after: age, source },
		}))),
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

const { set, undo } = settingDeeds(ages);

export const actions = {
	set,
	undo,
} satisfies Actions;
