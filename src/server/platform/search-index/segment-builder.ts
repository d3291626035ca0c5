/** Makes a segment from documents that come in the order in which they changed, the oldest first. */
import { assemble, type WordPieces } from './assemble.ts';
import { type IndexedDocument } from './document.ts';
import { writeId } from './ids.ts';
import { GrowingBytes } from './postings.ts';
import { noNumber, type GroupValue, type Segment } from './segment.ts';

type Numbers = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array;

/** A typed array with room for so many more. */
function withRoom<T extends Numbers>(array: T, needed: number): T {
	if (needed <= array.length) return array;
	const grown = new (array.constructor as new (length: number) => T)(Math.max(needed, array.length * 2));
	grown.set(array);
	return grown;
}

export class SegmentBuilder {
	#slots = 0;
	readonly #words = new Map<string, number>();
	/** The last slot, counted from one, in which each word was met. */
	#seenIn = new Uint32Array(1024);
	/** Word and field of every posting, slot by slot. */
	#postings = new Uint32Array(4096);
	#posted = 0;
	#postingStarts = new Uint32Array(1024);
	readonly #values = new Map<string, Map<string, number>>();
	readonly #valueList: GroupValue[] = [];
	#given = new Uint16Array(4096);
	#givenCount = 0;
	#starts = new Uint32Array(1024);
	#fresh = new Float64Array(1024);
	#ids = new Uint8Array(16_384);
	#owners = new Uint8Array(16_384);
	readonly #numbers: Map<string, Int32Array>;
	readonly #ending: { slot: number; at: number }[] = [];

	constructor(numbers: readonly string[]) {
		this.#numbers = new Map(numbers.map((name) => [name, new Int32Array(1024)]));
	}

	get slots(): number {
		return this.#slots;
	}

	add(document: IndexedDocument): void {
		const slot = this.#slots++;
		this.#fresh = withRoom(this.#fresh, slot + 1);
		if (slot > 0 && (this.#fresh[slot - 1] ?? 0) > document.fresh)
			throw new Error('documents of a segment must come in the order in which they changed');
		this.#fresh[slot] = document.fresh;
		this.#ids = withRoom(this.#ids, (slot + 1) * 16);
		this.#owners = withRoom(this.#owners, (slot + 1) * 16);
		writeId(this.#ids, slot, document.id);
		writeId(this.#owners, slot, document.owner);
		for (const [name, numbers] of this.#numbers) {
			const roomy = withRoom(numbers, slot + 1);
			roomy[slot] = document.numbers[name] ?? noNumber;
			this.#numbers.set(name, roomy);
		}
		if (document.until !== undefined) this.#ending.push({ slot, at: document.until });
		this.#takeValues(slot, document);
		this.#takeWords(slot, document);
	}

	finish(): Segment {
		const order = this.#valueList
			.map((each, place) => ({ ...each, place }))
			.sort((one, other) => compare(one.group, other.group) || compare(one.value, other.value));
		const places = new Uint16Array(order.length);
		for (const [place, each] of order.entries()) places[each.place] = place;
		this.#starts = withRoom(this.#starts, this.#slots + 1);
		this.#starts[this.#slots] = this.#givenCount;
		return assemble({
			slots: this.#slots,
			values: order.map(({ group, value }) => ({ group, value })),
			starts: this.#starts,
			given: this.#given.subarray(0, this.#givenCount).map((value) => places[value] ?? 0),
			fresh: this.#fresh,
			ids: this.#ids,
			owners: this.#owners,
			numbers: this.#numbers,
			ending: this.#ending,
			words: this.#wordPieces(),
		});
	}

	#takeValues(slot: number, { values }: IndexedDocument): void {
		this.#starts = withRoom(this.#starts, slot + 1);
		this.#starts[slot] = this.#givenCount;
		for (const [group, chosen] of Object.entries(values)) {
			for (const value of new Set(chosen)) {
				this.#given = withRoom(this.#given, this.#givenCount + 1);
				this.#given[this.#givenCount++] = this.#valueOf(group, value);
			}
		}
	}

	#valueOf(group: string, value: string): number {
		const inGroup = this.#values.get(group) ?? new Map<string, number>();
		this.#values.set(group, inGroup);
		const known = inGroup.get(value);
		if (known !== undefined) return known;
		const place = this.#valueList.push({ group, value }) - 1;
		inGroup.set(value, place);
		return place;
	}

	/** A word that stands in several fields counts in the best, which comes first. */
	#takeWords(slot: number, { texts }: IndexedDocument): void {
		this.#postingStarts = withRoom(this.#postingStarts, slot + 1);
		this.#postingStarts[slot] = this.#posted;
		for (const [field, text] of texts.entries()) {
			for (const word of text.split(' ')) {
				if (word === '') continue;
				const place = this.#wordOf(word);
				if (this.#seenIn[place] === slot + 1) continue;
				this.#seenIn[place] = slot + 1;
				this.#postings = withRoom(this.#postings, this.#posted + 1);
				this.#postings[this.#posted++] = (place << 2) | field;
			}
		}
	}

	#wordOf(word: string): number {
		const known = this.#words.get(word);
		if (known !== undefined) return known;
		const place = this.#words.size;
		this.#words.set(word, place);
		this.#seenIn = withRoom(this.#seenIn, place + 1);
		return place;
	}

	/** Turns "the words of each slot" into "the slots of each word": first how many bytes each takes, then the bytes. */
	#wordPieces(): WordPieces {
		const sorted = [...this.#words.keys()].sort(compare);
		const starts = [0];
		const letters = Buffer.from(sorted.join(''), 'latin1');
		for (const word of sorted) starts.push((starts.at(-1) ?? 0) + word.length);
		const sizes = new Uint32Array(sorted.length);
		this.#eachPosting(sorted.length, (word, posting) => {
			sizes[word] = (sizes[word] ?? 0) + bytesOf(posting);
		});
		const postingStarts = [0];
		for (const word of sorted)
			postingStarts.push((postingStarts.at(-1) ?? 0) + (sizes[this.#words.get(word) ?? 0] ?? 0));
		const next = new Uint32Array(sorted.length);
		for (const [place, word] of sorted.entries())
			next[this.#words.get(word) ?? 0] = postingStarts[place] ?? 0;
		const postings = new GrowingBytes(postingStarts.at(-1));
		this.#eachPosting(sorted.length, (word, posting) => {
			next[word] = postings.writeAt(next[word] ?? 0, posting);
		});
		postings.length = postingStarts.at(-1) ?? 0;
		return { starts, letters, postingStarts, postings };
	}

	#eachPosting(words: number, visit: (word: number, posting: number) => void): void {
		const last = new Uint32Array(words);
		for (let slot = 0; slot < this.#slots; slot++) {
			const end = slot + 1 < this.#slots ? (this.#postingStarts[slot + 1] ?? 0) : this.#posted;
			for (let at = this.#postingStarts[slot] ?? 0; at < end; at++) {
				const posting = this.#postings[at] ?? 0;
				const word = posting >>> 2;
				visit(word, ((slot - (last[word] ?? 0)) << 2) | (posting & 3));
				last[word] = slot;
			}
		}
	}
}

/** By the codes of the letters, as the words lie in a dictionary. */
export function compare(one: string, other: string): number {
	return one < other ? -1 : one > other ? 1 : 0;
}

function bytesOf(number: number): number {
	let bytes = 1;
	for (let left = number >>> 7; left > 0; left >>>= 7) bytes++;
	return bytes;
}
