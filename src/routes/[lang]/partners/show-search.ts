/** The partner search as its page shows it: tabs, filters with counts, what is chosen, and the addresses between them. */
import { t } from '#messages/partners';
import { t as placeName } from '#messages/places';
import {
	activeDays,
	addressOf,
	ageBandNames,
	kinds,
	postKinds,
	type Group,
	type PartnerPage,
	type PartnerQuery,
} from '#domain/partner-finding';
import type { CountryLabel } from '#domain/places';
import { formatNumber, inAlphabet, languageName } from '#shared/format';
import type { Locale } from '#shared/locales';
import { isOneOf, schoolLevels, schoolRoles, subjects } from '#shared/vocabulary';

export type FilterOption = { name: Group; value: string; label: string; count: string; chosen: boolean };
export type FilterGroup = {
	name: string;
	title: string;
	options: FilterOption[];
	more: FilterOption[];
	open: boolean;
};

/** So many values of a long group stand open; the others wait behind one click. */
const laidOpen = 8;

export type Reader = { readonly locale: Locale; readonly country: (code: string) => CountryLabel };

/** Where a search leads; the first page unless it says otherwise. */
export function hrefTo(locale: Locale, query: PartnerQuery): string {
	const text = addressOf(query).toString();
	return text === '' ? `/${locale}/partners` : `/${locale}/partners?${text}`;
}

/** The same search as a map; it has no pages. */
export function mapOf(locale: Locale, { after: _, ...query }: PartnerQuery): string {
	const text = addressOf(query).toString();
	return text === '' ? `/${locale}/partners/map` : `/${locale}/partners/map?${text}`;
}

/** The same search with other values of a group, from its first page. */
export function withChosen(query: PartnerQuery, group: Group, values: readonly string[]): PartnerQuery {
	const { after: _, ...rest } = query;
	return { ...rest, chosen: { ...query.chosen, [group]: values } };
}

/** Everything, or one kind of things, each with what the other filters leave of it. */
export function kindTabs({ counts, without }: PartnerPage, query: PartnerQuery, { locale }: Reader) {
	const chosen = query.chosen.kind;
	const tab = (label: string, count: number, values: readonly string[]) => ({
		label,
		count: formatNumber(count, locale),
		href: hrefTo(locale, withChosen(query, 'kind', values)),
		current: values.join() === chosen.join(),
	});
	return [
		tab(t('partners.kind.all'), without.kind, []),
		...kinds.map((kind) => tab(t(`partners.kind.${kind}`), counts.kind[kind] ?? 0, [kind])),
	];
}

/** The filter groups with the exact count behind each value; values that nothing has stay away. */
export function filterGroups(
	page: PartnerPage,
	query: PartnerQuery,
	{ locale, country }: Reader,
): FilterGroup[] {
	const compare = inAlphabet(locale);
	const offered = (name: Group, values: readonly string[], label: (value: string) => string): Offered[] => {
		const chosen = query.chosen[name];
		return values.flatMap((value) => {
			const many = page.counts[name][value] ?? 0;
			const isChosen = chosen.includes(value);
			if (many === 0 && !isChosen) return [];
			return [
				{ name, value, label: label(value), many, count: formatNumber(many, locale), chosen: isChosen },
			];
		});
	};
	/** In the order of the reader's alphabet. */
	const named = (name: Group, label: (value: string) => string) =>
		offered(name, [...new Set([...Object.keys(page.counts[name]), ...query.chosen[name]])], label).sort(
			(one, other) => compare(one.label, other.label),
		);
	const filled: [GroupName, Offered[]][] = [
		['purpose', offered('purpose', postKinds, purposeName)],
		['country', named('country', (code) => country(code).name)],
		['town', offered('town', query.chosen.town, townName)],
		['language', named('language', (code) => languageName(code, locale))],
		['subject', named('subject', subjectName)],
		['ages', offered('ages', ageBandNames, agesName)],
		['level', offered('level', schoolLevels, levelName)],
		['role', named('role', roleName)],
		[
			'ready',
			[
				...offered('available', ['on'], () => t('partners.available')),
				...offered('founding', ['on'], () => t('partners.founding')),
				...offered('label', ['on'], () => t('partners.label')),
				...offered('active', Object.keys(activeDays), (days) => t('partners.active', { days: Number(days) })),
			],
		],
	];
	return filled
		.filter(([, options]) => options.length > 0)
		.map(([name, options]) => ({
			name,
			title: t(`partners.group.${name}`),
			open: options.some((option) => option.chosen),
			...partedByCount(options),
		}));
}

export type GroupName =
	'purpose' | 'country' | 'town' | 'language' | 'subject' | 'ages' | 'level' | 'role' | 'ready';
type Offered = FilterOption & { readonly many: number };

/** The values most have, and the chosen ones, stand open; both halves keep their order. */
function partedByCount(options: Offered[]): { options: FilterOption[]; more: FilterOption[] } {
	if (options.length <= laidOpen + 2) return { options, more: [] };
	const counts = options.map((option) => option.many).sort((one, other) => other - one);
	const least = counts[laidOpen - 1] ?? 0;
	let room = laidOpen;
	const first = new Set(options.filter((option) => option.chosen || (option.many >= least && room-- > 0)));
	return { options: options.filter((one) => first.has(one)), more: options.filter((one) => !first.has(one)) };
}

function purposeName(value: string): string {
	return isOneOf(postKinds, value) ? t(`partners.hit.${value}`) : value;
}

/** Of a value such as "PT Porto". */
function townName(value: string): string {
	return value.slice(value.indexOf(' ') + 1);
}

function agesName(value: string): string {
	return isOneOf(ageBandNames, value) ? t(`partners.ages.${value}`) : value;
}

export function subjectName(code: string): string {
	return isOneOf(subjects, code) ? placeName(`places.subject.${code}`) : code;
}

export function levelName(code: string): string {
	return isOneOf(schoolLevels, code) ? placeName(`places.level.${code}`) : code;
}

function roleName(code: string): string {
	return isOneOf(schoolRoles, code) ? placeName(`places.role.${code}`) : code;
}
