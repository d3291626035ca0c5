/** Maps of the countries that take part, to set points on. */
import { sheetOf, sheetsOf, type Box, type Ring, type Sheet } from '#shared/map';
import { outlines } from './outlines.ts';

/** From the Azores' edge of Europe to Armenia, from the Sahara to the North Cape. */
const programme: Box = { west: -24, east: 50, south: 29.5, north: 71 };

const drawn = new Map<string, readonly Sheet[]>();
let allOnOne: { readonly sheet: Sheet; readonly middles: ReadonlyMap<string, [number, number]> } | undefined;

/** The sheets of a country, the mainland first; none for a country nobody has drawn. */
export function mapOfCountry(code: string): readonly Sheet[] {
	const sheets = drawn.get(code) ?? sheetsOf(ringsOf(code));
	drawn.set(code, sheets);
	return sheets;
}

/** All countries on one sheet, with a point inside of each to write its number at. */
export function mapOfProgramme(): NonNullable<typeof allOnOne> {
	allOnOne ??= {
		sheet: sheetOf(Object.keys(outlines).flatMap(ringsOf), programme),
		middles: new Map(Object.keys(outlines).map((code) => [code, middleOf(ringsOf(code)[0] ?? [])])),
	};
	return allOnOne;
}

function ringsOf(code: string): Ring[] {
	return (outlines[code] ?? '')
		.split(';')
		.filter((ring) => ring !== '')
		.map((ring) => {
			let [longitude, latitude] = [0, 0];
			return ring.split(' ').map((step): [number, number] => {
				const [east = 0, north = 0] = step.split(',').map(Number);
				longitude += east;
				latitude += north;
				return [longitude / 100, latitude / 100];
			});
		});
}

/** The middle of the land inside a line. */
function middleOf(ring: Ring): [number, number] {
	let [area, east, north] = [0, 0, 0];
	ring.forEach(([x, y], place) => {
		const [before, below] = ring.at(place - 1) ?? [x, y];
		const part = before * y - x * below;
		area += part;
		east += (before + x) * part;
		north += (below + y) * part;
	});
	return area === 0 ? [0, 0] : [east / (3 * area), north / (3 * area)];
}
