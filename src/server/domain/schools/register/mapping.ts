/** The columns an officer chose for a table that has no profile of ours, and the profile they make. */
import { z } from 'zod';
import { schoolLevels } from '#shared/vocabulary';
import { namingLanguages, type NamingLanguage } from '../names/naming-rules.ts';
import {
	coordinateSystems,
	type CoordinateSystem,
	type Format,
	type Profile,
	type Template,
} from './profile.ts';
import type { Guess } from './loading/look-at-file.ts';

/** What one value of the column of kinds means; several levels are joined by `+`. */
export const kindMeanings = [
	...schoolLevels,
	'primary+lower-secondary',
	'lower-secondary+upper-secondary',
	'primary+lower-secondary+upper-secondary',
	'upper-secondary+vocational',
	'school',
	'none',
] as const;
export type KindMeaning = (typeof kindMeanings)[number];

export const stateMeanings = ['open', 'closing', 'closed', 'pending'] as const;

/** What a column can hold. */
export const columnFields = [
	'code',
	'branch',
	'parent',
	'name',
	'town',
	'region',
	'address',
	'number',
	'postcode',
	'website',
	'mailbox',
	'east',
	'north',
	'kind',
	'state',
	'opened',
	'closed',
] as const;
export type ColumnField = (typeof columnFields)[number];

/** What a line with one filled cell, between the rows, is the heading of. */
export const headingMeanings = ['region', 'town'] as const;

/** How days are written. */
export const dayOrders = ['ymd', 'dmy', 'mdy'] as const;

export const systems = ['wgs84', ...coordinateSystems] as const;

const column = z.string().trim().max(200).default('');
const list = <T extends z.ZodType>(type: T) => z.array(type).max(100).default([]);

/** The form of the columns page; what is not chosen is empty. */
export const mappingForm = z.object({
	...(Object.fromEntries(columnFields.map((field) => [field, column])) as Record<ColumnField, typeof column>),
	encoding: z.string().trim().max(20).default(''),
	delimiter: z.string().max(3).default(''),
	sheet: z.string().max(100).default(''),
	list: z.string().trim().max(100).default(''),
	headerRow: z
		.string()
		.trim()
		.regex(/^\d{0,2}$/)
		.default(''),
	system: z.enum(systems).default('wgs84'),
	/** Texts that mean "nothing", with semicolons between them. */
	nullTokens: z.string().trim().max(200).default(''),
	/** The column whose empty cells mean "as above". */
	carryDown: column,
	/** What lines with one filled cell say of the rows below them; empty: such lines are rows like all others. */
	headings: z.enum(['', ...headingMeanings]).default(''),
	/** In JSON, the list inside of each school that makes a row for each of its things. */
	each: z.string().trim().max(100).default(''),
	days: z.enum(dayOrders).default('ymd'),
	/** Who publishes the list, and under which licence: named wherever its schools are shown. */
	publisher: z.string().trim().max(200).default(''),
	licence: z.string().trim().max(200).default(''),
	/** The column that tells the edition. */
	edition: column,
	/** What every id looks like: `9` for any digit, `A` for any letter, everything else for itself. */
	idShape: z.string().trim().max(40).default(''),
	kindValue: list(z.string().max(200)),
	kindMeaning: list(z.enum(kindMeanings)),
	stateValue: list(z.string().max(200)),
	stateMeaning: list(z.enum(stateMeanings)),
});
export type Mapping = z.output<typeof mappingForm>;

const needed = z.string().trim().min(1).max(200);

/** The same form when it is sent: without these columns no school can be taken. A heading may tell the town. */
export const chooseColumnsForm = mappingForm
	.extend({ code: needed, name: needed })
	.refine(({ town, headings }) => town !== '' || headings === 'town', { path: ['town'] });

/** Columns without which no school can be taken. */
export const neededFields = ['code', 'name', 'town'] as const satisfies readonly ColumnField[];

