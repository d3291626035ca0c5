/** What a search found, as a map with its table: countries first, then the towns of one. */
import { t } from '#messages/partners';
import { townValue, type PartnerQuery, type PlacesFound } from '#domain/partner-finding';
import { mapOfCountry, mapOfProgramme } from '#domain/places';
import { formatNumber, inAlphabet } from '#shared/format';
import { radiusFor, sheetWith, type Sheet, type Spot } from '#shared/map';
import { hrefTo, mapOf, withChosen, type Reader } from '../show-search.ts';

export type MapRow = { id: string; name: string; count: string; href: string } & Named;
/** Some of the schools in a town, and how many more there are, in a word or two. */
type Named = { schools: readonly string[]; more: string };
/** So many schools of a town are named, those with most first. */
const mostNamed = 5;
/** So many towns of a country are drawn and listed, those with most first. */
const mostTowns = 300;

export type ShownMap = {
	readonly label: string;
	readonly sheets: readonly {
		width: number;
		height: number;
		land: string;
		dots: readonly (Spot & { radius: number; label: string; href: string; text?: string })[];
	}[];
	readonly rows: readonly MapRow[];
	/** What the map leaves out, in a sentence. */
	readonly note: string;
};

/** All countries, or those that are chosen: the number behind each is exact. */
export function showCountries({ page }: PlacesFound, query: PartnerQuery, reader: Reader): ShownMap {
	const { sheet, middles } = mapOfProgramme();
	const { locale, country } = reader;
	const chosen = query.chosen.country;
	const counts = Object.entries(page.counts.country).filter(
		([code, count]) => count > 0 && (chosen.length === 0 || chosen.includes(code)),
	);
	const most = Math.max(1, ...counts.map(([, count]) => count));
	const places = counts.map(([code, count]) => ({
		code,
		count,
		name: country(code).name,
		href: mapOf(locale, withChosen(query, 'country', [code])),
		...spotOf(sheet, middles.get(code)),
	}));
	const named = places.map(({ code, name, count, href, ...spot }) => ({
		...{ id: code, name, href, count, spot },
		label: t('partners.map.dot', { place: name, count: formatNumber(count, locale) }),
	}));
	return {
		label: t('partners.map.countries'),
		sheets: [sheetWithDots(sheet, named, most, locale)],
		rows: inOrder(named, reader).map(({ id, name, count, href }) => ({
			...{ id, name, href, schools: [], more: '' },
			count: formatNumber(count, locale),
		})),
		note: sumOf(named) > page.total ? t('partners.map.several-countries') : '',
	};
}

/** One country: a dot for each town in which something was found. */
export function showTowns(
	{ page, schools = [], looked }: PlacesFound,
	code: string,
	query: PartnerQuery,
	reader: Reader,
): ShownMap {
	const { locale, country } = reader;
	const chosen = query.chosen.town;
	const shown = schools.filter(({ card }) => chosen.length === 0 || chosen.includes(townValue(card)));
	const all = [...Map.groupBy(shown, ({ card }) => card.town)].map(([town, at]) => ({
		id: town,
		name: town,
		// a project of two schools of the town is one
		count: new Set(at.flatMap(({ things }) => things)).size,
		point: at.find(({ point }) => point)?.point,
		...namedAt(at, reader),
		href: hrefTo(locale, withChosen(query, 'town', [townValue({ country: code, town })])),
	}));
	const towns = inOrder(all, reader).slice(0, mostTowns);
	const most = Math.max(1, ...towns.map(({ count }) => count));
	const drawn = mapOfCountry(code);
	const onSheets = new Map<Sheet, Dotted[]>();
	for (const town of towns) {
		const at = town.point && sheetWith(drawn, town.point);
		if (!at) continue;
		const label = t('partners.map.dot', { place: town.name, count: formatNumber(town.count, locale) });
		onSheets.set(at.sheet, [...(onSheets.get(at.sheet) ?? []), { ...town, label, spot: at.spot }]);
	}
	const mainland = drawn[0];
	if (mainland && !onSheets.has(mainland)) onSheets.set(mainland, []);
	const unplaced = towns.filter(({ point }) => !point).length;
	const notes = [
		sumOf(towns) > page.total ? t('partners.map.several-towns') : '',
		looked < page.total ? t('partners.map.first', { count: looked }) : '',
		towns.length < all.length ? t('partners.map.more-towns', { count: all.length - towns.length }) : '',
		unplaced > 0 ? t('partners.map.unplaced', { count: unplaced }) : '',
	];
	return {
		label: t('partners.map.towns', { country: country(code).name }),
		sheets: drawn
			.filter((sheet) => onSheets.has(sheet))
			.map((sheet) => sheetWithDots(sheet, onSheets.get(sheet) ?? [], most, locale)),
		rows: towns.map(({ id, name, count, href, schools, more }) => ({
			...{ id, name, href, schools, more },
			count: formatNumber(count, locale),
		})),
		note: notes.filter((note) => note !== '').join(' '),
	};
}

function namedAt(at: NonNullable<PlacesFound['schools']>, reader: Reader): Named {
	const inTurn = inOrder(
		at.map(({ card, things }) => ({ name: card.name, count: things.length })),
		reader,
	);
	const more = inTurn.length - mostNamed;
	return {
		schools: inTurn.slice(0, mostNamed).map(({ name }) => name),
		more: more > 0 ? t('partners.map.more-schools', { count: more }) : '',
	};
}

function sumOf(places: readonly { count: number }[]): number {
	return places.reduce((sum, { count }) => sum + count, 0);
}

type Dotted = { count: number; label: string; href: string; spot: Partial<Spot> };

/** The large dots lie below the small ones, so that none is hidden. */
function sheetWithDots(
	{ width, height, land }: Sheet,
	places: readonly Dotted[],
	most: number,
	locale: Reader['locale'],
): ShownMap['sheets'][number] {
	const dots = places.flatMap(({ count, label, href, spot: { x, y } }) => {
		if (x === undefined || y === undefined) return [];
		const radius = radiusFor(count, most);
		const text = formatNumber(count, locale);
		return [{ x, y, radius, label, href, ...(holds(radius, text) && { text }) }];
	});
	return { width, height, land, dots: dots.toSorted((one, other) => other.radius - one.radius) };
}

/** Whether there is room for a number in a dot. */
function holds(radius: number, text: string): boolean {
	return radius > Math.max(13, 2 + 4.3 * text.length);
}

function spotOf(sheet: Sheet, middle: readonly [number, number] | undefined): Partial<Spot> {
	return (middle && sheet.spot({ longitude: middle[0], latitude: middle[1] })) ?? {};
}

/** The fullest first, and of two alike in the order of the reader's alphabet. */
function inOrder<Row extends { name: string; count: number }>(
	rows: readonly Row[],
	{ locale }: Reader,
): Row[] {
	const compare = inAlphabet(locale);
	return rows.toSorted((one, other) => other.count - one.count || compare(one.name, other.name));
}
