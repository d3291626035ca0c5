/** A search in a segment: bitset against bitset, whatever the number of documents that fit. */
import type { IndexQuery, LeastNumbers, Position } from './document.ts';
import { readId } from './ids.ts';
import { keptNumbers } from './layout.ts';
import type { AddCount, PartSearch } from './part-search.ts';
import { eachPosting } from './postings.ts';
import type { Segment } from './segment.ts';
import { BestSlots } from './best-slots.ts';
import { chosenGroups } from './tail.ts';
import { WordPoints } from './word-points.ts';

/** What asking a segment again makes cheaper. */
export class SegmentSearcher {
	readonly segment: Segment;
	readonly words: WordPoints;
	/** Name and least number → address of the bitset of the slots that have it. */
	readonly #numbers = new Map<string, number>();

	constructor(segment: Segment) {
		this.segment = segment;
		this.words = new WordPoints(segment);
	}

	search(query: IndexQuery): PartSearch {
		return new SegmentSearch(this, query);
	}

	/** Slots with at least that number; the least numbers change once a day. */
	bitsFrom(name: string, least: number): number {
		const { layout, bytes, slots } = this.segment;
		const key = `${name} ${least}`;
		const known = this.#numbers.get(key);
		if (known !== undefined) return known;
		if (this.#numbers.size === keptNumbers) this.#numbers.clear();
		const at = layout.numberCache + this.#numbers.size * layout.length;
		this.#numbers.set(key, at);
		bytes.fill(0, at, at + layout.length);
		const numbers = this.segment.numbersOf(name);
		for (let slot = 0; slot < slots; slot++) {
			if ((numbers?.[slot] ?? -Infinity) >= least) this.segment.set(at, slot);
		}
		return at;
	}
}

/** How long the two ways to count take, in nanoseconds: for a slot and its values, and for a byte of a bitset. */
const tallyOfSlot = 13;
const countOfByte = 0.12;

class SegmentSearch implements PartSearch {
	readonly #searcher: SegmentSearcher;
	readonly #query: IndexQuery;
	/** Groups with a chosen value; the bitsets of their values, taken together, lie in this order. */
	readonly #chosen: readonly string[];
	readonly #hidden: readonly number[];
	#loosely = false;
	#found = 0;

	constructor(searcher: SegmentSearcher, query: IndexQuery) {
		this.#searcher = searcher;
		this.#query = query;
		this.#chosen = chosenGroups(query);
		this.#hidden = hiddenSlots(searcher.segment, query);
	}

	match(loosely: boolean): number {
		this.#loosely = loosely;
		const { kernel, layout } = this.#searcher.segment;
		this.#beginWith(layout.text);
		for (const word of this.#query.words) {
			const { any } = this.#searcher.words.of(word, loosely);
			kernel.both(layout.text, layout.text, any, layout.length);
		}
		return kernel.count(layout.text, layout.length);
	}

	fitting(word: number): number {
		const { kernel, layout } = this.#searcher.segment;
		const wanted = this.#query.words[word];
		if (!wanted) return 0;
		const { any } = this.#searcher.words.of(wanted, false);
		this.#beginWith(layout.some);
		return kernel.both(layout.some, layout.some, any, layout.length);
	}

