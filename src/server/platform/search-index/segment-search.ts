/** A search in a segment: bitset against bitset, whatever the number of documents that fit; slot by slot where few do. */
import type { IndexQuery, LeastNumbers, Position } from './document.ts';
import { FewSlots } from './few-slots.ts';
import { readId } from './ids.ts';
import { knownCounts } from './known-counts.ts';
import { keptNumbers } from './layout.ts';
import type { ListRange } from './lists.ts';
import type { AddCount, PartSearch } from './part-search.ts';
import type { Segment } from './segment.ts';
import { BestSlots } from './best-slots.ts';
import { chosenGroups } from './tail.ts';
import { WordPoints } from './word-points.ts';

/** What asking a segment again makes cheaper. */
export class SegmentSearcher {
	readonly segment: Segment;
	readonly words: WordPoints;
	/** Up to so many slots are looked at one by one. */
	readonly few: number;
	/** Name and least number → address of the bitset of the slots that have it. */
	readonly #numbers = new Map<string, number>();

	constructor(segment: Segment, few: number) {
		this.segment = segment;
		this.few = few;
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

/** How long it takes to count, in nanoseconds: a slot and its values, a slot in one bitset, a byte of two bitsets. */
const tallyOfSlot = 10;
const countOfSlot = 1;
const countOfByte = 0.12;

class SegmentSearch implements PartSearch {
	readonly #searcher: SegmentSearcher;
	readonly #query: IndexQuery;
	/** Groups with a chosen value; the bitsets of their values, taken together, lie in this order. */
	readonly #chosen: readonly string[];
	readonly #hidden: readonly number[];
	#loosely = false;
	/** The slots that have the words, where they are few. */
	#few: FewSlots | undefined;
	/** Those that pass the filters besides. */
	#fewFound: FewSlots | undefined;
	#found = 0;

	constructor(searcher: SegmentSearcher, query: IndexQuery) {
		this.#searcher = searcher;
		this.#query = query;
		this.#chosen = chosenGroups(query);
		this.#hidden = hiddenSlots(searcher.segment, query);
	}

	match(loosely: boolean): number {
		const { words } = this.#query;
		const { segment, words: weighed, few: most } = this.#searcher;
		const { kernel, layout } = segment;
		this.#loosely = loosely;
		this.#beginWith(layout.text);
		this.#few = FewSlots.matching(segment, weighed, words, {
			...{ loosely, within: layout.text, most },
		});
		if (this.#few) {
			if (loosely) this.#few.writeTo(layout.text);
			return this.#few.many;
		}
		for (const word of words) {
			const { any } = weighed.of(word, loosely);
			kernel.both(layout.text, layout.text, any, layout.length);
		}
		return kernel.count(layout.text, layout.length);
	}

	fitting(word: number): number {
		const { segment, words, few: most } = this.#searcher;
		const { kernel, layout } = segment;
		const wanted = this.#query.words[word];
		if (!wanted) return 0;
		this.#beginWith(layout.some);
		const few = FewSlots.matching(segment, words, [wanted], {
			...{ loosely: false, within: layout.some, most },
		});
		if (few) return few.many;
		return kernel.both(layout.some, layout.some, words.of(wanted, false).any, layout.length);
	}

