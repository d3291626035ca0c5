/** The profile that an officer's choices make. */
import { schoolLevels } from '#shared/vocabulary';
import { namingLanguages, type NamingLanguage } from '../names/naming-rules.ts';
import type { FileLook, Guess } from './loading/look-at-file.ts';
import {
	carriedFields,
	filledLines,
	neededFields,
	regionLine,
	tellsTown,
	type ColumnField,
	type headingMeanings,
	type KindMeaning,
	type Mapping,
} from './mapping.ts';
import type { AddressShape, CoordinateSystem, Format, Profile, Template } from './profile.ts';

const braces = (name: string): Template => `{${name}}`;

/** Nothing, where nothing was chosen. */
function where<T extends object>(chosen: string, given: () => T): T | undefined {
	return chosen === '' ? undefined : given();
}

/** The profile that these columns make; undefined while a needed one is missing. */
export function profileOfMapping(
	mapping: Mapping,
	guess: Guess,
	named: {
		readonly name: string;
		readonly scheme: string;
		readonly country: string;
		readonly languages: readonly string[];
	},
): Profile | undefined {
	const lacks = (field: ColumnField) => (field === 'town' ? !tellsTown(mapping) : mapping[field] === '');
	if (neededFields.some(lacks)) return undefined;
	const { name, scheme, country, languages } = named;
	const place = guess.kind === 'geojson' ? 'feature' : placeOf(mapping);
	const naming = languages.filter((language): language is NamingLanguage =>
		(namingLanguages as readonly string[]).includes(language),
	);
	return {
		...{ name, title: name, country },
		...where(mapping.publisher, () => ({ source: sourceOf(mapping) })),
		format: formatOf(mapping, guess),
		...where(mapping.nullTokens, () => ({ nullTokens: nullTokensOf(mapping) })),
		...where(mapping.edition, () => ({ edition: mapping.edition })),
		id: idOf(mapping, scheme),
		take: takeOf(mapping),
		...addressesOf(mapping),
		...where(mapping.regionNames, () => ({ regions: regionsOf(mapping) })),
		kinds: kindsOf(mapping),
		...where(mapping.state, () => ({ states: statesOf(mapping) })),
		...(place && { place }),
		...where(mapping.language, () => ({ language: mapping.language })),
		...(naming.length > 0 && { naming }),
	};
}

function sourceOf({ publisher, licence }: Mapping) {
	return { publisher, ...where(licence, () => ({ licence })) };
}

function listed(text: string): string[] {
	return text
		.split(/[;؛]/)
		.map((one) => one.trim())
		.filter((one) => one !== '');
}

/** Texts that mean "nothing". */
export function nullTokensOf({ nullTokens }: Mapping): string[] {
	return listed(nullTokens);
}

function idOf(mapping: Mapping, scheme: string): Profile['id'] {
	const { code, branch, parent, parentAfter, idShape, mainFirst } = mapping;
	return {
		...{ scheme, code: braces(code) },
		...where(branch, () => ({ branch: braces(branch) })),
		...(branch !== '' && mainFirst !== '' && { isMainFirst: true }),
		...where(parent, () => ({ parent: `[${braces(parent)}${plain(parentAfter)}]` })),
		...where(idShape, () => ({ pattern: `^${patternOf(idShape)}$` })),
	};
}

/** Words as they are, in a template. */
function plain(words: string): string {
	return words.replace(/[{}[\]]/g, '');
}

/** A shape as a pattern. An officer writes no pattern: one that is badly written can take hours over one id. */
export function patternOf(shape: string): string {
	return [...shape]
		.map((sign) =>
			sign === '9' ? '\\d' : sign === 'A' ? '[\\p{Lu}\\p{Lo}]' : sign.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'),
		)
		.join('');
}

