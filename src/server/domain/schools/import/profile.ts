/** How one register of schools is read: everything that is special about it is data of this shape. */
import type { NamingRules } from '../names/naming-rules.ts';
import type { SchoolState } from '../school.ts';
import type { SchoolLevel } from '#shared/vocabulary';

/**
 * A text made of columns: `{STREET} {NUMBER}`. A column that is empty or holds a null token leaves nothing
 * behind, and spaces close up.
 */
export type Template = string;

export type CsvFormat = {
	readonly kind: 'csv';
	/** As iconv names it, such as `utf-8` or `windows-1250`. A byte order mark is dropped. */
	readonly encoding: string;
	readonly delimiter: string;
	/** Line of the column names, from 1. */
	readonly headerRow: number;
};

export type GeoJsonFormat = {
	readonly kind: 'zipped-geojson';
	/** The one entry of the archive that is read; nothing is unpacked. */
	readonly entry: string;
};

export type Profile = {
	/** What the command line calls it. */
	readonly name: string;
	readonly country: string;
	readonly format: CsvFormat | GeoJsonFormat;
	/** Texts that mean "nothing", beside empty cells and blanks. */
	readonly nullTokens: readonly string[];
	/** The column that tells the edition; it changes every year and makes no row a changed one. */
	readonly edition?: string;
	/** By which a school is known again in the next edition; rows with the same id are one school. */
	readonly id: { readonly scheme: string; readonly code: Template; readonly branch?: Template };
	/** The columns taken; no other column is stored. */
	readonly take: {
		readonly name: Template;
		readonly town: Template;
		readonly region?: Template;
		readonly address?: Template;
		readonly postcode?: Template;
		readonly website?: Template;
	};
	readonly kinds: {
		readonly column: string;
		readonly levels: Readonly<Record<string, readonly SchoolLevel[]>>;
	};
	readonly states?: { readonly column: string; readonly states: Readonly<Record<string, SchoolState>> };
	/** Regions the register writes in a way of its own. */
	readonly regions?: Readonly<Record<string, string>>;
	readonly language?: string;
	/** How names in capitals are made readable; none: names stay as they are. */
	readonly naming?: NamingRules;
	/** The sense of a place in the file is taken over. */
	readonly takesPlace?: true;
};

/** Every column the profile needs; a file without one of them is not this register. */
export function columnsOf(profile: Profile): string[] {
	const { id, take, kinds, states, edition } = profile;
	const templates = [id.code, id.branch, ...Object.values(take)].filter((one) => one !== undefined);
	const named = templates.flatMap((template) =>
		[...template.matchAll(/\{([^}]+)\}/g)].map((found) => found[1] ?? ''),
	);
	const others = [kinds.column, states?.column, edition].filter((one) => one !== undefined);
	return [...new Set([...named, ...others])];
}