const braces = (name: string): Template => `{${name}}`;
const orNothing = (name: string) => (name === '' ? {} : undefined);

/** The columns it names, whatever they hold; those that were not chosen are left out. */
export function columnsNamed(mapping: Mapping): string[] {
	const { carryDown, edition } = mapping;
	return [...columnFields.map((field) => mapping[field]), carryDown, edition].filter(
		(column) => column !== '',
	);
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
	const lacks = (field: ColumnField) => mapping[field] === '' && mapping.headings !== field;
	if (neededFields.some(lacks)) return undefined;
	const { name, scheme, country, languages } = named;
	const optional = (field: 'postcode' | 'website' | 'mailbox') =>
		orNothing(mapping[field]) ?? { [field]: braces(mapping[field]) };
	const place = guess.kind === 'geojson' ? 'feature' : placeOf(mapping);
	const naming = languages.filter((language): language is NamingLanguage =>
		(namingLanguages as readonly string[]).includes(language),
	);
	return {
		name,
		title: name,
		...(mapping.publisher !== '' && {
			source: {
				publisher: mapping.publisher,
				...(mapping.licence !== '' && { licence: mapping.licence }),
			},
		}),
		country,
		format: formatOf(mapping, guess),
		...(mapping.nullTokens !== '' && {
			nullTokens: mapping.nullTokens.split(';').map((token) => token.trim()),
		}),
		...(mapping.edition !== '' && { edition: mapping.edition }),
		id: {
			scheme,
			code: braces(mapping.code),
			...(orNothing(mapping.branch) ?? { branch: braces(mapping.branch) }),
			...(orNothing(mapping.parent) ?? { parent: braces(mapping.parent) }),
			...(orNothing(mapping.idShape) ?? { pattern: patternOf(mapping.idShape) }),
		},
		take: {
			name: braces(mapping.name),
			town: underHeading(mapping, 'town'),
			...(orNothing(underHeading(mapping, 'region')) ?? { region: underHeading(mapping, 'region') }),
			...(orNothing(addressOf(mapping)) ?? { address: addressOf(mapping) }),
			...optional('postcode'),
			...optional('website'),
			...optional('mailbox'),
		},
		kinds: kindsOf(mapping),
		...(mapping.state !== '' && {
			states: {
				column: braces(mapping.state),
				states: Object.fromEntries(
					mapping.stateValue.map((value, at) => [value, mapping.stateMeaning[at] ?? 'open']),
				),
				since: {
					...(orNothing(mapping.opened) ?? { open: braces(mapping.opened) }),
					...(orNothing(mapping.closed) ?? { closed: braces(mapping.closed) }),
				},
				days: mapping.days,
			},
		}),
		...(place && { place }),
		...(naming.length > 0 && { naming }),
	};
}

/** The column that lines between the rows fill. */
const heading = '#heading';

/** A column, and where it is empty or was not chosen the heading above the row, if that is what headings say. */
function underHeading(mapping: Mapping, field: (typeof headingMeanings)[number]): Template {
	const chosen = mapping[field];
	if (mapping.headings !== field) return chosen === '' ? '' : braces(chosen);
	return braces(chosen === '' ? heading : `${chosen} ?? ${heading}`);
}

/** Street and house number, where they stand in two columns. */
function addressOf({ address, number }: Mapping): Template {
	return [address, number].flatMap((column) => (column === '' ? [] : [braces(column)])).join(' ');
}

/** A shape as a pattern. An officer writes no pattern: one that is badly written can take hours over one id. */
export function patternOf(shape: string): string {
	const signs = [...shape].map((sign) =>
		sign === '9' ? '\\d' : sign === 'A' ? '\\p{L}' : sign.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'),
	);
	return `^${signs.join('')}$`;
}

