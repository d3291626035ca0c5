/** What an officer says of a table that has no profile of ours: the form of its columns. */
import { z } from 'zod';
import { schoolLevels } from '#shared/vocabulary';
import { coordinateSystems } from './profile.ts';

/** What one value of the column of kinds means; several levels are joined by `+`. */
export const kindMeanings = [
	...schoolLevels,
	'early-childhood+primary',
	'early-childhood+primary+lower-secondary',
	'early-childhood+primary+lower-secondary+upper-secondary',
	'primary+lower-secondary',
	'lower-secondary+upper-secondary',
	'primary+lower-secondary+upper-secondary',
	'upper-secondary+vocational',
	'lower-secondary+vocational',
	'lower-secondary+upper-secondary+vocational',
	'school',
	'none',
] as const;
export type KindMeaning = (typeof kindMeanings)[number];

/** What rows are of which the file says no kind: all of them are schools. */
export const schoolMeanings = kindMeanings.filter((meaning) => meaning !== 'none');

/** What a column of marks means; empty: it says nothing of kinds. */
export const markMeanings = ['', ...kindMeanings] as const;

export const stateMeanings = ['open', 'closing', 'closed', 'pending'] as const;

/** What a column can hold; a number behind a field is its second or third column. */
export const columnFields = [
	'code',
	'branch',
	'parent',
	'name',
	'town',
	'town2',
	'region',
	'address',
	'address2',
	'address3',
	'number',
	'number2',
	'number3',
	'postcode',
	'whole',
	'website',
	'mailbox',
	'east',
	'north',
	'point',
	'kind',
	'kind2',
	'state',
	'opened',
	'closed',
] as const;
export type ColumnField = (typeof columnFields)[number];

/** Columns whose empty cells mean "as above". */
export const carriedFields = ['carryDown', 'carryDown2', 'carryDown3'] as const;

/** What a line with one filled cell, between the rows, is the heading of. */
export const headingMeanings = ['region', 'town'] as const;

/** How days are written. */
export const dayOrders = ['ymd', 'dmy', 'mdy'] as const;

/** What stands between a house number and its addition. */
export const numberSigns = ['none', 'space', 'slash', 'dash'] as const;

export const systems = ['wgs84', ...coordinateSystems] as const;

/** Values of one column whose meaning can be said. */
export const mostMeanings = 100;

const column = z.string().trim().max(200).default('');
const words = z.string().trim().max(200).default('');
const tick = z.enum(['', 'on']).default('');
const list = <T extends z.ZodType>(type: T) => z.array(type).max(mostMeanings).default([]);

function columns<F extends string>(fields: readonly F[]): Record<F, typeof column> {
	return Object.fromEntries(fields.map((field) => [field, column])) as Record<F, typeof column>;
}

/** The form of the columns page; what is not chosen is empty. */
export const mappingForm = z.object({
	...columns(columnFields),
	...columns(carriedFields),
	/** Of an archive: the file that is the register, or `*.csv` for all that end so, one behind the other. */
	entry: words,
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
	nullTokens: words,
	/** What lines with one filled cell say of the rows below them; empty: such lines are rows like all others. */
	headings: z.enum(['', ...headingMeanings]).default(''),
	/** In JSON, the list inside of each school that makes a row for each of its things. */
	each: z.string().trim().max(100).default(''),
	/** The first row of a school is the school; only rows of another site are sites of it. */
	mainFirst: tick,
	/** Signs that belong to the id of the school above, behind what its column holds. */
	parentAfter: z.string().trim().max(20).default(''),
	days: z.enum(dayOrders).default('ymd'),
	/** Who publishes the list, and under which licence: named wherever its schools are shown. */
	publisher: words,
	licence: words,
	/** The language in which its schools work; empty: they differ. */
	language: z.string().trim().max(3).default(''),
	/** The column that tells the edition. */
	edition: column,
	/** What every id looks like: `9` for any digit, `A` for any capital, everything else for itself. */
	idShape: z.string().trim().max(40).default(''),
	/** Words that all names lack in front: "Collège". */
	nameBefore: z.string().trim().max(40).default(''),
	/** Names tell the kind alone: the street is shown with them. */
	nameStreet: tick,
	numberSign: z.enum(numberSigns).default('none'),
	/** Of an address in one cell: what stands between its parts. */
	wholeSign: z.string().max(3).default(''),
	/** What its postcodes look like, with semicolons between several. */
	postcodeShape: words,
	/** Words that its parts wider than a town end with, with semicolons between them. */
	widerEndings: words,
	/** What regions are called, one a line: as the file has it, an equals sign, as it is called. */
	regionNames: z.string().trim().max(4000).default(''),
	kindValue: list(z.string().max(200)),
	kindMeaning: list(z.enum(kindMeanings)),
	/** Where no column tells the kind: what all rows are. */
	allMeaning: z.enum(schoolMeanings).default('school'),
	/** Each kind has a column of its own, with a mark where it applies. */
	marked: tick,
	mark: z.string().trim().max(20).default(''),
	markColumn: list(column),
	markMeaning: list(z.enum(markMeanings)),
	stateValue: list(z.string().max(200)),
	stateMeaning: list(z.enum(stateMeanings)),
});
export type Mapping = z.output<typeof mappingForm>;

const needed = z.string().trim().min(1).max(200);

/** The same form when it is sent: without these columns no school can be taken. */
export const chooseColumnsForm = mappingForm
	.extend({ code: needed, name: needed })
	.superRefine((mapping, check) => {
		const { kind, marked, mark, regionNames } = mapping;
		const missing = [
			...(tellsTown(mapping) ? [] : ['town']),
			...(kind === '' && marked !== '' && mark === '' ? ['mark'] : []),
		];
		for (const field of missing)
			check.addIssue({ code: 'too_small', origin: 'string', minimum: 1, input: '', path: [field] });
		if (filledLines(regionNames).some((line) => !regionLine.test(line)))
			check.addIssue({ code: 'invalid_format', format: 'regex', input: '', path: ['regionNames'] });
	});

/** `EMILIA ROMAGNA = Emilia-Romagna` */
export const regionLine = /^([^=]*[^=\s][^=]*)=\s*(\S.*)$/;

export function filledLines(text: string): string[] {
	return text
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '');
}

/** Columns without which no school can be taken. */
export const neededFields = ['code', 'name', 'town'] as const satisfies readonly ColumnField[];

/** A column, a heading above the rows, or an address in one cell. */
export function tellsTown({ town, headings, whole }: Mapping): boolean {
	return town !== '' || headings === 'town' || whole !== '';
}

/** The columns it names, whatever they hold; those that were not chosen are left out. */
export function columnsNamed(mapping: Mapping): string[] {
	const { edition, marked, markColumn, markMeaning } = mapping;
	const marks = marked === '' ? [] : markColumn.filter((_, at) => (markMeaning[at] ?? '') !== '');
	return [
		...[...columnFields, ...carriedFields].map((field) => mapping[field]),
		...[edition, ...marks],
	].filter((column) => column !== '');
}

/** What was chosen for a file like this one, without the columns that this one has not. */
export function mappingFor(chosen: Mapping, columns: readonly string[]): Mapping {
	const known = new Set(columns);
	const gone = [...columnFields, ...carriedFields, 'edition' as const].filter(
		(field) => !known.has(chosen[field]),
	);
	return { ...chosen, ...Object.fromEntries(gone.map((field) => [field, ''])) };
}
