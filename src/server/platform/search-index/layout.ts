/** Where everything of a segment lies in its memory. Documents have slots in the order in which they changed. */
import { fields, fits } from './document.ts';

/** How many there are of everything; enough to know where it lies. */
export type SegmentSizes = {
	readonly slots: number;
	/** Values of all groups together. */
	readonly values: number;
	/** Values of documents with very many, beyond their records. */
	readonly moreValues: number;
	readonly words: number;
	readonly letters: number;
	/** Bytes. */
	readonly postings: number;
	/** Documents that end by themselves. */
	readonly ending: number;
	/** Names of numbers. */
	readonly numbers: number;
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

/** Numbers in the record of a slot: how many values it has, and the values; see `tally` in kernel.wat. */
export const recordLength = 16;
/** So many values stand in the record when it has no room for all. */
export const firstValues = 13;

/** Words whose points are kept, in bitsets: the points and where there are any. */
export const keptWords = 32;
export const bitsetsOfWord = 5;
/** Least numbers whose bitsets are kept. */
export const keptNumbers = 6;

export type Layout = ReturnType<typeof layoutOf>;

/** Addresses in bytes, each a multiple of sixteen; up to `kept` it is what a snapshot holds. */
export function layoutOf(sizes: SegmentSizes) {
	const { slots } = sizes;
	const length = Math.max(1, Math.ceil(slots / 128)) * 16;
	let end = 0;
	const take = (bytes: number) => {
		const at = end;
		end = Math.ceil((end + bytes) / 16) * 16;
		return at;
	};
	const ownerPlaces = 2 ** Math.ceil(Math.log2(Math.max(2, slots * 2)));
	const kept = {
		values: take(sizes.values * length),
		live: take(length),
		records: take(slots * recordLength * 2),
		moreValues: take(sizes.moreValues * 2),
		fresh: take(slots * 8),
		ids: take(slots * 16),
		owners: take(slots * 16),
		ownerTable: take(ownerPlaces * 4),
		numbers: take(slots * 4 * sizes.numbers),
		endingAt: take(sizes.ending * 8),
		endingSlots: take(sizes.ending * 4),
		wordStarts: take((sizes.words + 1) * 4),
		letters: take(sizes.letters),
		postingStarts: take((sizes.words + 1) * 4),
		postings: take(sizes.postings),
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
		counts: take((sizes.values + 1) * 4),
		wordCache: take(keptWords * bitsetsOfWord * length),
		numberCache: take(keptNumbers * length),
		end,
	};
}