/** What was chosen about how the file is read, before any column is. */
export function chosenFormat(mapping: Mapping): Partial<Format> {
	return {
		...(mapping.encoding !== '' && { encoding: mapping.encoding }),
		...(mapping.delimiter !== '' && { delimiter: mapping.delimiter }),
		...(mapping.sheet !== '' && { sheet: mapping.sheet }),
		...(mapping.headerRow !== '' && { headerRow: Number(mapping.headerRow) }),
		...(mapping.carryDown !== '' && { carryDown: [mapping.carryDown] }),
		...(mapping.list !== '' && { list: mapping.list, table: Number(mapping.list) || 1 }),
		...(mapping.each !== '' && { each: mapping.each }),
		...(mapping.headings !== '' && { headingsInto: heading }),
	} as Partial<Format>;
}

function formatOf(mapping: Mapping, { kind, sheet }: Guess): Format {
	const headerRow = {
		...(mapping.headerRow !== '' && { headerRow: Number(mapping.headerRow) }),
		...(mapping.carryDown !== '' && { carryDown: [mapping.carryDown] }),
		...(mapping.headings !== '' && { headingsInto: heading }),
	};
	const encoding = mapping.encoding === '' ? {} : { encoding: mapping.encoding };
	if (kind === 'xlsx') return { kind, sheet: mapping.sheet || sheet || 1, ...headerRow };
	if (kind === 'html') return { kind, table: Number(mapping.list) || 1, ...headerRow, ...encoding };
	if (kind === 'json')
		return { kind, list: mapping.list, ...(mapping.each !== '' && { each: mapping.each }) };
	if (kind === 'geojson') return { kind };
	const delimiter = mapping.delimiter === '' ? {} : { delimiter: mapping.delimiter };
	return { kind, ...headerRow, ...encoding, ...delimiter };
}

function kindsOf({ kind, kindValue, kindMeaning }: Mapping): Profile['kinds'] {
	if (kind === '') return { all: [] };
	const meant = kindValue.map((value, at) => [value, kindMeaning[at] ?? 'none'] as const);
	const schools = meant.filter(([, meaning]) => meaning !== 'none');
	return {
		column: braces(kind),
		levels: Object.fromEntries(schools.map(([value, meaning]) => [value, levelsOf(meaning)])),
		others: meant.flatMap(([value, meaning]) => (meaning === 'none' ? [value] : [])),
	};
}

function levelsOf(meaning: KindMeaning) {
	return schoolLevels.filter((level) => meaning.split('+').includes(level));
}

function placeOf({ east, north, system }: Mapping): Profile['place'] | undefined {
	if (east === '' || north === '') return undefined;
	return system === 'wgs84'
		? { longitude: braces(east), latitude: braces(north) }
		: { easting: braces(east), northing: braces(north), system: system as CoordinateSystem };
}

const hints: Readonly<Record<ColumnField, RegExp>> = {
	code: /(^|\W)(id|code?|codigo|codice|kod|number|nummer|numero|urn|uai|key)(\W|$)|codicescuola|schulnummer|regist/,
	branch: /branch|vestiging|sede|filial|site ?code/,
	parent: /parent|istitutoriferimento|mother|group ?code|brin/,
	name: /name|nome|nom(\W|$)|denominazione|naam|nazev|nazwa|naziv|nimi|navn|nosauk|bezeichnung|etablissement|namn|onoma|ad[iı]$/,
	town: /town|city|comune|commune|locali|munici|ort(\W|$)|plaats|obec|miasto|gemeinde|kommun|ville|by$|stadt|polis/,
	region: /region|provin|depart|county|kraj|bundesland|district|lan$/,
	number: /house ?n|huisnummer|hausnummer|civico|nr dom|numero voie|cislo (popis|domu)/,
	address: /addres|adres|indirizzo|street|ulice|stra[sß]e|straat|rue|morada|via$|osoite/,
	postcode: /post|zip|cap|psc|plz|kod poczt/,
	website: /web|sito|url|internet|homepage/,
	mailbox: /mail|e pasts|epasts|(^|\W)posta(\W|$)/,
	east: /lon|lng|east|(^|\W)x(\W|$)/,
	north: /lat|north|(^|\W)y(\W|$)/,
	kind: /type|tipo|typ(\W|$)|kind|grado|ordine|veids|tips|schulart|nature|phase/,
	opened: /open(ed|ing)? ?date|date d ?ouverture|eroffn|opgericht|openingsdatum|data (di )?apertura|since/,
	closed: /clos(ed|ing|e) ?date|date de fermeture|schliess|sluitingsdatum|opheffing|data (di )?chiusura/,
	state: /status|state|stato|etat|zustand|aktiv|active|platnost/,
};

