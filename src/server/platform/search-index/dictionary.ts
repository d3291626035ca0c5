/** The words of a segment in their order: plain letters a to z and digits, one behind another. */
import { SlipRows, fitsByBeginning, slipsIn } from './near-words.ts';

export type WordRange = {
	readonly from: number;
	readonly to: number;
	/** The first of the range is the word itself. */
	readonly whole: boolean;
};

export type NearWord = { readonly place: number; readonly slips: 1 | 2 };

/** So many words are remembered with the words near them: a search asks for both more than once. */
const keptNear = 32;

/** Comes after every letter that a word may have. */
const last = 0x7f;
/** Where the words with the same first letters lie is known of so many letters. */
const known = 3;
/** Letters and digits, and that a word has ended. */
const signs = 37;

export class Dictionary {
	readonly #starts: Uint32Array;
	readonly #letters: Uint8Array;
	readonly size: number;
	readonly #near = new Map<string, readonly NearWord[]>();
	/** First letters, as a number → the first word that begins with them or comes after. */
	#firsts: Uint32Array | undefined;

	constructor(starts: Uint32Array, letters: Uint8Array) {
		this.#starts = starts;
		this.#letters = letters;
		this.size = starts.length - 1;
	}

	word(place: number): string {
		return Buffer.from(
			this.#letters.buffer,
			this.#letters.byteOffset + (this.#starts[place] ?? 0),
			this.#length(place),
		).toString('latin1');
	}

	/** All words that begin with this one. */
	rangeOf(word: string): WordRange {
		const wanted = Buffer.from(word, 'latin1');
		const from = this.#firstFrom(wanted, wanted.length, false);
		const whole = from < this.size && this.#length(from) === wanted.length && this.#begins(from, wanted);
		return { from, to: this.#firstFrom(wanted, wanted.length, true), whole };
	}

	/** Words one or two slips away, as `slipsBetween` says; beginnings that are too far away are passed over whole. */
	near(word: string): readonly NearWord[] {
		const found = this.#near.get(word) ?? this.#findNear(word);
		if (this.#near.size >= keptNear) this.#near.clear();
		this.#near.set(word, found);
		return found;
	}

	#findNear(word: string): NearWord[] {
		const found: NearWord[] = [];
		const letters = word.length;
		const allowed = slipsIn(letters);
		if (allowed === 0) return found;
		const rows = new SlipRows(word);
		const path = new Uint8Array(256);
		/** The fewest slips to a beginning that counts, by its length. */
		const least = new Float64Array(256).fill(Infinity);
		let known = 0;
		for (let place = 0; place < this.size;) {
			const start = this.#starts[place] ?? 0;
			const length = Math.min(this.#length(place), 255);
			let depth = 0;
			while (depth < known && depth < length && path[depth] === this.#letters[start + depth]) depth++;
			const most = this.#letters[start] === word.charCodeAt(0) ? allowed : Math.min(1, allowed);
			let lost = false;
			while (depth < length && !lost) {
				const letter = this.#letters[start + depth] ?? 0;
				path[depth] = letter;
				depth++;
				rows.take(depth, letter);
				const counts = depth >= letters && fitsByBeginning(letters);
				least[depth] = Math.min(least[depth - 1] ?? Infinity, counts ? rows.slips(depth) : Infinity);
				lost = rows.isLost(depth, most);
			}
			known = depth;
			const slips = Math.min(least[depth] ?? Infinity, depth === length ? rows.slips(depth) : Infinity);
			const end = lost ? this.#firstBeyond(path, depth, place) : place + 1;
			if (slips >= 1 && slips <= most) {
				// within what is lost only a beginning counts for all; the word itself ends there by chance
				found.push({ place, slips: slips as 1 | 2 });
				if ((least[depth] ?? Infinity) <= most) {
					for (let other = place + 1; other < end; other++)
						found.push({ place: other, slips: least[depth] as 1 | 2 });
				}
			}
			place = Math.max(end, place + 1);
		}
		return found;
	}

	#length(place: number): number {
		return (this.#starts[place + 1] ?? 0) - (this.#starts[place] ?? 0);
	}

	#begins(place: number, wanted: Uint8Array): boolean {
		const start = this.#starts[place] ?? 0;
		return wanted.every((letter, index) => this.#letters[start + index] === letter);
	}

	/** The first word after this place that does not begin with these letters; mostly it is near. */
	#firstBeyond(wanted: Uint8Array, length: number, place: number): number {
		if (length <= known) {
			let key = 0;
			for (let letter = 0; letter < length; letter++) key = key * signs + signOf(wanted[letter] ?? 0);
			return this.#firstsOf()[(key + 1) * signs ** (known - length)] ?? this.size;
		}
		let low = place + 1;
		let step = 1;
		while (low + step < this.size && this.#compare(low + step, wanted, length, true) < 0) {
			low += step;
			step *= 2;
		}
		return this.#firstFrom(wanted, length, true, low, Math.min(this.size, low + step));
	}

	#firstsOf(): Uint32Array {
		if (this.#firsts) return this.#firsts;
		const firsts = new Uint32Array(signs ** known + 1);
		let filled = 0;
		for (let place = 0; place < this.size; place++) {
			const start = this.#starts[place] ?? 0;
			let key = 0;
			for (let letter = 0; letter < known; letter++)
				key = key * signs + (letter < this.#length(place) ? signOf(this.#letters[start + letter] ?? 0) : 0);
			while (filled <= key) firsts[filled++] = place;
		}
		firsts.fill(this.size, filled);
		this.#firsts = firsts;
		return firsts;
	}

	/** The first word that does not come before these letters, or before anything that begins with them. */
	#firstFrom(wanted: Uint8Array, length: number, beyond: boolean, low = 0, high = this.size): number {
		while (low < high) {
			const middle = (low + high) >>> 1;
			if (this.#compare(middle, wanted, length, beyond) < 0) low = middle + 1;
			else high = middle;
		}
		return low;
	}

	#compare(place: number, wanted: Uint8Array, wantedLength: number, beyond: boolean): number {
		const start = this.#starts[place] ?? 0;
		const length = this.#length(place);
		for (let index = 0; index < wantedLength; index++) {
			if (index === length) return -1;
			const difference = (this.#letters[start + index] ?? 0) - (wanted[index] ?? 0);
			if (difference !== 0) return difference;
		}
		if (!beyond) return length - wantedLength;
		return wantedLength === length ? -1 : (this.#letters[start + wantedLength] ?? 0) - last;
	}
}

/** From one on, in the order of words. */
function signOf(letter: number): number {
	return letter < 58 ? letter - 47 : letter - 86;
}

/** By the codes of the letters, as the words lie in a dictionary. */
export function compare(one: string, other: string): number {
	return one < other ? -1 : one > other ? 1 : 0;
}
