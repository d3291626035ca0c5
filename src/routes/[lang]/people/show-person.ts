/** A person as every validated teacher reads them: on their page, and in the preview beside one's own form. */
import { t } from '#messages/places';
import type { PersonPage } from '#domain/people';
import { countryLabel, footnotesOf } from '#domain/places';
import { labelsOfPerson } from '#domain/recognition';
import { schoolCards } from '#domain/schools';
import type { Context } from '#platform/context';
import { formatNumber, languageName } from '#shared/format';
import type { Locale } from '#shared/locales';

export type ShownPerson = Awaited<ReturnType<typeof showPerson>>;

export async function showPerson(ctx: Context, { card, profile, places }: PersonPage, locale: Locale) {
	const schools = await schoolCards(
		ctx,
		places.map((place) => place.school),
	);
	const country = card.country ? await countryLabel(ctx, card.country) : undefined;
	return {
		id: card.id,
		name: card.name,
		photo: profile.photo === undefined ? undefined : `/files/${profile.photo}/small`,
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
		labels: (await labelsOfPerson(ctx, card.id)).map(({ address, ...label }) => ({
			...label,
			href: `/${locale}/projects/${address}`,
		})),
		about: profile.about,
		wishes: profile.wishes,
		aboutLocale: profile.aboutLocale,
		available: profile.available,
		wantsToFound: profile.wantsToFound,
	};
}
