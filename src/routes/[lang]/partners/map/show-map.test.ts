import { expect, test } from 'vitest';
import { queryOf, type PlacesFound } from '#domain/partner-finding';
import { inLocale } from '#platform/messages';
import { showCountries, showTowns } from './show-map.ts';

const reader = { locale: 'en', country: (code: string) => ({ code, name: code, asterisk: false }) } as const;
const query = queryOf(new URLSearchParams('country=TR&label=on'));

/** What a search found in so many towns, one thing in the first, two in the second and so on. */
function found(towns: number, { total, looked }: { total: number; looked: number }): PlacesFound {
	const schools = Array.from({ length: towns }, (_, at) => ({
		card: { id: `s${at}`, name: `School ${at}`, town: `Town ${at}`, country: 'TR' },
		things: Array.from({ length: at + 1 }, (_, thing) => `t${at}-${thing}`),
		point: at === 0 ? undefined : { longitude: 30 + at / 100, latitude: 39 },
	}));
	return { page: { total }, schools, looked } as unknown as PlacesFound;
}

const show = (places: PlacesFound) => inLocale('en', () => showTowns(places, 'TR', query, reader));

test('a map that counts all of it says nothing more, and its table has every dot', () => {
	const map = show(found(3, { total: 6, looked: 6 }));
	expect(map.note).toBe('Of 1 town we do not know where it lies; it stands in the table.');
	expect(map.rows.map(({ name, count }) => [name, count])).toEqual([
		['Town 2', '3'],
		['Town 1', '2'],
		['Town 0', '1'],
	]);
	expect(map.sheets.flatMap(({ dots }) => dots.map(({ label }) => label))).toEqual([
		'Town 2: 3',
		'Town 1: 2',
	]);
	// the same filters hold behind each dot
	expect(map.rows[0]?.href).toBe('/en/partners?country=TR&town=TR+Town+2&label=on');
});

test('where more was found than is counted, the map says how many it counts and how many towns it leaves out', () => {
	const map = show(found(305, { total: 467_290, looked: 20_000 }));
	expect(map.note).toContain('The map counts the first 20,000 only. Narrow the search to see the rest.');
	expect(map.note).toContain('5 more towns with fewer are not listed.');
	expect(map.rows).toHaveLength(300);
});

test('a project of two schools of one town is counted there once', () => {
	const { schools = [], ...places } = found(2, { total: 3, looked: 3 });
	const inOneTown = schools.map((at) => ({ ...at, card: { ...at.card, town: 'Bursa' }, things: ['a', 'b'] }));
	const [row] = show({ ...places, schools: inOneTown }).rows;
	expect([row?.name, row?.count, row?.schools]).toEqual(['Bursa', '2', ['School 0', 'School 1']]);
});

test('of many schools in a town those with most are named, and how many more there are', () => {
	const { schools = [], ...places } = found(7, { total: 28, looked: 28 });
	const inOneTown = schools.map((at) => ({ ...at, card: { ...at.card, town: 'Bursa' } }));
	expect(show({ ...places, schools: inOneTown }).rows).toMatchObject([
		{ schools: ['School 6', 'School 5', 'School 4', 'School 3', 'School 2'], more: 'and 2 more' },
	]);
});

test('where a project counts in several towns or countries, the map says why the numbers add up to more', () => {
	expect(show(found(2, { total: 2, looked: 2 })).note).toContain('each of its partners’ towns');
	expect(show(found(2, { total: 3, looked: 3 })).note).not.toContain('each of');
	const countries = (total: number) => {
		const page = { total, counts: { country: { PT: 4, DK: 1 } } };
		const places = { page, schools: undefined, looked: 0 } as unknown as PlacesFound;
		return inLocale('en', () => showCountries(places, queryOf(new URLSearchParams('')), reader).note);
	};
	expect(countries(4)).toContain('each of its partners’ countries');
	expect(countries(5)).toBe('');
});

test('of chosen towns the map shows these and not where else their projects are', () => {
	const chosen = queryOf(new URLSearchParams('country=TR&town=TR+Town+1'));
	const map = inLocale('en', () => showTowns(found(3, { total: 2, looked: 2 }), 'TR', chosen, reader));
	expect(map.rows.map(({ name }) => name)).toEqual(['Town 1']);
});

test('of several chosen countries the map shows these and no others', () => {
	const page = { total: 5, counts: { country: { PT: 4, DK: 1, FR: 9 } } };
	const places = { page, schools: undefined, looked: 0 } as unknown as PlacesFound;
	const names = (address: string) =>
		inLocale('en', () =>
			showCountries(places, queryOf(new URLSearchParams(address)), reader).rows.map(({ name }) => name),
		);
	expect(names('country=DK&country=PT')).toEqual(['PT', 'DK']);
	expect(names('')).toEqual(['FR', 'PT', 'DK']);
});
