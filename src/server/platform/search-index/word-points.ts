/** What a typed word is worth in each slot of a segment, as bitsets; the last words asked for are kept. */
import { fields, fits, points, type Fit, type QueryWord } from './document.ts';
import { bitsetsOfWord, keptWords } from './layout.ts';
import type { Segment } from './segment.ts';
import { isTyped } from './tail.ts';

/** Addresses of five bitsets: the ones, twos, fours and eights of the points, and where there are any. */
export type PointsOfWord = { readonly points: number; readonly any: number };

/** The segment lies still, so what was found once for a word stays true. */
export class WordPoints {
	readonly #segment: Segment;
	/** Word → its place in the cache; the one that waits longest to be asked for comes first. */
	readonly #kept = new Map<string, number>();

	constructor(segment: Segment) {
		this.#segment = segment;
	}

	of(word: QueryWord, loosely: boolean): PointsOfWord {
		const key = `${loosely ? '~' : ''}${word.word}`;
		const known = this.#kept.get(key);
		const place = known ?? this.#freePlace();
		this.#kept.delete(key);
		this.#kept.set(key, place);
		const { layout } = this.#segment;
		const at = layout.wordCache + place * bitsetsOfWord * layout.length;
		if (known === undefined) new WordWeigher(this.#segment).weigh(word, loosely, at);
		return { points: at, any: at + 4 * layout.length };
	}

	#freePlace(): number {
		if (this.#kept.size < keptWords) return this.#kept.size;
		const [oldest = '', place = 0] = this.#kept.entries().next().value ?? [];
		this.#kept.delete(oldest);
		return place;
	}
}

class WordWeigher {
	readonly #segment: Segment;
	readonly #used = new Set<Fit>();

	constructor(segment: Segment) {
		this.#segment = segment;
	}

	weigh({ word, named }: QueryWord, loosely: boolean, to: number): void {
		const { kernel, layout, words } = this.#segment;
		const { dictionary } = words;
		const range = dictionary.rangeOf(word);
		if (range.whole) this.#spread(range.from, 'whole');
		if (!this.#takeBeginning(word))
			for (let place = range.whole ? range.from + 1 : range.from; place < range.to; place++)
				this.#spread(place, 'begins');
		if (loosely) {
			for (const { place, slips } of dictionary.near(word))
				this.#spread(place, slips === 1 ? 'oneOff' : 'twoOff');
		}
		for (const { group, value, fit } of named) {
			const bits = this.#segment.bitsOf(group, value);
			if (bits === undefined || !(loosely || isTyped(fit))) continue;
			const mask = this.#masksOf(fit) + fields.indexOf('text') * layout.length;
			kernel.either(mask, mask, bits, layout.length);
		}
		kernel.weigh(layout.list, this.#listMasks(), to, layout.length);
	}

	/** Takes the slots of all longer words at once, where they are kept spread out; false where they are not. */
	#takeBeginning(word: string): boolean {
		const { kernel, layout } = this.#segment;
		const kept = this.#segment.slotsBeginning(word);
		if (kept === undefined) return false;
		const masks = this.#masksOf('begins');
		const all = fields.length * layout.length;
		kernel.either(masks, masks, kept, all);
		return true;
	}

	#spread(word: number, fit: Fit): void {
		const { kernel, layout, words } = this.#segment;
		const { from, end } = words.at(word);
		kernel.spread(from, end, this.#masksOf(fit), layout.length);
	}

	/** Address of the bitsets of a way to fit, one for each field; empty when it is met for the first time. */
	#masksOf(fit: Fit): number {
		const { layout, bytes } = this.#segment;
		const size = fields.length * layout.length;
		const at = layout.masks + fits.indexOf(fit) * size;
		if (!this.#used.has(fit)) bytes.fill(0, at, at + size);
		this.#used.add(fit);
		return at;
	}

	/** Writes down what each bitset is worth, the best first. */
	#listMasks(): number {
		const { layout, words32 } = this.#segment;
		const masks = [...this.#used].flatMap((fit) =>
			fields.map((field, index) => ({
				at: this.#masksOf(fit) + index * layout.length,
				worth: points[field][fit],
			})),
		);
		masks.sort((one, other) => other.worth - one.worth);
		for (const [index, { at, worth }] of masks.entries()) {
			words32[layout.list / 4 + index * 2] = at;
			words32[layout.list / 4 + index * 2 + 1] = worth;
		}
		return masks.length;
	}
}
