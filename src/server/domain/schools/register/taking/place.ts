/** Where a school lies, in degrees of WGS84, from whatever coordinates its register uses. */
import proj4 from 'proj4';
import type { CoordinateSystem, PlaceRule } from '../profile.ts';
import { pointOf } from '../reading/json.ts';
import type { SourceRow } from '../reading/row.ts';
import type { Cells, Fill } from './template.ts';

export type Point = readonly [longitude: number, latitude: number];

/** The definitions of EPSG, as PROJ writes them; the datum shifts are good to a few metres. */
const systems: Readonly<Record<CoordinateSystem, string>> = {
	// British National Grid
	'27700':
		'+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy +towgs84=446.448,-125.157,542.06,0.15,0.247,0.842,-20.489 +units=m',
	// Irish Grid, Irish Transverse Mercator
	'29903':
		'+proj=tmerc +lat_0=53.5 +lon_0=-8 +k=1.000035 +x_0=200000 +y_0=250000 +a=6377340.189 +rf=299.3249646 +towgs84=482.5,-130.6,564.6,-1.042,-0.214,-0.631,8.15 +units=m',
	'2157': '+proj=tmerc +lat_0=53.5 +lon_0=-8 +k=0.99982 +x_0=600000 +y_0=750000 +ellps=GRS80 +units=m',
	// Netherlands, RD New
	'28992':
		'+proj=sterea +lat_0=52.1561605555556 +lon_0=5.38763888888889 +k=0.9999079 +x_0=155000 +y_0=463000 +ellps=bessel +towgs84=565.4171,50.3319,465.5524,-0.398957,0.343988,-1.87740,4.0725 +units=m',
	// France, Lambert 93
	'2154': '+proj=lcc +lat_0=46.5 +lon_0=3 +lat_1=49 +lat_2=44 +x_0=700000 +y_0=6600000 +ellps=GRS80 +units=m',
	// Belgium, Lambert 72
	'31370':
		'+proj=lcc +lat_0=90 +lon_0=4.36748666666667 +lat_1=51.1666672333333 +lat_2=49.8333339 +x_0=150000.013 +y_0=5400088.438 +ellps=intl +towgs84=-106.8686,52.2978,-103.7239,0.3366,-0.457,1.8422,-1.2747 +units=m',
	// UTM zone 32, Sweden, Finland
	'25832': '+proj=utm +zone=32 +ellps=GRS80 +units=m',
	'3006': '+proj=utm +zone=33 +ellps=GRS80 +units=m',
	'3067': '+proj=utm +zone=35 +ellps=GRS80 +units=m',
};

/** Makes the function that tells where the school of a row lies; undefined where the row does not say it well. */
export function placer(
	rule: PlaceRule | undefined,
	fillerOf: (template: string) => Fill,
): (row: SourceRow) => Point | undefined {
	if (rule === undefined) return () => undefined;
	if (rule === 'feature') return ({ point }) => sound(point);
	if ('geoJson' in rule) {
		const cell = fillerOf(rule.geoJson);
		return ({ cells }) => sound(pointIn(cell(cells)));
	}
	const [first, second] = 'system' in rule ? [rule.easting, rule.northing] : [rule.longitude, rule.latitude];
	const numbers = pairOf(fillerOf(first), fillerOf(second));
	if (!('system' in rule)) return ({ cells }) => sound(numbers(cells));
	const { inverse } = proj4(systems[rule.system]);
	return ({ cells }) => {
		const metres = numbers(cells);
		if (!metres || (metres[0] === 0 && metres[1] === 0)) return undefined;
		const [longitude, latitude] = inverse([...metres]);
		return longitude === undefined || latitude === undefined ? undefined : sound([longitude, latitude]);
	};
}

function pairOf(first: Fill, second: Fill) {
	return (cells: Cells): Point | undefined => {
		const [one, other] = [numberOf(first(cells)), numberOf(second(cells))];
		return one === undefined || other === undefined ? undefined : [one, other];
	};
}

/** Decimal points and decimal commas. */
function numberOf(written: string): number | undefined {
	const number = Number(written.replace(',', '.'));
	return written !== '' && Number.isFinite(number) ? number : undefined;
}

function pointIn(text: string): Point | undefined {
	try {
		return pointOf(JSON.parse(text));
	} catch {
		return undefined;
	}
}

/** Nought by nought lies in the sea and means "not known". */
function sound(point: Point | undefined): Point | undefined {
	if (!point) return undefined;
	const [longitude, latitude] = point;
	const isOnEarth =
		Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90 && (longitude !== 0 || latitude !== 0);
	return isOnEarth ? [round(longitude), round(latitude)] : undefined;
}

/** A millionth of a degree is a hand's breadth. */
function round(degrees: number): number {
	return Math.round(degrees * 1e6) / 1e6;
}
