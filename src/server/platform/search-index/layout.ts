/** Where everything of a segment lies in its memory. Documents have slots in the order in which they changed. */
import { fields, fits } from './document.ts';
import { rowsOfSets } from './kept-counts.ts';
import type { ListAddresses } from './lists.ts';

/** How many there are of everything; enough to know where it lies. */
export type SegmentSizes = {
	readonly slots: number;
	/** Values of all groups together. */
	readonly values: number;
	/** Those that many have. */
	readonly common: number;
	/** Rare values of documents with very many, beyond their records. */
	readonly moreValues: number;
	readonly words: number;
	readonly letters: number;
	/** Bytes. */
	readonly postings: number;
	/** Values of listed groups, with their letters and the bytes of their lists. */
	readonly listed: number;
	readonly listedLetters: number;
	readonly listedPostings: number;
	/** Documents that end by themselves. */
	readonly ending: number;
	/** Names of numbers. */
	readonly numbers: number;
	/** Beginnings whose slots are kept spread out. */
	readonly beginnings: number;
};

/** Bitsets a search works with; those of one name lie one after another. */
const work = {
	text: 1,
	found: 1,
	base: 1,
	/** The chosen values of each group, taken together. */
	chosen: 16,
	/** Where a word was found: for each fit one for each field. */
	masks: fits.length * fields.length,
	scores: 7,
	less: 1,
	equal: 1,
	best: 1,
	rest: 1,
	some: 1,
} as const;
export type WorkName = keyof typeof work;

/** Numbers in the record of a slot, its rare values; see `tally` in kernel.wat. */
export const recordLength = 8;
/** So many values stand in a record that has no room for all, and what its last number is then. */
export const firstValues = 5;
export const moreMark = 0xffff;
/** A value that more than one in so many documents has is common: it stands in its bitset only. */
export const commonFrom = 8;

/** Words whose points are kept, in bitsets: the points and where there are any. */
export const keptWords = 32;
export const bitsetsOfWord = 5;
/** So many slots are looked at one by one at most. */
export const mostFew = 32_768;
const fewLists = 3;

/** Least numbers whose bitsets are kept. */
export const keptNumbers = 6;

export type Layout = ReturnType<typeof layoutOf>;

/** Bytes of a bitset: the kernel takes up to 64 of them at a time. */
export function bitsetLength(slots: number): number {
	return Math.max(1, Math.ceil(slots / 512)) * 64;
}

/** Addresses in bytes, each a multiple of sixteen; up to `kept` it is what a snapshot holds. */
export function layoutOf(sizes: SegmentSizes) {
	const { slots } = sizes;
	const length = bitsetLength(slots);
	let end = 0;
	const take = (bytes: number) => {
		const at = end;
		end = Math.ceil((end + bytes) / 16) * 16;
		return at;
	};
	const lists = (words: number, letters: number, postings: number): ListAddresses => ({
		starts: take((words + 1) * 4),
		letters: take(letters),
		postingStarts: take((words + 1) * 4),
		postings: take(postings),
	});
	const ownerPlaces = 2 ** Math.ceil(Math.log2(Math.max(2, slots * 2)));
	const kept = {
		values: take(sizes.values * length),
		live: take(length),
		sets: take(rowsOfSets(sizes.values, sizes.common) * sizes.values * 4),
		records: take(slots * recordLength * 2),
		moreValues: take(sizes.moreValues * 2),
		fresh: take(slots * 8),
		ids: take(slots * 16),
		owners: take(slots * 16),
		ownerTable: take(ownerPlaces * 4),
		numbers: take(slots * 4 * sizes.numbers),
		endingAt: take(sizes.ending * 8),
		endingSlots: take(sizes.ending * 4),
		words: lists(sizes.words, sizes.letters, sizes.postings),
		listed: lists(sizes.listed, sizes.listedLetters, sizes.listedPostings),
		/** For each beginning a bitset for each field. */
		beginnings: take(sizes.beginnings * fields.length * length),
	};
	const keptEnd = end;
	const working = Object.fromEntries(
		Object.entries(work).map(([name, many]) => [name, take(many * length)]),
	) as Record<WorkName, number>;
	return {
		...kept,
		...working,
		keptEnd,
		length,
		ownerPlaces,
		list: take(64 * 8),
		/** Places beyond the last value are counted for what records have left over. */
		counts: take((sizes.values + recordLength) * 4),
		/** For `tallyBits`: the slots of 512 bytes, and 64 records. */
		portion: take(512 * 8 * 4),
		fetched: take(64 * recordLength * 2),
		/** What each slot is worth while a word is looked for; nothing otherwise. */
		marks: take(slots),
		fewLists: take(fewLists * mostFew * 4),
		fewScores: take(fewLists * mostFew),
		fewFlags: take(mostFew * 2),
		wordCache: take(keptWords * bitsetsOfWord * length),
		numberCache: take(keptNumbers * length),
		end,
	};
}
