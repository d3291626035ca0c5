import { classFor, consentPurposes, consentTextVersion } from '#domain/pupils';
import { t } from '#messages/consent';
import { inLocale } from '#platform/messages';
import { isLocale } from '#shared/locales';
import { languagesOfPupils } from '../../../languages.ts';
import type { PageServerLoad } from './$types';

/** The form that parents sign, in their language; it stays at the school. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
	const found = await classFor(locals.ctx, params.class);
	const asked = url.searchParams.get('language') ?? '';
	const language = isLocale(asked) ? asked : locals.locale;
	return {
		class: { id: found.id, name: found.name },
		language: language as string,
		languages: languagesOfPupils,
		words: inLocale(language, () => ({
			title: t('consent.form.title'),
			lead: t('consent.form.lead'),
			name: t('consent.form.name'),
			allow: t('consent.form.allow'),
			purposes: consentPurposes.map((purpose) => ({
				id: purpose,
				label: t(`consent.purpose.${purpose}`),
				help: t(`consent.help.${purpose}`),
			})),
			free: t('consent.form.free'),
			sign: t('consent.form.sign'),
			version: t('consent.form.version', { version: consentTextVersion }),
		})),
	};
};
