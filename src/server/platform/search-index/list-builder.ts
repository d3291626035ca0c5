/** Makes lists from documents that come slot by slot: for every word, or value of a listed group, the slots that have it. */
import type { WordPieces } from './assemble.ts';
import { compare } from './dictionary.ts';
import { GrowingBytes, withRoom } from './postings.ts';

export class ListBuilder {
	#slots = 0;
	readonly #words = new Map<string, number>();
	/** The last slot, counted from one, in which each word was met. */
	#seenIn = new Uint32Array(1024);
	/** Word and field of every posting, slot by slot. */
	#postings = new Uint32Array(4096);
	#posted = 0;
	#postingStarts = new Uint32Array(1024);

	/** What is added from now on belongs to the next slot. */
	nextSlot(): void {
		this.#postingStarts = withRoom(this.#postingStarts, this.#slots + 1);
		this.#postingStarts[this.#slots++] = this.#posted;
	}

	/** A word, in letters of a byte each, that stands in several fields of a slot counts in the first. */
	add(word: string, field: number): void {
		const place = this.#placeOf(word);
		if (this.#seenIn[place] === this.#slots) return;
		this.#seenIn[place] = this.#slots;
		this.#postings = withRoom(this.#postings, this.#posted + 1);
		this.#postings[this.#posted++] = (place << 2) | field;
	}

	/** Turns "the words of each slot" into "the slots of each word": first how many bytes each takes, then the bytes. */
	finish(): WordPieces {
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

	#placeOf(word: string): number {
		const known = this.#words.get(word);
		if (known !== undefined) return known;
		const place = this.#words.size;
		this.#words.set(word, place);
		this.#seenIn = withRoom(this.#seenIn, place + 1);
		return place;
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

function bytesOf(number: number): number {
	let bytes = 1;
	for (let left = number >>> 7; left > 0; left >>>= 7) bytes++;
	return bytes;
}
