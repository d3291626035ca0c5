/** Makes one segment of two, without the documents that were taken out: their words leave nothing behind. */
import { assemble, type WordPieces } from './assemble.ts';
import { compare } from './dictionary.ts';
import { compareIds } from './ids.ts';
import { GrowingBytes, eachPosting } from './postings.ts';
import { noNumber, type GroupValue, type Segment } from './segment.ts';

/** A segment on its way into another: where each of its slots goes. */
type Source = {
	readonly segment: Segment;
	/** Old slot → new slot; `gone` for documents that were taken out. */
	readonly slots: Uint32Array;
	/** Old value → new value. */
	readonly values: Uint16Array;
};

const gone = 0xffff_ffff;

export function mergeSegments(one: Segment, other: Segment): Segment {
	const slots = one.live + other.live;
	const values = mergedValues([one, other]);
	const sources = [one, other].map((segment) => sourceOf(segment, values));
	giveSlots(sources);
	const names = [...new Set([...one.head.numbers, ...other.head.numbers])];
	const pieces = {
		slots,
		values,
		starts: new Uint32Array(slots + 1),
		given: new Uint16Array(sum(one.liveCounts) + sum(other.liveCounts)),
		fresh: new Float64Array(slots),
		ids: new Uint8Array(slots * 16),
		owners: new Uint8Array(slots * 16),
		numbers: new Map(names.map((name) => [name, new Int32Array(slots).fill(noNumber)])),
		ending: sources.flatMap(endingOf),
		words: mergedLists(sources, 'words'),
		listed: mergedLists(sources, 'listed'),
	};
	for (const source of sources) moveDocuments(source, pieces);
	moveValues(sources, pieces);
	return assemble(pieces);
}

/** Values that a live document still has. */
function mergedValues(segments: readonly Segment[]): GroupValue[] {
	const known = new Map<string, GroupValue>();
	for (const { head, liveCounts } of segments) {
		for (const [place, each] of head.values.entries()) {
			if ((liveCounts[place] ?? 0) > 0) known.set(`${each.group} ${each.value}`, each);
		}
	}
	return [...known.values()].sort(
		(first, second) => compare(first.group, second.group) || compare(first.value, second.value),
	);
}

function sourceOf(segment: Segment, values: readonly GroupValue[]): Source {
	const places = new Map(values.map((each, place) => [`${each.group} ${each.value}`, place]));
	return {
		segment,
		slots: new Uint32Array(segment.slots).fill(gone),
		values: Uint16Array.from(segment.head.values, (each) => places.get(`${each.group} ${each.value}`) ?? 0),
	};
}

/** Both lie in their order already, so the new order is that of a zip. */
function giveSlots(sources: readonly Source[]): void {
	const [one, other] = sources as readonly [Source, Source];
	let slot = 0;
	let first = nextLive(one.segment, 0);
	let second = nextLive(other.segment, 0);
	while (first < one.segment.slots || second < other.segment.slots) {
		if (comesFirst(one.segment, first, other.segment, second)) {
			one.slots[first] = slot++;
			first = nextLive(one.segment, first + 1);
		} else {
			other.slots[second] = slot++;
			second = nextLive(other.segment, second + 1);
		}
	}
}

function nextLive(segment: Segment, slot: number): number {
	while (slot < segment.slots && !segment.has(segment.layout.live, slot)) slot++;
	return slot;
}

function comesFirst(one: Segment, first: number, other: Segment, second: number): boolean {
	if (first >= one.slots) return false;
	if (second >= other.slots) return true;
	const difference = (one.fresh[first] ?? 0) - (other.fresh[second] ?? 0);
	return (difference || compareIds(one.ids, first, other.ids, second)) < 0;
}

function endingOf({ segment, slots }: Source) {
	const ending: { slot: number; at: number }[] = [];
	for (let each = 0; each < segment.endingSlots.length; each++) {
		const slot = slots[segment.endingSlots[each] ?? 0] ?? gone;
		if (slot !== gone) ending.push({ slot, at: segment.endingAt[each] ?? 0 });
	}
	return ending;
}

type Moved = {
	readonly fresh: Float64Array;
	readonly ids: Uint8Array;
	readonly owners: Uint8Array;
	readonly numbers: ReadonlyMap<string, Int32Array>;
};

