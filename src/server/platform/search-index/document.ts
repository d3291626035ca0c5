/** What lies in a search index, and what one can ask it. The index knows no part: groups and values are only words. */

/** One thing that can be found. */
export type IndexedDocument = {
	/** A UUID. */
	readonly id: string;
	/** A UUID: whose changes replace the document, and by whom it can be left out of a search. */
	readonly owner: string;
	/** Group → the values that the document has in it. */
	readonly values: Readonly<Record<string, readonly string[]>>;
	/** The same for groups with very many values, such as towns: a value is counted only where it is chosen. */
	readonly listed: Readonly<Record<string, readonly string[]>>;
	/** Folded words, parted by spaces, in the order of `fields`. */
	readonly texts: readonly [title: string, place: string, text: string];
	/** When it last changed, in whole milliseconds: the newest comes first. */
	readonly fresh: number;
	/** From this moment on it is found no more. */
	readonly until?: number | undefined;
	/** Whole numbers to be held against a least one, such as the day of the last activity. */
	readonly numbers: Readonly<Record<string, number>>;
};

/** Where a word may stand; a hit in an earlier field is worth more. */
export const fields = ['title', 'place', 'text'] as const;
export type Field = (typeof fields)[number];

/** How a word of a document fits a typed one: it is the same, begins with it, or is one or two slips away. */
export const fits = ['whole', 'begins', 'oneOff', 'twoOff'] as const;
export type Fit = (typeof fits)[number];

/**
 * What the best hit of a typed word is worth; a document's score is the sum over the words. Four bits each, so that
 * eight words stay within seven.
 */
export const points: Readonly<Record<Field, Readonly<Record<Fit, number>>>> = {
	title: { whole: 12, begins: 10, oneOff: 6, twoOff: 3 },
	place: { whole: 8, begins: 7, oneOff: 4, twoOff: 2 },
	text: { whole: 4, begins: 3, oneOff: 2, twoOff: 1 },
};

/** A query has at most so many words. */
export const mostWords = 8;

/** A value whose name fits a typed word; it counts as if the name stood in the last field. */
export type NamedValue = { readonly group: string; readonly value: string; readonly fit: Fit };

export type QueryWord = { readonly word: string; readonly named: readonly NamedValue[] };

/** A group whose values are least numbers: a document has the value when its number is at least that. */
export type LeastNumbers = { readonly number: string; readonly least: Readonly<Record<string, number>> };

/** Where the page before ended: score, time, id. */
export type Position = { readonly score: number; readonly fresh: number; readonly id: string };

export type IndexQuery = {
	/** All must fit; folded, each once. */
	readonly words: readonly QueryWord[];
	/** Group → chosen values: one of them is enough, between groups all must fit. */
	readonly chosen: Readonly<Record<string, readonly string[]>>;
	readonly leastNumbers: Readonly<Record<string, LeastNumbers>>;
	/** Owners whose documents are not there for this reader, not even in counts. */
	readonly withoutOwners: readonly string[];
	readonly now: number;
	readonly order: 'relevance' | 'recent';
	readonly after?: Position | undefined;
	readonly most: number;
};

/** Group → value → how many documents have it, when the other groups' filters hold. */
export type ValueCounts = Readonly<Record<string, Readonly<Record<string, number>>>>;

export type IndexAnswer = {
	readonly total: number;
	/** Values that nothing has are left out, and those of listed groups that are not chosen. Counted when they are asked for, or when the index has something else to do. */
	readonly counts: ValueCounts;
	/** Chosen group → how many would fit without its filter. */
	readonly without: Readonly<Record<string, number>>;
	readonly hits: readonly Position[];
	/** Nothing had all the words as typed: words alike were taken too. */
	readonly loosely: boolean;
	/** Typed word that nothing has → the word that was taken for it. */
	readonly meant: Readonly<Record<string, string>>;
};
