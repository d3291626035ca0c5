/** How one register of schools is read: everything that is special about it is data of this shape, never code. */
import type { SchoolLevel } from '#shared/vocabulary';
import type { NamingLanguage } from '../names/naming-rules.ts';
import type { SchoolState } from '../school.ts';

/**
 * A text made of columns: `{STREET} {NUMBER}[/{LETTER}]`. A column that is empty or holds a null token leaves
 * nothing behind; what stands in square brackets goes with its columns; `{TOWN ?? DISTRICT}` takes the second
 * where the first is empty; spaces close up.
 */
export type Template = string;

/** What tables have in common. */
type Rows = {
	/** Line of the column names, from 1; none: the first line that holds every needed column. */
	readonly headerRow?: number;
	/** Columns whose empty cells mean "as above". */
	readonly carryDown?: readonly string[];
	/** Lines with one filled cell are headings; their text becomes a cell of the rows below, under this name. */
	readonly headingsInto?: string;
};
/** How letters are written, where it is known; else it is told from the file. */
type Letters = { readonly encoding?: string };

export type CsvFormat = Rows & Letters & { readonly kind: 'csv'; readonly delimiter?: string };
export type XlsxFormat = Rows & { readonly kind: 'xlsx'; readonly sheet: string | number };
export type HtmlFormat = Rows & Letters & { readonly kind: 'html'; readonly table: number };
export type JsonFormat = {
	readonly kind: 'json';
	/** Where the list of schools lies in the document; empty: the document is the list. */
	readonly list: string;
	/** A list inside of each school that makes a row for each of its things, such as buildings. */
	readonly each?: string;
};
export type GeoJsonFormat = { readonly kind: 'geojson' };

/**
 * The file may come as it is, compressed, or in an archive: as one entry, named here when there are several, or as all
 * that end alike (`*.csv`), one behind the other.
 */
export type Format = { readonly entry?: string } & (
	CsvFormat | XlsxFormat | HtmlFormat | JsonFormat | GeoJsonFormat
);

/**
 * What one cell holds in one piece: `street, town, district, LV-1001`. Its parts become columns of their own:
 * `{Address:street}`, `{Address:town}`, `{Address:district}`, `{Address:postcode}`.
 */
export type AddressShape = {
	readonly separator: string;
	/** Pattern of postcodes: a part of their own, or before or behind the town in one with it. */
	readonly postcode?: string;
	/** Pattern of parts that are wider or narrower than a town; the town is the last part that is none of these. */
	readonly district?: string;
};

/** Which kinds of rows are schools, and what they teach. All others are left out and counted. */
export type Kinds =
	| {
			readonly column: Template;
			readonly levels: Readonly<Record<string, readonly SchoolLevel[]>>;
			/** Kinds that are known to be no schools: canteens, clubs. */
			readonly others?: readonly string[];
	  }
	| {
			/** A column for each kind, with a mark where it applies; one kind that is a school makes the row one. */
			readonly marks: Readonly<Record<string, readonly SchoolLevel[]>>;
			readonly others?: readonly string[];
			readonly mark: string;
	  }
	/** Every row is a school of these levels. */
	| { readonly all: readonly SchoolLevel[] };

export type States = {
	readonly column: Template;
	readonly states: Readonly<Record<string, SchoolState>>;
	/** Since when, where the register says so. */
	readonly since?: Partial<Readonly<Record<SchoolState, Template>>>;
	/** How days are written, such as `dd-mm-yyyy`. */
	readonly days?: DayOrder;
};
export type DayOrder = 'ymd' | 'dmy' | 'mdy';

/** Coordinate systems that registers use, by their EPSG names. */
export const coordinateSystems = [
	'27700',
	'29903',
	'2157',
	'28992',
	'2154',
	'31370',
	'25832',
	'3006',
	'3067',
] as const;
export type CoordinateSystem = (typeof coordinateSystems)[number];

export type PlaceRule =
	| { readonly longitude: Template; readonly latitude: Template }
	| { readonly easting: Template; readonly northing: Template; readonly system: CoordinateSystem }
	/** A cell that holds a point in GeoJSON. */
	| { readonly geoJson: Template }
	/** The point of the feature. */
	| 'feature';

export type Profile = {
	/** What the command line calls it. */
	readonly name: string;
	/** What officers of the country call it. */
	readonly title: string;
	/** Who publishes it, and under which licence where one is stated: named wherever its schools are shown. */
	readonly source?: { readonly publisher: string; readonly licence?: string };
	readonly country: string;
	readonly format: Format;
	/** Texts that mean "nothing", beside empty cells and blanks. */
	readonly nullTokens?: readonly string[];
	/** The column that tells the edition; it changes every year and makes no row a changed one. */
	readonly edition?: string;
	readonly id: {
		/** Whose numbers these are: two registers that share ids share the scheme. */
		readonly scheme: string;
		readonly code: Template;
		/** What tells one site of a school from another. */
		readonly branch?: Template;
		/** The first row of a school is the school; only rows of another branch are sites of it. */
		readonly isMainFirst?: true;
		/** The code of the school that this one belongs to. */
		readonly parent?: Template;
		/** What every id looks like; another is a damaged one. */
		readonly pattern?: string;
	};
	/** The columns taken; no other column is stored. */
	readonly take: {
		readonly name: Template;
		/** Where names tell nothing ("School canteen"), the name that is shown. */
		readonly display?: Template;
		readonly town: Template;
		readonly region?: Template;
		readonly address?: Template;
		readonly postcode?: Template;
		readonly website?: Template;
		/** Where the school is written to. Taken only where it is no address at a provider of private mail. */
		readonly mailbox?: Template;
	};
	readonly addresses?: Readonly<Record<string, AddressShape>>;
	readonly kinds: Kinds;
	readonly states?: States;
	readonly place?: PlaceRule;
	/** Regions the register writes in a way of its own, and what they are called. */
	readonly regions?: Readonly<Record<string, string>>;
	readonly language?: string;
	/** The languages by whose rules names in capitals are made readable; none: names stay as they are. */
	readonly naming?: readonly NamingLanguage[];
};

/** The columns a template names, without the parts taken out of them. */
export function columnsIn(template: Template | undefined): string[] {
	return [...(template ?? '').matchAll(/\{([^}]+)\}/g)].flatMap((found) => (found[1] ?? '').split(' ?? '));
}

/** Every column the profile needs; a file without one of them is not this register. */
export function columnsOf(profile: Profile): string[] {
	const { id, take, states, edition, addresses = {} } = profile;
	const templates = [
		...[id.code, id.branch, id.parent],
		...Object.values(take),
		...kindTemplates(profile.kinds),
		...(states ? [states.column, ...Object.values(states.since ?? {})] : []),
		...placeTemplates(profile.place),
	];
	const named = templates.flatMap(columnsIn).map((column) => {
		const whole = column.slice(0, column.lastIndexOf(':'));
		return Object.hasOwn(addresses, whole) ? whole : column;
	});
	const { headingsInto } = profile.format as Rows;
	const needed = new Set([...named, ...(edition === undefined ? [] : [edition])]);
	if (headingsInto !== undefined) needed.delete(headingsInto);
	return [...needed];
}

function kindTemplates(kinds: Kinds): Template[] {
	if ('column' in kinds) return [kinds.column];
	if ('all' in kinds) return [];
	return [...Object.keys(kinds.marks), ...(kinds.others ?? [])].map((column) => `{${column}}`);
}

function placeTemplates(place: PlaceRule | undefined): Template[] {
	return typeof place === 'object'
		? Object.entries(place).flatMap(([key, text]) => (key === 'system' ? [] : [text]))
		: [];
}