/** Columns that say how somebody is reached; of them only the school's own address is anything to us. */
const reaches = {
	anyone: /mail|phone|tel(\W|$)|pec|fax/,
	otherwise: /phone|tel(\W|$)|pec|fax|head|direct|princip|contact|person/,
};

/** A first choice, from what the columns are called; each column is chosen once. */
export function guessedColumns(columns: readonly string[]): Partial<Record<ColumnField, string>> {
	const free = new Map(
		columns.map((name) => [
			name,
			name.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '').replace(/[_.]/g, ' '),
		]),
	);
	const chosen: Partial<Record<ColumnField, string>> = {};
	// what is named most plainly first, so that "school type code" is no code
	for (const field of [
		'postcode',
		'website',
		'mailbox',
		'east',
		'north',
		'opened',
		'closed',
		'number',
		'state',
		'kind',
		'parent',
		'branch',
		'code',
		'town',
		'name',
		'address',
		'region',
	] as const) {
		for (const [name, folded] of free) {
			if (!hints[field].test(folded) || reaches[field === 'mailbox' ? 'otherwise' : 'anyone'].test(folded))
				continue;
			chosen[field] = name;
			free.delete(name);
			break;
		}
	}
	return chosen;
}

const meaningHints: readonly (readonly [RegExp, KindMeaning])[] = [
	[/cantin|canteen|kantin|jidel|refeit|mensa|club|klub|druzina|internat|dormitor|office|administ/, 'none'],
	[
		/infan|matern|nursery|kinder|pre-?school|pirmsskol|barnehage|bornehave|forskol|mateřsk|matersk|jardim|okul oncesi/,
		'early-childhood',
	],
	[/vocation|profes|beruf|tecnic|techni|techno|profesion/, 'upper-secondary+vocational'],
	[/gymnas|gimnas|lyc|lice|upper|second.*2|secundari.*3|vidusskol|stredn|secondo grado/, 'upper-secondary'],
	[/lower|college|primo grado|middle|unterstufe/, 'lower-secondary'],
	[/primar|elementar|sakumskol|grundschul|basisschool/, 'primary'],
	[/basic|grundskol|pamatskol|zakladni|peruskoulu|osnovn/, 'primary+lower-secondary'],
];

/** A first guess at what a kind of row means, by words that many languages share; a school, when none fits. */
export function guessedMeaning(value: string): KindMeaning {
	const folded = value.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
	return meaningHints.find(([words]) => words.test(folded))?.[1] ?? 'school';
}

/** A first guess at a state, by words that many languages share; open, when none fits. */
export function guessedState(value: string): (typeof stateMeanings)[number] {
	const folded = value.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
	if (/propos.*(clos|ferm)|closing|in chiusura/.test(folded)) return 'closing';
	if (/propos.*open|planned|previst|geplant/.test(folded)) return 'pending';
	return /clos|chius|ferm|gesloten|geschlossen|zrusen|zamkni|slegt|lukket|stangd|inactiv|inaktiv|cerrad|encerrad|liquid|^no?$|^0$|^false$|kapali/.test(
		folded,
	)
		? 'closed'
		: 'open';
}