function takeOf(mapping: Mapping): Profile['take'] {
	const { name, nameBefore, nameStreet, postcode, website, mailbox, whole } = mapping;
	const part = (chosen: string, of: string) => either(chosen, whole && `${whole}:${of}`);
	const [region, address] = [
		underHeading(mapping, 'region', part('', 'district')),
		addressOf(mapping) || part('', 'street'),
	];
	const shown = [plain(nameBefore), braces(name)].filter(Boolean).join(' ');
	const street = [mapping.address, mapping.number].filter(Boolean).map(braces).join(' ');
	const withStreet = nameStreet !== '' && mapping.address !== '';
	const code = part(postcode, 'postcode');
	return {
		name: braces(name),
		...((nameBefore !== '' || withStreet) && { display: withStreet ? `${shown}[, ${street}]` : shown }),
		town: underHeading(mapping, 'town', either(mapping.town2, whole && `${whole}:town`)),
		...where(region, () => ({ region })),
		...where(address, () => ({ address })),
		...where(code, () => ({ postcode: code })),
		...where(website, () => ({ website: braces(website) })),
		...where(mailbox, () => ({ mailbox: braces(mailbox) })),
	};
}

/** The first of the columns that is filled, of those that were chosen. */
function either(...columns: readonly string[]): Template {
	const chosen = columns.map((column) => column.replace(/^\{|\}$/g, '')).filter((column) => column !== '');
	return chosen.length === 0 ? '' : braces(chosen.join(' ?? '));
}

/** The column that lines between the rows fill. */
const heading = '#heading';

/** A column, and where it is empty what else tells it: another column, the heading above the row. */
function underHeading(mapping: Mapping, field: (typeof headingMeanings)[number], other: Template): Template {
	return either(mapping[field], other, mapping.headings === field ? heading : '');
}

const signs = { none: '', space: ' ', slash: '/', dash: '-' } as const;

/** Street and house number, and further parts of an address, where they stand in columns of their own. */
function addressOf(mapping: Mapping): Template {
	const { address, address2, address3, number, number2, number3, numberSign } = mapping;
	const sign = signs[numberSign];
	const house = [
		...(number === '' ? [] : [braces(number)]),
		...(number2 === '' ? [] : [`[${sign}${braces(number2)}]`]),
		...(number3 === '' ? [] : [`[ ${braces(number3)}]`]),
	].join('');
	const street = [address === '' ? '' : braces(address), house].filter(Boolean).join(' ');
	const further = [address2, address3].filter(Boolean).map((column) => `[, ${braces(column)}]`);
	return [street, ...further].join('');
}

function addressesOf(mapping: Mapping) {
	return where(mapping.whole, () => ({ addresses: { [mapping.whole]: shapeOf(mapping) } }));
}

/** What regions are called; a line that says nothing is left out. */
function regionsOf({ regionNames }: Mapping): Record<string, string> {
	return Object.fromEntries(
		filledLines(regionNames).flatMap((line) => {
			const [, written = '', name = ''] = regionLine.exec(line) ?? [];
			return name === '' ? [] : [[written.trim(), name]];
		}),
	);
}

/** The regions as the file writes them, in the rows looked at. */
export function regionsIn(mapping: Mapping, look: FileLook): string[] {
	const { region } = takeOf(mapping);
	if (region === undefined) return [];
	const reading = { nullTokens: nullTokensOf(mapping), ...addressesOf(mapping) };
	return look.values(region, reading).flatMap(({ value }) => (value === '' ? [] : [value]));
}

function shapeOf({ wholeSign, postcodeShape, widerEndings }: Mapping): AddressShape {
	const endings = listed(widerEndings).map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
	const postcodes = listed(postcodeShape).map(patternOf);
	return {
		separator: wholeSign.trim() === '' ? ',' : wholeSign.trim(),
		...(postcodes.length > 0 && { postcode: postcodes.join('|') }),
		...(endings.length > 0 && { district: `(?:^|\\s)(?:${endings.join('|')})$` }),
	};
}