	alike(word: number, add: (alike: string, slips: number, count: number) => void): void {
		const { words, kernel, layout } = this.#searcher.segment;
		for (const { place, slips } of words.dictionary.near(this.#query.words[word]?.word ?? '')) {
			const { from, end } = words.at(place);
			const count = kernel.shared(from, end, layout.text);
			if (count > 0) add(words.dictionary.word(place), slips, count);
		}
	}

	filter(): number {
		const { layout } = this.#searcher.segment;
		if (this.#few) {
			this.#fewFound = this.#filterFew(this.#few);
			return this.#fewFound.many;
		}
		for (const [index, group] of this.#chosen.entries())
			this.#gather(group, layout.chosen + index * layout.length);
		this.#found = this.#narrow(layout.found);
		return this.#found;
	}

	count(add: AddCount): void {
		const { segment } = this.#searcher;
		const { layout } = segment;
		const open = [...segment.groups.keys()].filter((group) => !this.#chosen.includes(group));
		if (this.#few && this.#fewFound) return this.#countFew(this.#few, this.#fewFound, open, add);
		this.#countGroups({ bits: layout.found, slots: this.#found }, open, add);
		for (const [group, moving] of Object.entries(this.#query.leastNumbers)) {
			if (!this.#chosen.includes(group)) this.#countMoving(layout.found, group, moving, add);
		}
		for (const group of this.#chosen) {
			const others = this.#narrow(layout.base, group);
			add(group, undefined, others);
			const moving = this.#query.leastNumbers[group];
			if (moving) this.#countMoving(layout.base, group, moving, add);
			else if (this.#isListed(group)) this.#countListed(layout.base, group, add);
			else this.#countGroups({ bits: layout.base, slots: others, except: group }, [group], add);
		}
	}

	best(): Position[] {
		const { segment } = this.#searcher;
		return this.#bestSlots().map(({ slot, score }) => ({
			score,
			fresh: segment.fresh[slot] ?? 0,
			id: readId(segment.ids, slot),
		}));
	}

	#bestSlots(): { slot: number; score: number }[] {
		const { segment, words, few } = this.#searcher;
		const { order, after, most } = this.#query;
		const scored = order === 'relevance';
		if (this.#fewFound) return this.#fewFound.best(most, after, scored);
		const points = scored ? this.#query.words.map((word) => words.of(word, this.#loosely).points) : [];
		if (points.length > 0 && this.#found <= few)
			return FewSlots.from(segment, segment.layout.found, points).best(most, after, scored);
		const best = new BestSlots(segment, after);
		best.weigh(points);
		return best.among(segment.layout.found, most);
	}

	/** The slots that pass the filters; which filter each passes stays flagged. */
	#filterFew(few: FewSlots): FewSlots {
		few.clearFlags();
		for (const [index, group] of this.#chosen.entries()) {
			for (const bits of this.#bitsetsChosen(group)) few.flag(bits, 1 << index);
		}
		return few.pick('found', (1 << this.#chosen.length) - 1);
	}

	#countFew(few: FewSlots, found: FewSlots, open: readonly string[], add: AddCount): void {
		const { segment } = this.#searcher;
		const { leastNumbers } = this.#query;
		this.#addCounts(segment.tallyList(found.list, found.many, this.#commonOf(open)), open, add);
		for (const [group, moving] of Object.entries(leastNumbers)) {
			if (!this.#chosen.includes(group)) this.#countMovingOf(found, group, moving, add);
		}
		const all = (1 << this.#chosen.length) - 1;
		for (const [index, group] of this.#chosen.entries()) {
			const others = few.pick('base', all & ~(1 << index));
			add(group, undefined, others.many);
			const moving = leastNumbers[group];
			if (moving) this.#countMovingOf(others, group, moving, add);
			else if (this.#isListed(group)) {
				others.writeTo(segment.layout.some);
				this.#countListed(segment.layout.some, group, add);
			} else
				this.#addCounts(segment.tallyList(others.list, others.many, this.#commonOf([group])), [group], add);
		}
	}

	#countMovingOf(few: FewSlots, group: string, { number, least }: LeastNumbers, add: AddCount): void {
		for (const [value, from] of Object.entries(least)) {
			const count = few.countIn(this.#searcher.bitsFrom(number, from));
			if (count > 0) add(group, value, count);
		}
	}

	/** Everything that is there for this reader. */
	#beginWith(bits: number): void {
		const { segment } = this.#searcher;
		segment.bytes.copyWithin(bits, segment.layout.live, segment.layout.live + segment.layout.length);
		for (const slot of this.#hidden) segment.clear(bits, slot);
	}

	/** The bitsets of the chosen values of a group, taken together. */
	#gather(group: string, to: number): void {
		const { kernel, layout, bytes } = this.#searcher.segment;
		const [first, ...more] = this.#bitsetsChosen(group);
		if (first === undefined) bytes.fill(0, to, to + layout.length);
		else bytes.copyWithin(to, first, first + layout.length);
		for (const bits of more) kernel.either(to, to, bits, layout.length);
	}

	/** Those of values that nothing has are left out. */
	#bitsetsChosen(group: string): number[] {
		const { segment } = this.#searcher;
		if (this.#isListed(group)) return [this.#spread(group)];
		const moving = this.#query.leastNumbers[group];
		return (this.#query.chosen[group] ?? []).flatMap((value) => {
			if (!moving) return segment.bitsOf(group, value) ?? [];
			const least = moving.least[value];
			return least === undefined ? [] : this.#searcher.bitsFrom(moving.number, least);
		});
	}

	/** Its values have no bitsets: nothing here has one, or they lie in lists. */
	#isListed(group: string): boolean {
		return !this.#query.leastNumbers[group] && !this.#searcher.segment.groups.has(group);
	}

	/** The lists of the chosen values of a group, those that something here has. */
	#listsChosen(group: string): (ListRange & { value: string })[] {
		return (this.#query.chosen[group] ?? []).flatMap((value) => {
			const list = this.#searcher.segment.listOf(group, value);
			return list ? [{ ...list, value }] : [];
		});
	}

	/** They spread out where the chosen values of the group are gathered. */
	#spread(group: string): number {
		const { kernel, layout, bytes } = this.#searcher.segment;
		const to = layout.chosen + this.#chosen.indexOf(group) * layout.length;
		bytes.fill(0, to, to + layout.length);
		for (const { from, end } of this.#listsChosen(group)) kernel.spread(from, end, to, layout.length);
		return to;
	}

	#countListed(bits: number, group: string, add: AddCount): void {
		const { kernel } = this.#searcher.segment;
		for (const { value, from, end } of this.#listsChosen(group)) {
			const count = kernel.shared(from, end, bits);
			if (count > 0) add(group, value, count);
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

	/** By whatever is cheapest: read off, slot by slot, the slots that are not there taken from all, or bitset by bitset. */
	#countGroups(
		{ bits, slots, except }: { bits: number; slots: number; except?: string },
		groups: readonly string[],
		add: AddCount,
	): void {
		const { segment } = this.#searcher;
		const { layout, kernel } = segment;
		const ranges = this.#rangesOf(groups);
		const values = ranges.reduce((sum, { from, to }) => sum + to - from, 0);
		const common = this.#commonOf(groups);
		const countOfBitset = layout.length * countOfByte;
		const fewSlots = slots <= this.#searcher.few;
		const costs = {
			known: Infinity,
			bySlot: slots * tallyOfSlot + common.length * (fewSlots ? slots * countOfSlot : countOfBitset),
			byRest: (segment.live - slots) * tallyOfSlot + common.length * countOfBitset,
			byBitset: values * countOfBitset,
		};
		const known = this.#knownCounts(except);
		if (known) costs.known = known.cost;
		const least = Math.min(...Object.values(costs));
		let counts = segment.liveCounts;
		if (known && least === costs.known) counts = this.#withoutHidden(known.counts(), except);
		else if (least === costs.bySlot)
			counts = fewSlots ? this.#tallyFew(bits, common) : segment.tally(bits, common);
		else if (least === costs.byRest) {
			kernel.without(layout.rest, layout.live, bits, layout.length);
			const missing = segment.tally(layout.rest, common);
			counts = counts.map((count, value) => count - (missing[value] ?? 0));
		} else for (const { from, to } of ranges) counts = segment.countValues(bits, from, to);
		this.#addCounts(counts, groups, add);
	}

	/** What is known of the chosen values of all groups but one; undefined where words, least numbers or lists count. */
	#knownCounts(except: string | undefined) {
		const { segment } = this.#searcher;
		const { chosen, leastNumbers, words } = this.#query;
		const groups = this.#chosen.filter((group) => group !== except);
		if (words.length > 0 || groups.some((group) => leastNumbers[group] || this.#isListed(group)))
			return undefined;
		const values = groups.map((group) =>
			(chosen[group] ?? []).flatMap((value) => segment.placeOf(group, value) ?? []),
		);
		return knownCounts(segment, values, tallyOfSlot);
	}

	/** These counts without the hidden slots that have one of the chosen values of each group but one. */
	#withoutHidden(counts: Uint32Array, except: string | undefined): Uint32Array {
		const { segment } = this.#searcher;
		const { layout, head } = segment;
		const groups = this.#chosen.filter((group) => group !== except);
		for (const slot of this.#hidden) {
			if (!segment.has(layout.live, slot)) continue;
			const values = segment.valuesOf(slot);
			const has = (group: string) =>
				values.some((value) => {
					const named = head.values[value];
					return named?.group === group && this.#query.chosen[group]?.includes(named.value);
				});
			if (!groups.every(has)) continue;
			for (const value of values) counts[value] = (counts[value] ?? 0) - 1;
		}
		return counts;
	}

	#tallyFew(bits: number, common: readonly number[]): Uint32Array {
		const { segment } = this.#searcher;
		const few = FewSlots.from(segment, bits, []);
		return segment.tallyList(few.list, few.many, common);
	}

	#rangesOf(groups: readonly string[]) {
		return groups.flatMap((group) => this.#searcher.segment.groups.get(group) ?? []);
	}

	/** The common values of these groups. */
	#commonOf(groups: readonly string[]): number[] {
		const ranges = this.#rangesOf(groups);
		const { common } = this.#searcher.segment.head;
		return common.filter((place) => ranges.some(({ from, to }) => from <= place && place < to));
	}

	#addCounts(counts: Uint32Array, groups: readonly string[], add: AddCount): void {
		const { segment } = this.#searcher;
		for (const { from, to } of this.#rangesOf(groups)) {
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
