/** Slots looked at one by one: where a word is rare, that takes a fraction of what going over all bitsets takes. */
import { points, fields, type Fit, type Position, type QueryWord } from './document.ts';
import { mostFew } from './layout.ts';
import type { Segment } from './segment.ts';
import type { WordPoints } from './word-points.ts';
import { hitsOf, type WordHits } from './word-hits.ts';

/** A list of slots, with what each scores, at its own place in the memory of the segment. */
export class FewSlots {
	readonly #segment: Segment;
	readonly list: number;
	readonly #scores: number;
	many = 0;

	constructor(segment: Segment, place: 'matched' | 'found' | 'base') {
		this.#segment = segment;
		const { fewLists, fewScores } = segment.layout;
		const nth = { matched: 0, found: 1, base: 2 }[place];
		this.list = fewLists + nth * mostFew * 4;
		this.#scores = fewScores + nth * mostFew;
	}

	/** The slots among those `within` that have all words; undefined where each word may be in more slots than `most`. */
	static matching(
		segment: Segment,
		weighed: WordPoints,
		words: readonly QueryWord[],
		{ loosely, within, most }: { readonly loosely: boolean; readonly within: number; readonly most: number },
	): FewSlots | undefined {
		const hits = words
			.map((word) => ({ word, ...hitsOf(segment, word, loosely) }))
			.sort((one, other) => one.most - other.most);
		const [rarest, ...others] = hits;
		if (!rarest || rarest.most > most) return undefined;
		const few = new FewSlots(segment, 'matched');
		few.#begin(rarest);
		for (const each of others) {
			if (few.many === 0) break;
			if (each.most <= most) few.#join(each);
			else few.#joinWeighed(weighed.of(each.word, loosely).points);
		}
		few.#keep(within);
		return few;
	}

	/** The slots of a bitset in which are not too many; what they score is added up from the points of these words. */
	static from(segment: Segment, bits: number, points: readonly number[]): FewSlots {
		const { kernel, layout, bytes } = segment;
		const few = new FewSlots(segment, 'found');
		few.many = kernel.collect(bits, 0, layout.length, few.list);
		bytes.fill(0, few.#scores, few.#scores + few.many);
		for (const each of points)
			few.many = kernel.joinWeighed(few.list, few.many, few.#scores, each, layout.length);
		return few;
	}

	/** Raises a flag, of sixteen, where the slot is in the bitset; `clearFlags` comes first. */
	flag(bits: number, flag: number): void {
		const { kernel, layout } = this.#segment;
		kernel.flag(this.list, this.many, bits, layout.fewFlags, flag);
	}

	clearFlags(): void {
		const { layout, bytes } = this.#segment;
		bytes.fill(0, layout.fewFlags, layout.fewFlags + this.many * 2);
	}

	/** The slots with all these flags, as a list of their own. */
	pick(place: 'found' | 'base', flags: number): FewSlots {
		const { kernel, layout } = this.#segment;
		const picked = new FewSlots(this.#segment, place);
		picked.many = kernel.pick(
			...([this.list, this.many, this.#scores, layout.fewFlags, flags] as const),
			...([picked.list, picked.#scores] as const),
		);
		return picked;
	}

	/** How many are in the bitset. */
	countIn(bits: number): number {
		return this.#segment.kernel.countIn(this.list, this.many, bits);
	}

	/** As a bitset. */
	writeTo(bits: number): void {
		const { bytes, layout, words32 } = this.#segment;
		bytes.fill(0, bits, bits + layout.length);
		for (let each = 0; each < this.many; each++) this.#segment.set(bits, words32[this.list / 4 + each] ?? 0);
	}

	/** The best behind a position, at most so many, the best first; without scores the newest are. */
	best(most: number, after: Position | undefined, scored: boolean): { slot: number; score: number }[] {
		const { words32, bytes, slots } = this.#segment;
		const limit = after ? this.#segment.slotsBefore(after.fresh, after.id) : slots;
		const behind = after ? orderOf(scored ? after.score : 0, limit) : Infinity;
		const orders = new Float64Array(this.many);
		let many = 0;
		for (let each = 0; each < this.many; each++) {
			const score = scored ? (bytes[this.#scores + each] ?? 0) : 0;
			const order = orderOf(score, words32[this.list / 4 + each] ?? 0);
			if (order < behind) orders[many++] = order;
		}
		const best = many > most && most <= page ? bestOf(orders.subarray(0, many), most) : sorted(orders, many);
		return best
			.slice(0, most)
			.map((order) => ({ slot: order % oneScore, score: Math.floor(order / oneScore) }));
	}

	#begin(hits: WordHits): void {
		const { kernel, layout } = this.#segment;
		this.many = gather(this.#segment, hits, this.list);
		kernel.take(this.list, this.many, layout.marks, this.#scores);
	}

	/** Keeps those that have this word too. */
	#join(hits: WordHits): void {
		const { kernel, layout } = this.#segment;
		const other = new FewSlots(this.#segment, 'base');
		other.many = gather(this.#segment, hits, other.list);
		this.many = kernel.join(this.list, this.many, this.#scores, layout.marks);
		kernel.take(other.list, other.many, layout.marks, other.#scores);
	}

	#joinWeighed(points: number): void {
		const { kernel, layout } = this.#segment;
		this.many = kernel.joinWeighed(this.list, this.many, this.#scores, points, layout.length);
	}

	#keep(bits: number): void {
		this.many = this.#segment.kernel.keep(this.list, this.many, this.#scores, bits);
	}
}

/** More than there are slots: a better score comes before all of them. */
const oneScore = 2 ** 32;

function orderOf(score: number, slot: number): number {
	return score * oneScore + slot;
}

/** What each slot is worth stands in the marks then. */
function gather({ kernel, layout }: Segment, { ranges }: WordHits, list: number): number {
	let many = 0;
	for (const { from, to, fit } of ranges)
		many = kernel.gather(
			...([layout.words.postingStarts, layout.words.postings, from, to, worthOf[fit]] as const),
			...([layout.marks, list, many] as const),
		);
	return many;
}

/** A byte for each field. */
const worthOf = Object.fromEntries(
	(['whole', 'begins', 'oneOff', 'twoOff'] as const).map((fit) => [
		fit,
		fields.reduce((worth, field, place) => worth | (points[field][fit] << (place * 8)), 0),
	]),
) as Readonly<Record<Fit, number>>;

/** So few are found by going through once; of more all are sorted. */
const page = 100;

function sorted(orders: Float64Array, many: number): number[] {
	return [...orders.subarray(0, many).sort().reverse()];
}

function bestOf(orders: Float64Array, most: number): number[] {
	const best = sorted(orders.slice(0, most), most);
	for (let each = most; each < orders.length; each++) {
		const order = orders[each] ?? 0;
		if (order <= (best[most - 1] ?? 0)) continue;
		let place = most - 1;
		for (; place > 0 && (best[place - 1] ?? 0) < order; place--) best[place] = best[place - 1] ?? 0;
		best[place] = order;
	}
	return best;
}