function moveDocuments({ segment, slots }: Source, to: Moved): void {
	for (let slot = 0; slot < segment.slots; slot++) {
		const moved = slots[slot] ?? gone;
		if (moved === gone) continue;
		to.fresh[moved] = segment.fresh[slot] ?? 0;
		to.ids.set(segment.ids.subarray(slot * 16, slot * 16 + 16), moved * 16);
		to.owners.set(segment.owners.subarray(slot * 16, slot * 16 + 16), moved * 16);
		for (const [name, numbers] of to.numbers) numbers[moved] = segment.numbersOf(name)?.[slot] ?? noNumber;
	}
}

/** The values of all documents one behind another need the new order from the first slot to the last. */
function moveValues(
	sources: readonly Source[],
	to: { readonly slots: number; readonly starts: Uint32Array; readonly given: Uint16Array },
): void {
	eachMoved(sources, (moved, values) => {
		to.starts[moved + 1] = values.length;
	});
	for (let slot = 0; slot < to.slots; slot++)
		to.starts[slot + 1] = (to.starts[slot + 1] ?? 0) + (to.starts[slot] ?? 0);
	eachMoved(sources, (moved, values, places) => {
		let at = to.starts[moved] ?? 0;
		for (const value of values) to.given[at++] = places[value] ?? 0;
	});
}

function eachMoved(
	sources: readonly Source[],
	visit: (moved: number, values: readonly number[], places: Uint16Array) => void,
): void {
	for (const { segment, slots, values } of sources) {
		for (let slot = 0; slot < segment.slots; slot++) {
			const moved = slots[slot] ?? gone;
			if (moved !== gone) visit(moved, segment.valuesOf(slot), values);
		}
	}
}

function sum(numbers: Uint32Array): number {
	let total = 0;
	for (const number of numbers) total += number;
	return total;
}

type Which = 'words' | 'listed';

function mergedLists(sources: readonly Source[], which: Which): WordPieces {
	const [one, other] = sources as readonly [Source, Source];
	const ofOne = one.segment[which].dictionary;
	const ofOther = other.segment[which].dictionary;
	const writer = new ListWriter(which);
	let first = 0;
	let second = 0;
	while (first < ofOne.size || second < ofOther.size) {
		const word = first < ofOne.size ? ofOne.word(first) : undefined;
		const otherWord = second < ofOther.size ? ofOther.word(second) : undefined;
		const order = word === undefined ? 1 : otherWord === undefined ? -1 : compare(word, otherWord);
		writer.begin();
		if (order <= 0) writer.take(one, first++);
		if (order >= 0) writer.take(other, second++);
		writer.end((order <= 0 ? word : otherWord) ?? '');
	}
	return writer.pieces();
}

/** Writes words one after another, each with the postings of both sources in the new order. */
class ListWriter {
	readonly #which: Which;
	readonly #starts = [0];
	readonly #letters = new GrowingBytes();
	readonly #postingStarts = [0];
	readonly #postings = new GrowingBytes();
	/** Slot and field of the word at hand. */
	#met = new Uint32Array(1024);
	#metCount = 0;
	#mixed = false;

	constructor(which: Which) {
		this.#which = which;
	}

	begin(): void {
		this.#metCount = 0;
		this.#mixed = false;
	}

	take({ segment, slots }: Source, word: number): void {
		const { from, end } = segment[this.#which].at(word);
		this.#mixed = this.#metCount > 0;
		eachPosting(segment.bytes, from, end, (slot, field) => {
			const moved = slots[slot] ?? gone;
			if (moved === gone) return;
			if (this.#metCount === this.#met.length) {
				const met = new Uint32Array(this.#met.length * 2);
				met.set(this.#met);
				this.#met = met;
			}
			this.#met[this.#metCount++] = (moved << 2) | field;
		});
	}

	/** A word that nobody has any more is not written. */
	end(word: string): void {
		if (this.#metCount === 0) return;
		const met = this.#met.subarray(0, this.#metCount);
		if (this.#mixed) met.sort();
		let last = 0;
		for (const each of met) {
			const slot = each >>> 2;
			this.#postings.write(((slot - last) << 2) | (each & 3));
			last = slot;
		}
		this.#letters.writeLetters(word);
		this.#starts.push(this.#letters.length);
		this.#postingStarts.push(this.#postings.length);
	}

	pieces(): WordPieces {
		return {
			starts: this.#starts,
			letters: this.#letters.bytes,
			postingStarts: this.#postingStarts,
			postings: this.#postings,
		};
	}
}