function statesOf(mapping: Mapping): NonNullable<Profile['states']> {
	const { state, stateValue, stateMeaning, opened, closed, days } = mapping;
	return {
		column: braces(state),
		states: Object.fromEntries(stateValue.map((value, at) => [value, stateMeaning[at] ?? 'open'])),
		since: {
			...where(opened, () => ({ open: braces(opened), pending: braces(opened) })),
			...where(closed, () => ({ closed: braces(closed), closing: braces(closed) })),
		},
		days,
	};
}

/** The column of kinds, as one text where two make it. */
export function kindTemplate({ kind, kind2 }: Mapping): Template {
	return [kind, kind2].filter(Boolean).map(braces).join('/');
}

function kindsOf(mapping: Mapping): Profile['kinds'] {
	const { kind, kindValue, kindMeaning, marked, mark, markColumn, markMeaning, allMeaning } = mapping;
	if (kind !== '') {
		const meant = meaningsOf(kindValue, (at) => kindMeaning[at] ?? 'none');
		return { column: kindTemplate(mapping), levels: meant.levels, others: meant.others };
	}
	if (marked === '') return { all: levelsOf(allMeaning) };
	const meant = meaningsOf(markColumn, (at) => markMeaning[at] ?? '');
	return { marks: meant.levels, others: meant.others, mark };
}

function meaningsOf(values: readonly string[], meaningAt: (at: number) => KindMeaning | '') {
	const meant = values.map((value, at) => [value, meaningAt(at)] as const);
	return {
		levels: Object.fromEntries(
			meant.flatMap(([value, meaning]) =>
				meaning === '' || meaning === 'none' ? [] : [[value, levelsOf(meaning)] as const],
			),
		),
		others: meant.flatMap(([value, meaning]) => (meaning === 'none' ? [value] : [])),
	};
}

function levelsOf(meaning: KindMeaning) {
	return schoolLevels.filter((level) => meaning.split('+').includes(level));
}

function placeOf({ east, north, point, system }: Mapping): Profile['place'] | undefined {
	if (point !== '') return { geoJson: braces(point) };
	if (east === '' || north === '') return undefined;
	return system === 'wgs84'
		? { longitude: braces(east), latitude: braces(north) }
		: { easting: braces(east), northing: braces(north), system: system as CoordinateSystem };
}

function rowsOf(mapping: Mapping) {
	const carried = carriedFields.map((field) => mapping[field]).filter((column) => column !== '');
	return {
		...where(mapping.headerRow, () => ({ headerRow: Number(mapping.headerRow) })),
		...(carried.length > 0 && { carryDown: carried }),
		...where(mapping.headings, () => ({ headingsInto: heading })),
	};
}

/** What was chosen about how the file is read, before any column is. */
export function chosenFormat(mapping: Mapping): Partial<Format> {
	const { entry, encoding, delimiter, sheet, list, each } = mapping;
	return {
		...rowsOf(mapping),
		...where(entry, () => ({ entry })),
		...where(encoding, () => ({ encoding })),
		...where(delimiter, () => ({ delimiter })),
		...where(sheet, () => ({ sheet })),
		...where(list, () => ({ list, table: Number(list) || 1 })),
		...where(each, () => ({ each })),
	} as Partial<Format>;
}

function formatOf(mapping: Mapping, { kind, sheet }: Guess): Format {
	const { encoding, delimiter, list, each } = mapping;
	const letters = where(encoding, () => ({ encoding }));
	if (kind === 'xlsx') return { kind, sheet: mapping.sheet || sheet || 1, ...rowsOf(mapping) };
	const entry = where(mapping.entry, () => ({ entry: mapping.entry }));
	if (kind === 'html') return { kind, ...entry, table: Number(list) || 1, ...rowsOf(mapping), ...letters };
	if (kind === 'json') return { kind, ...entry, list, ...where(each, () => ({ each })) };
	if (kind === 'geojson') return { kind, ...entry };
	return { kind, ...entry, ...rowsOf(mapping), ...letters, ...where(delimiter, () => ({ delimiter })) };
}
