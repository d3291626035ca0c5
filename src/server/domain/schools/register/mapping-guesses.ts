/** First choices for a table nobody has seen before, from what its columns and their values are called. */
import type { CellValue, FileLook } from './loading/look-at-file.ts';
import { kindTemplate, nullTokensOf } from './mapping-profile.ts';
import {
	mostMeanings,
	type ColumnField,
	type KindMeaning,
	type Mapping,
	type markMeanings,
	type stateMeanings,
} from './mapping.ts';

/** Fields that are guessed; the others are for tables that need them. */
type Guessed = Exclude<
	ColumnField,
	'town2' | 'address2' | 'address3' | 'number2' | 'number3' | 'whole' | 'point' | 'kind2'
>;

const hints: Readonly<Record<Guessed, RegExp>> = {
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
	[
		/cantin|canteen|kantin|jidel|refeit|mensa|club|klub|druzina|internat|dormitor|office|administ|universi/,
		'none',
	],
	// one school for both, as in much of Europe's south and east
	[
		/(infan|matern|matersk|vrtic).*(primar|element|zakladn|osnovn)|(primar|element|zakladn|osnovn).*(infan|matern|matersk|vrtic)/,
		'early-childhood+primary',
	],
	[
		/infan|matern|nursery|kinder|pre[-_ ]?school|pre[-_ ]?escol|pirmsskol|barnehage|bornehave|forskol|mateřsk|matersk|jardim|okul oncesi/,
		'early-childhood',
	],
	[/vocation|profes|beruf|tecnic|techni|techno|profesion/, 'upper-secondary+vocational'],
	[
		/gymna[sz]|gimnas|gimnaz(?!ial|iu(\W|$))|lyc|lice|upper|second.*2|secundari.*3|vidusskol|stredn|secondo grado|high[-_ ]?school/,
		'upper-secondary',
	],
	[/lower|college|primo grado|middle|unterstufe/, 'lower-secondary'],
	[/primar|elementar|sakumskol|grundschul|basisschool/, 'primary'],
	[/basic|grundskol|pamatskol|zakladni|peruskoulu|osnovn|gimnazi/, 'primary+lower-secondary'],
];

/** A first guess at what a kind of row means, by words that many languages share; a school, when none fits. */
function guessedMeaning(value: string): KindMeaning {
	const folded = value.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
	return meaningHints.find(([words]) => words.test(folded))?.[1] ?? 'school';
}

/** The same for a column of marks; nothing, when none fits. */
function guessedMark(column: string): (typeof markMeanings)[number] {
	const meaning = guessedMeaning(column);
	return meaning === 'school' ? '' : meaning;
}

/** A first guess at a state, by words that many languages share; open, when none fits. */
function guessedState(value: string): (typeof stateMeanings)[number] {
	const folded = value.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
	if (/propos.*(clos|ferm)|closing|in chiusura/.test(folded)) return 'closing';
	if (/propos.*open|planned|previst|geplant/.test(folded)) return 'pending';
	return /clos|chius|ferm|gesloten|geschlossen|zrusen|zamkni|slegt|lukket|stangd|inactiv|inaktiv|cerrad|encerrad|fechad|exti[nc]|aboli|dissol|suppr|aufge[hl]|opheven|liquid|^no?$|^0$|^false$|kapali/.test(
		folded,
	)
		? 'closed'
		: 'open';
}

/** How tables say that something applies. */
const usualMarks = new Set(
	'1 x ✓ ✔ yes y true ja j oui o si sí sì s vero sim da ano áno tak jah kyllä igen jā taip evet e ναι да так'.split(
		' ',
	),
);
/** A column of marks holds the mark, what stands for its absence, and nothing. */
const mostMarks = 3;

/** What the check met farther down in the file than the rows looked at. */
export type MetLater = { readonly kinds: readonly string[]; readonly states: readonly string[] };

/** What was chosen, with a guess for every kind, mark and state of the file that nobody has said anything about. */
export function completed(mapping: Mapping, look: FileLook, later: MetLater): Mapping {
	const reading = { nullTokens: nullTokensOf(mapping) };
	const said = (template: string) => look.values(template, reading).map(valueOf);
	const kinds = mapping.kind === '' ? [] : [...said(kindTemplate(mapping)), ...later.kinds];
	const states = mapping.state === '' ? [] : [...said(`{${mapping.state}}`), ...later.states];
	const mark = mapping.marked === '' ? '' : mapping.mark || markIn(look);
	const marks = mark === '' ? [] : markedBy(mark, look).map(({ value }) => value);
	const kind = answered(mapping.kindValue, mapping.kindMeaning, kinds, guessedMeaning);
	const state = answered(mapping.stateValue, mapping.stateMeaning, states, guessedState);
	const column = answered(mapping.markColumn, mapping.markMeaning, marks, guessedMark);
	return {
		...mapping,
		...(mapping.whole !== '' &&
			mapping.postcodeShape === '' && { postcodeShape: postcodesIn(mapping, look) }),
		mark,
		kindValue: mapping.kind === '' ? [] : kind.values,
		kindMeaning: mapping.kind === '' ? [] : kind.meanings,
		stateValue: mapping.state === '' ? [] : state.values,
		stateMeaning: mapping.state === '' ? [] : state.meanings,
		markColumn: mark === '' ? [] : column.values,
		markMeaning: mark === '' ? [] : column.meanings,
	};
}

