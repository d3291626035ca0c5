import { t } from '#messages/places';
import { profileFor } from '#domain/people';
import { countryLabel, footnotesOf } from '#domain/places';
import { schoolCards } from '#domain/schools';
import { formatNumber, languageName } from '#shared/format';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { ctx, locale } = locals;
	const { card, profile, places, own } = await profileFor(ctx, params.person);
	const schools = await schoolCards(
		ctx,
		places.map((place) => place.school),
	);
	const country = card.country ? await countryLabel(ctx, card.country) : undefined;
	return {
		own,
		id: card.id,
		name: card.name,
		country,
		footnotes: footnotesOf(country ? [country] : []),
		places: places.flatMap(({ id, school, role }) => {
			const found = schools.get(school);
			return found
				? [{ id, role: t(`places.role.${role}`), school: found.name, town: found.town, at: found.id }]
				: [];
		}),
		languages: profile.languages.map(({ language, level }) => ({
			code: language,
			text: `${languageName(language, locale)} · ${t(`places.language-level.${level}`)}`,
		})),
		subjects: profile.subjects.map((subject) => t(`places.subject.${subject}`)),
		ages:
			profile.agesFrom === undefined
				? undefined
				: [profile.agesFrom, profile.agesTo ?? profile.agesFrom].map((age) => formatNumber(age, locale)),
		about: profile.about,
		aboutLocale: profile.aboutLocale,
		available: profile.available,
		wantsToFound: profile.wantsToFound,
	};
};