	alike(word: number, add: (alike: string, slips: number, count: number) => void): void {
		const { segment } = this.#searcher;
		const { dictionary, layout, bytes, postingStarts } = segment;
		for (const { place, slips } of dictionary.near(this.#query.words[word]?.word ?? '')) {
			const from = layout.postings + (postingStarts[place] ?? 0);
			const end = layout.postings + (postingStarts[place + 1] ?? 0);
			let count = 0;
			eachPosting(bytes, from, end, (slot) => {
				if (segment.has(layout.text, slot)) count++;
			});
			if (count > 0) add(dictionary.word(place), slips, count);
		}
	}

	filter(): number {
		const { layout } = this.#searcher.segment;
		for (const [index, group] of this.#chosen.entries())
			this.#gather(group, layout.chosen + index * layout.length);
		this.#found = this.#narrow(layout.found);
		return this.#found;
	}

	count(add: AddCount): void {
		const { segment } = this.#searcher;
		const { layout } = segment;
		const open = [...segment.groups.keys()].filter((group) => !this.#chosen.includes(group));
		this.#countGroups(layout.found, this.#found, open, this.#keptCounts(), add);
		for (const [group, moving] of Object.entries(this.#query.leastNumbers)) {
			if (!this.#chosen.includes(group)) this.#countMoving(layout.found, group, moving, add);
		}
		for (const group of this.#chosen) {
			const others = this.#narrow(layout.base, group);
			add(group, undefined, others);
			const moving = this.#query.leastNumbers[group];
			if (moving) this.#countMoving(layout.base, group, moving, add);
			else this.#countGroups(layout.base, others, [group], this.#keptCounts(group), add);
		}
	}

	best(): Position[] {
		const { segment, words } = this.#searcher;
		const { order, after, most } = this.#query;
		const best = new BestSlots(segment, after);
		if (order === 'relevance')
			best.weigh(this.#query.words.map((word) => words.of(word, this.#loosely).points));
		return best.among(segment.layout.found, most).map(({ slot, score }) => ({
			score,
			fresh: segment.fresh[slot] ?? 0,
			id: readId(segment.ids, slot),
		}));
	}

	/** Everything that is there for this reader. */
	#beginWith(bits: number): void {
		const { segment } = this.#searcher;
		segment.bytes.copyWithin(bits, segment.layout.live, segment.layout.live + segment.layout.length);
		for (const slot of this.#hidden) segment.clear(bits, slot);
	}

	/** The bitsets of the chosen values of a group, taken together. */
	#gather(group: string, to: number): void {
		const { segment } = this.#searcher;
		const { kernel, layout, bytes } = segment;
		bytes.fill(0, to, to + layout.length);
		const moving = this.#query.leastNumbers[group];
		for (const value of this.#query.chosen[group] ?? []) {
			const least = moving?.least[value];
			const bits = moving
				? least === undefined
					? undefined
					: this.#searcher.bitsFrom(moving.number, least)
				: segment.bitsOf(group, value);
			if (bits !== undefined) kernel.either(to, to, bits, layout.length);
		}
	}

	/** What was matched and passes all chosen groups but one; how many. */
	#narrow(to: number, except?: string): number {
		const { kernel, layout, bytes } = this.#searcher.segment;
		let from = layout.text;
		let left: number | undefined;
		for (const [index, group] of this.#chosen.entries()) {
			if (group === except) continue;
			left = kernel.both(to, from, layout.chosen + index * layout.length, layout.length);
			from = to;
		}
		if (left !== undefined) return left;
		bytes.copyWithin(to, from, from + layout.length);
		return kernel.count(to, layout.length);
	}

	/**
	 * What is known without counting: with no words, and no value chosen in the groups but one, or a single one. Who is
	 * hidden from this reader is taken off.
	 */
	#keptCounts(except?: string): Uint32Array | undefined {
		const { segment } = this.#searcher;
		const { chosen, leastNumbers, words } = this.#query;
		const [group, ...more] = this.#chosen.filter((each) => each !== except);
		if (words.length > 0 || more.length > 0) return undefined;
		if (group === undefined) return this.#withoutHidden(segment.liveCounts);
		const [value = '', ...others] = chosen[group] ?? [];
		const place = segment.placeOf(group, value);
		if (others.length > 0 || leastNumbers[group] || place === undefined) return undefined;
		return this.#withoutHidden(segment.pairsOf(place), place);
	}

	/** These counts without the hidden slots that have the value. */
	#withoutHidden(counts: Uint32Array, value?: number): Uint32Array {
		const { segment } = this.#searcher;
		const left = counts.slice();
		for (const slot of this.#hidden) {
			const values = segment.has(segment.layout.live, slot) ? segment.valuesOf(slot) : [];
			if (value !== undefined && !values.includes(value)) continue;
			for (const each of values) left[each] = (left[each] ?? 0) - 1;
		}
		return left;
	}

	/** By whatever is cheapest, where it is not known: slot by slot, the slots that are not there taken from all, or bitset by bitset. */
	#countGroups(
		bits: number,
		slots: number,
		groups: readonly string[],
		known: Uint32Array | undefined,
		add: AddCount,
	): void {
		const { segment } = this.#searcher;
		const { layout, kernel, liveCounts } = segment;
		const ranges = groups.flatMap((group) => segment.groups.get(group) ?? []);
		const values = ranges.reduce((sum, { from, to }) => sum + to - from, 0);
		const byBitset = values * layout.length * countOfByte;
		const common = segment.head.common.length * layout.length * countOfByte;
		const bySlot = slots * tallyOfSlot + common;
		const byRest = (segment.live - slots) * tallyOfSlot + common;
		let counts: Uint32Array;
		if (known) counts = known;
		else if (bySlot <= byRest && bySlot <= byBitset) counts = segment.tally(bits);
		else if (byRest <= byBitset) {
			kernel.without(layout.rest, layout.live, bits, layout.length);
			const missing = segment.tally(layout.rest);
			counts = liveCounts.map((count, value) => count - (missing[value] ?? 0));
		} else {
			counts = liveCounts;
			for (const { from, to } of ranges) counts = segment.countValues(bits, from, to);
		}
		for (const { from, to } of ranges) {
			for (let place = from; place < to; place++) {
				const count = counts[place] ?? 0;
				const value = segment.head.values[place];
				if (value && count > 0) add(value.group, value.value, count);
			}
		}
	}

	#countMoving(bits: number, group: string, { number, least }: LeastNumbers, add: AddCount): void {
		const { kernel, layout } = this.#searcher.segment;
		for (const [value, from] of Object.entries(least)) {
			const count = kernel.both(layout.some, bits, this.#searcher.bitsFrom(number, from), layout.length);
			if (count > 0) add(group, value, count);
		}
	}
}

/** Slots that are not there for this reader: of those left out, and what has ended by itself. */
function hiddenSlots(segment: Segment, { withoutOwners, now }: IndexQuery): number[] {
	const hidden = withoutOwners.flatMap((owner) => segment.slotsOf(owner));
	for (let each = 0; each < segment.endingAt.length; each++) {
		if ((segment.endingAt[each] ?? 0) > now) break;
		hidden.push(segment.endingSlots[each] ?? 0);
	}
	return [...new Set(hidden)];
}
