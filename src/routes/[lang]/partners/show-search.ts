/** The partner search as its page shows it: hits as cards, filters with counts, and the addresses between them. */
import { t } from '#messages/partners';
import { t as placeName } from '#messages/places';
import {
	addressOf,
	ageBandNames,
	entryKinds,
	type Counts,
	type PartnerPage,
	type PartnerQuery,
} from '#domain/partner-finding';
import type { CountryLabel } from '#domain/places';
import { inAlphabet, languageName } from '#shared/format';
import type { Locale } from '#shared/locales';
import { isOneOf, subjects } from '#shared/vocabulary';
import { agesText } from './ages-text.ts';

export type FilterOption = { value: string; label: string; count: number; chosen: boolean };
export type FilterGroup = {
	name: string;
	title: string;
	options: FilterOption[];
	more: FilterOption[];
	open: boolean;
};

/** So many values of a long group stand open; the others wait behind one click. */
const laidOpen = 8;

type Reader = { readonly locale: Locale; readonly country: (code: string) => CountryLabel };

/** The filter groups with the exact count behind each value; values that nobody has stay away. */
export function filterGroups(
	page: PartnerPage,
	query: PartnerQuery,
	{ locale, country }: Reader,
): FilterGroup[] {
	const { facets } = page;
	const group = (name: string, title: string, options: FilterOption[]): FilterGroup[] => {
		if (options.length === 0) return [];
		const open = name === 'kind' || options.some((option) => option.chosen);
		return [{ name, title, open, ...partedByCount(options) }];
	};
	const named = (counts: Counts, chosen: readonly string[], label: (value: string) => string) =>
		optionsOf(counts, chosen, label).sort(byLabel(locale));
	const fixed = <T extends string>(
		all: readonly T[],
		counts: Counts,
		chosen: readonly string[],
		label: (value: T) => string,
	) => all.map((value) => optionOf(value, counts, chosen, label(value))).filter(isOffered);
	const available = {
		value: 'on',
		label: t('partners.available'),
		count: facets.available,
		chosen: query.availableOnly,
	};
	return [
		...group(
			'kind',
			t('partners.group.kind'),
			fixed(entryKinds, facets.kinds, query.kinds, (kind) => t(`partners.kind.${kind}`)),
		),
		...group(
			'country',
			t('partners.group.country'),
			named(facets.countries, query.countries, (code) => country(code).name),
		),
		...group(
			'language',
			t('partners.group.language'),
			named(facets.languages, query.languages, (code) => languageName(code, locale)),
		),
		...group('subject', t('partners.group.subject'), named(facets.subjects, query.subjects, subjectName)),
		...group(
			'ages',
			t('partners.group.ages'),
			fixed(ageBandNames, facets.ages, query.ages, (band) => t(`partners.ages.${band}`)),
		),
		...group('available', t('partners.group.available'), [available].filter(isOffered)),
	];
}

function optionsOf(
	counts: Counts,
	chosen: readonly string[],
	label: (value: string) => string,
): FilterOption[] {
	const values = new Set([...Object.keys(counts), ...chosen]);
	return [...values].map((value) => optionOf(value, counts, chosen, label(value)));
}

function optionOf(value: string, counts: Counts, chosen: readonly string[], label: string): FilterOption {
	return { value, label, count: counts[value] ?? 0, chosen: chosen.includes(value) };
}

function isOffered(option: FilterOption): boolean {
	return option.count > 0 || option.chosen;
}

function byLabel(locale: Locale): (one: FilterOption, other: FilterOption) => number {
	const compare = inAlphabet(locale);
	return (one, other) => compare(one.label, other.label);
}

/** The values most have, and the chosen ones, stand open; both halves keep their order. */
function partedByCount(options: FilterOption[]): { options: FilterOption[]; more: FilterOption[] } {
	if (options.length <= laidOpen + 2) return { options, more: [] };
	const counts = options.map((option) => option.count).sort((one, other) => other - one);
	const least = counts[laidOpen - 1] ?? 0;
	let room = laidOpen;
	const first = new Set(options.filter((option) => option.chosen || (option.count >= least && room-- > 0)));
	return { options: options.filter((one) => first.has(one)), more: options.filter((one) => !first.has(one)) };
}

/** What is chosen, each with the address of the same search without it. */
export function chosenFilters(groups: readonly FilterGroup[], query: PartnerQuery, path: string) {
	const address = addressOf({ ...query, after: undefined });
	return groups.flatMap(({ name, options }) =>
		options
			.filter((option) => option.chosen)
			.map(({ value, label }) => {
				const without = new URLSearchParams(address);
				without.delete(name, value);
				return { label, href: hrefOf(path, without) };
			}),
	);
}

export function hrefOf(path: string, address: URLSearchParams): string {
	const text = address.toString();
	return text === '' ? path : `${path}?${text}`;
}

/** One card for each hit. */
export function hitCards(page: PartnerPage, { locale, country }: Reader) {
	const home = `/${locale}`;
	return page.hits.map((hit) => {
		const { card, kind, words, locale: lang, available } = hit;
		const isPerson = kind === 'person';
		return {
			id: hit.id,
			isPerson,
			href: isPerson ? `${home}/people/${hit.id}` : `${home}/partners/posts/${hit.id}`,
			title: hit.title ?? card.name,
			name: card.name,
			what: t(`partners.hit.${kind}`),
			place: card.school ? t('partners.hit.place', { school: card.school.name, town: card.school.town }) : '',
			country: card.school ? country(card.school.country) : undefined,
			words,
			lang: lang ?? undefined,
			subjects: hit.subjects.slice(0, 4).map(subjectName),
			languages: hit.languages.slice(0, 5).map((code) => languageName(code, locale)),
			ages: agesText(hit.agesFrom, hit.agesTo, locale),
			available,
		};
	});
}

export function subjectName(code: string): string {
	return isOneOf(subjects, code) ? placeName(`places.subject.${code}`) : code;
}