function valueOf({ value }: CellValue): string {
	return value;
}

/** Values of the file first, with what was said of them or a guess; then those that only earlier editions had. */
function answered<M>(
	said: readonly string[],
	meanings: readonly M[],
	found: readonly string[],
	guess: (value: string) => M,
): { values: string[]; meanings: M[] } {
	const values = [...new Set([...found, ...said])].slice(0, mostMeanings);
	return { values, meanings: values.map((value) => meanings[said.indexOf(value)] ?? guess(value)) };
}

const tables = /\.(csv|tsv|txt|json|geojson|html?)$/i;

/**
 * Which entry of an archive is read: what was chosen, as long as it is there; else the files that look like tables, when
 * they all end alike. Empty: nobody can tell, or there is one file only.
 */
export function guessedEntry(chosen: string, files: readonly string[]): string {
	if (files.length < 2) return '';
	if (chosen !== '' && files.some((name) => isMeant(name, chosen))) return chosen;
	const likely = files.filter((name) => tables.test(name));
	const endings = new Set(likely.map(endingOf));
	const [ending] = endings;
	if (ending === undefined || endings.size > 1) return '';
	return likely.length === 1 ? (likely[0] ?? '') : `*${ending}`;
}

function isMeant(name: string, chosen: string): boolean {
	return chosen.startsWith('*') ? endingOf(name) === chosen.slice(1) : name === chosen;
}

/** `.csv` */
function endingOf(name: string): string {
	return /\.[^./]*$/.exec(name)?.[0].toLowerCase() ?? '';
}

/** What an officer may choose in an archive: all files of one ending together, where there are several, and each file. */
export function entryChoices(files: readonly string[]): {
	readonly together: readonly { readonly value: string; readonly ending: string; readonly count: number }[];
	readonly single: readonly string[];
} {
	const endings = Map.groupBy(files, endingOf);
	return {
		together: [...endings].flatMap(([ending, names]) =>
			ending !== '' && names.length > 1 ? [{ value: `*${ending}`, ending, count: names.length }] : [],
		),
		single: files.slice(0, mostMeanings),
	};
}

/** The columns that hold a mark, with how many rows they mark. */
export function markedBy(mark: string, look: FileLook): CellValue[] {
	const sign = mark.toLowerCase();
	return look.columns.flatMap(({ name }) => {
		const values = look.values(`{${name}}`);
		const marked = values.find(({ value }) => value.toLowerCase() === sign);
		return marked && values.length <= mostMarks ? [{ value: name, count: marked.count }] : [];
	});
}

/** The mark of most columns. */
function markIn(look: FileLook): string {
	const columns = new Map<string, number>();
	for (const { name } of look.columns) {
		const values = look.values(`{${name}}`);
		if (values.length > mostMarks) continue;
		for (const { value } of values)
			if (usualMarks.has(value.toLowerCase())) columns.set(value, (columns.get(value) ?? 0) + 1);
	}
	const [most] = [...columns].sort(([, one], [, other]) => other - one);
	return most?.[0] ?? '';
}

/** How postcodes stand in front of a town, or alone: LV-1001, 2900-001, 1011 AB, 110 00, 75001. */
const postcode = /^(?:(?:\p{Lu}{1,2}-)?\d{4,5}(?:-\d{3})?|\d{4} ?\p{Lu}{2}|\d{3} \d{2})(?=\s|$)/u;

/** The shape of postcodes in whole addresses, where most of them have one. */
function postcodesIn({ whole, wholeSign }: Mapping, look: FileLook): string {
	const addresses = look.values(`{${whole}}`);
	const shapes = new Map<string, number>();
	for (const { value } of addresses) {
		for (const part of value.split(wholeSign.trim() || ',')) {
			const found = postcode.exec(part.trim())?.[0];
			const shape = found?.replace(/\d/g, '9').replace(/\p{Lu}/gu, 'A');
			if (shape !== undefined) shapes.set(shape, (shapes.get(shape) ?? 0) + 1);
		}
	}
	const [most] = [...shapes].sort(([, one], [, other]) => other - one);
	return most && most[1] * 2 > addresses.length ? most[0] : '';
}
