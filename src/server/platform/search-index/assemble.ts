/** Puts a segment together from its pieces: what the builder and the merger end with. */
import type { GrowingBytes } from './postings.ts';
import { heavyBeginnings, spreadBeginning } from './beginnings.ts';
import { hashOfId } from './ids.ts';
import { commonFrom, firstValues, recordLength } from './layout.ts';
import type { ListAddresses } from './lists.ts';
import { Segment, type GroupValue } from './segment.ts';

/** The pieces of a segment, slot by slot in the order in which the documents changed. */
export type SegmentPieces = {
	readonly slots: number;
	readonly values: readonly GroupValue[];
	/** Where the values of each slot begin among those of all, and last where they end. */
	readonly starts: Uint32Array;
	readonly given: Uint16Array;
	readonly fresh: Float64Array;
	readonly ids: Uint8Array;
	readonly owners: Uint8Array;
	readonly numbers: ReadonlyMap<string, Int32Array>;
	/** Slots of the documents that end by themselves, and when. */
	readonly ending: readonly { readonly slot: number; readonly at: number }[];
	readonly words: WordPieces;
	/** Values of listed groups, as `listedKey` writes them. */
	readonly listed: WordPieces;
};

/** Words in their order, each with its list of postings. */
export type WordPieces = {
	/** Where each begins in `letters`, and last where the last ends; the same for postings. */
	readonly starts: readonly number[];
	readonly letters: Uint8Array;
	readonly postingStarts: readonly number[];
	readonly postings: GrowingBytes;
};

export function assemble(pieces: SegmentPieces): Segment {
	const { slots, words, listed } = pieces;
	const ending = pieces.ending.toSorted((one, other) => one.at - other.at || one.slot - other.slot);
	const common = commonValues(pieces);
	const beginnings = heavyBeginnings(words, slots);
	const segment = new Segment({
		sizes: {
			slots,
			values: pieces.values.length,
			common: common.size,
			moreValues: beyondRecords(pieces, common),
			words: words.starts.length - 1,
			letters: words.starts.at(-1) ?? 0,
			postings: words.postings.length,
			listed: listed.starts.length - 1,
			listedLetters: listed.starts.at(-1) ?? 0,
			listedPostings: listed.postings.length,
			ending: ending.length,
			numbers: pieces.numbers.size,
			beginnings: beginnings.length,
		},
		values: pieces.values,
		common: [...common],
		numbers: [...pieces.numbers.keys()],
		beginnings,
	});
	const { layout, bytes } = segment;
	segment.fresh.set(pieces.fresh.subarray(0, slots));
	segment.ids.set(pieces.ids.subarray(0, slots * 16));
	segment.owners.set(pieces.owners.subarray(0, slots * 16));
	segment.endingAt.set(ending.map(({ at }) => at));
	segment.endingSlots.set(ending.map(({ slot }) => slot));
	for (const [name, numbers] of pieces.numbers) segment.numbersOf(name)?.set(numbers.subarray(0, slots));
	writeWords(bytes, words, layout.words);
	writeWords(bytes, listed, layout.listed);
	let rest = 0;
	for (let slot = 0; slot < slots; slot++) {
		const values = pieces.given.subarray(pieces.starts[slot], pieces.starts[slot + 1]);
		rest = segment.giveValues(slot, values.filter((value) => !common.has(value)).sort(), rest);
		layOut(segment, slot, values);
		segment.kept.give(values, 1);
	}
	for (const beginning of beginnings) spreadBeginning(segment, beginning);
	return segment.settle();
}

/** Words, or values of listed groups, to where they lie. */
function writeWords(bytes: Uint8Array, pieces: WordPieces, to: ListAddresses): void {
	const { starts, letters, postingStarts, postings } = pieces;
	new Uint32Array(bytes.buffer, to.starts, starts.length).set(starts);
	bytes.set(letters.subarray(0, starts.at(-1)), to.letters);
	new Uint32Array(bytes.buffer, to.postingStarts, postingStarts.length).set(postingStarts);
	bytes.set(postings.bytes.subarray(0, postings.length), to.postings);
}

/** Values that more than one in so many documents has. */
function commonValues({ slots, starts, given, values }: SegmentPieces): Set<number> {
	const counts = new Uint32Array(values.length);
	for (const value of given.subarray(0, starts[slots])) counts[value] = (counts[value] ?? 0) + 1;
	return new Set(values.keys().filter((value) => (counts[value] ?? 0) * commonFrom > slots));
}

/** How many rare values have no room in the records of their slots. */
function beyondRecords({ slots, starts, given }: SegmentPieces, common: ReadonlySet<number>): number {
	let rest = 0;
	for (let slot = 0; slot < slots; slot++) {
		let many = 0;
		for (let at = starts[slot] ?? 0; at < (starts[slot + 1] ?? 0); at++)
			if (!common.has(given[at] ?? 0)) many++;
		if (many > recordLength) rest += 1 + many - firstValues;
	}
	return rest;
}

/** The bits of a slot, and its place in the table of owners. */
function layOut(segment: Segment, slot: number, values: Uint16Array): void {
	const { layout, words32 } = segment;
	segment.set(layout.live, slot);
	for (const value of values) segment.set(layout.values + value * layout.length, slot);
	const table = layout.ownerTable / 4;
	let place = hashOfId(segment.owners, slot);
	while (words32[table + (place & (layout.ownerPlaces - 1))] !== 0) place++;
	words32[table + (place & (layout.ownerPlaces - 1))] = slot + 1;
}
