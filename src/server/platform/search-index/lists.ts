/** Words in their order, each with the list of the slots that have it. */
import { Dictionary } from './dictionary.ts';

/** Where everything of such lists lies. */
export type ListAddresses = {
	readonly starts: number;
	readonly letters: number;
	readonly postingStarts: number;
	readonly postings: number;
};

/** Addresses of a list: where it begins, and behind its last byte. */
export type ListRange = { readonly from: number; readonly end: number };

export class Lists {
	readonly dictionary: Dictionary;
	/** Where the list of each word begins behind the first, and last where the last ends. */
	readonly postingStarts: Uint32Array;
	readonly #postings: number;

	constructor(buffer: ArrayBuffer, at: ListAddresses, sizes: { words: number; letters: number }) {
		this.dictionary = new Dictionary(
			new Uint32Array(buffer, at.starts, sizes.words + 1),
			new Uint8Array(buffer, at.letters, sizes.letters),
		);
		this.postingStarts = new Uint32Array(buffer, at.postingStarts, sizes.words + 1);
		this.#postings = at.postings;
	}

	/** The list of the word at this place of the dictionary. */
	at(place: number): ListRange {
		return {
			from: this.#postings + (this.postingStarts[place] ?? 0),
			end: this.#postings + (this.postingStarts[place + 1] ?? 0),
		};
	}

	/** Undefined when nothing has the word. */
	of(word: string): ListRange | undefined {
		const { from, whole } = this.dictionary.rangeOf(word);
		return whole ? this.at(from) : undefined;
	}
}
