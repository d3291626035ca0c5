/** What the partner search found, as cards. */
import { t } from '#messages/partners';
import type { PartnerHit } from '#domain/partner-finding';
import type { CountryLabel } from '#domain/places';
import { formatList, languageName } from '#shared/format';
import { agesText } from './ages-text.ts';
import { levelName, subjectName, type Reader } from './show-search.ts';

export type HitCard = {
	readonly id: string;
	readonly kind: PartnerHit['kind'];
	readonly href: string;
	readonly title: string;
	/** The language of title and words; names of people and schools have none. */
	readonly lang: string | undefined;
	readonly what: string;
	/** What is worth knowing at once: not available, looks for a founder. */
	readonly notes: readonly string[];
	/** Who wrote it, where that is not the title. */
	readonly by: string | undefined;
	readonly place: string;
	readonly countries: readonly CountryLabel[];
	readonly words: string;
	readonly tags: readonly string[];
	readonly details: readonly string[];
	/** Says that there is a quality label, where there is one. */
	readonly label: string | undefined;
};

/** One card for each hit. */
export function hitCards(hits: readonly PartnerHit[], reader: Reader): HitCard[] {
	return hits.map((hit) => {
		if (hit.kind === 'school') return schoolCard(hit, reader);
		if (hit.kind === 'project') return projectCard(hit, reader);
		return personOrPostCard(hit, reader);
	});
}

function labelOf({ labelled }: { readonly labelled: boolean }): string | undefined {
	return labelled ? t('partners.hit.label') : undefined;
}

type Of<Kind extends PartnerHit['kind']> = Extract<PartnerHit, { readonly kind: Kind }>;

function personOrPostCard(hit: Of<'person'> | Of<'post'>, { locale, country }: Reader): HitCard {
	const { id, kind, card } = hit;
	const { school } = card;
	const notes = hit.available ? [] : [t('partners.hit.not-available')];
	const ages = agesText(hit.agesFrom, hit.agesTo, locale);
	const common = {
		id,
		kind,
		place: school ? t('partners.hit.place', { school: school.name, town: school.town }) : '',
		countries: school ? [country(school.country)] : [],
		words: hit.words,
		tags: hit.subjects.slice(0, 4).map(subjectName),
		details: [ages, ...hit.languages.slice(0, 5).map((code) => languageName(code, locale))].filter(
			(text) => text !== '',
		),
		lang: hit.locale ?? undefined,
	};
	if (kind === 'person')
		return {
			...common,
			href: `/${locale}/people/${id}`,
			title: card.name,
			what: t('partners.hit.person'),
			notes: hit.founding ? [...notes, t('partners.hit.founding')] : notes,
			by: undefined,
			label: labelOf(hit),
		};
	return {
		...common,
		href: `/${locale}/partners/posts/${id}`,
		title: hit.title,
		what: t(`partners.hit.${hit.purpose}`),
		notes,
		by: card.name,
		label: undefined,
	};
}

function schoolCard(hit: Of<'school'>, { locale, country }: Reader): HitCard {
	const { id, card, levels } = hit;
	return {
		id,
		kind: 'school',
		href: `/${locale}/schools/${id}`,
		title: card.name,
		lang: undefined,
		what: t('partners.hit.school'),
		notes: [],
		by: undefined,
		place: card.town,
		countries: [country(card.country)],
		words: '',
		tags: levels.map(levelName),
		details: [],
		label: labelOf(hit),
	};
}

function projectCard(hit: Of<'project'>, { locale }: Reader): HitCard {
	const { id, card } = hit;
	const countries = new Map(card.schools.map((school) => [school.country.code, school.country]));
	return {
		id,
		kind: 'project',
		href: `/${locale}/projects/${card.address}`,
		title: card.title,
		lang: card.lang,
		what: t('partners.hit.project'),
		notes: [],
		by: undefined,
		place: formatList([...new Set(card.schools.map(({ name }) => name))].slice(0, 3), locale),
		countries: [...countries.values()],
		words: card.summary,
		tags: card.subjects === '' ? [] : [card.subjects],
		details: [card.ages ?? '', card.languages].filter((text) => text !== ''),
		label: labelOf(hit),
	};
}
