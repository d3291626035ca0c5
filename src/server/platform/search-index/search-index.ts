/** An index in memory over things that can be found: words, filters, exact totals and counts, in a few milliseconds. */
import type { IndexAnswer, IndexedDocument, IndexQuery } from './document.ts';
import { mostFew } from './layout.ts';
import { comparePositions, type PartSearch } from './part-search.ts';
import { SegmentBuilder } from './segment-builder.ts';
import type { Segment } from './segment.ts';
import { SegmentSearcher } from './segment-search.ts';
import { Tail } from './tail.ts';

export class SearchIndex {
	readonly #searcher: SegmentSearcher;
	readonly #tail = new Tail();
	/** Counts of the last search that nobody has asked for: what they are made of lies where the next one works. */
	#uncounted: (() => Counted) | undefined;

	/** Takes the segment as its own. Up to so many slots are looked at one by one. */
	constructor(segment: Segment, few = mostFew) {
		this.#searcher = new SegmentSearcher(segment, few);
	}

	/** How many documents it holds, and how many of them were looked at one by one. */
	get size(): { readonly documents: number; readonly tail: number; readonly takenOut: number } {
		const { live, slots } = this.#searcher.segment;
		return { documents: live + this.#tail.size, tail: this.#tail.size, takenOut: slots - live };
	}

	/** Puts these documents in the place of all that the owner has. True when something was there before. */
	replace(owner: string, documents: readonly IndexedDocument[]): boolean {
		this.#uncounted?.();
		const wasHere = this.#searcher.segment.takeOut(owner);
		const wasInTail = this.#tail.replace(owner, documents);
		return wasHere || wasInTail;
	}

	search(query: IndexQuery): IndexAnswer {
		this.#uncounted?.();
		const parts = [this.#searcher.search(query), this.#tail.search(query)];
		let loosely = false;
		if (sum(parts, (part) => part.match(false)) === 0 && query.words.length > 0) {
			sum(parts, (part) => part.match(true));
			loosely = true;
		}
		const total = sum(parts, (part) => part.filter());
		const counted = this.#countLater(parts);
		const hits = parts
			.flatMap((part) => part.best())
			.sort(comparePositions)
			.slice(0, query.most);
		// looking for what was meant begins where the counts lie
		if (loosely) counted();
		return {
			total,
			get counts() {
				return counted().counts;
			},
			get without() {
				return counted().without;
			},
			hits,
			loosely,
			meant: loosely ? meantIn(parts, query) : {},
		};
	}

	#countLater(parts: readonly PartSearch[]): () => Counted {
		let known: Counted | undefined;
		const counted = (): Counted => {
			if (this.#uncounted === counted) this.#uncounted = undefined;
			known ??= countsOf(parts);
			return known;
		};
		this.#uncounted = counted;
		return counted;
	}
}

/** An index that holds nothing yet; `numbers` names what documents can be held against a least one by. */
export function emptyIndex(numbers: readonly string[]): SearchIndex {
	return new SearchIndex(new SegmentBuilder(numbers).finish());
}

function sum(parts: readonly PartSearch[], ask: (part: PartSearch) => number): number {
	let total = 0;
	for (const part of parts) total += ask(part);
	return total;
}

type Counted = Pick<IndexAnswer, 'counts' | 'without'>;

function countsOf(parts: readonly PartSearch[]): Counted {
	const counts: Record<string, Record<string, number>> = {};
	const without: Record<string, number> = {};
	for (const part of parts) {
		part.count((group, value, count) => {
			if (value === undefined) {
				without[group] = (without[group] ?? 0) + count;
				return;
			}
			const ofGroup = (counts[group] ??= {});
			ofGroup[value] = (ofGroup[value] ?? 0) + count;
		});
	}
	return { counts, without };
}

/** For every word that nothing has as typed, the likest word that was found: fewest slips, most often, first in order. */
function meantIn(parts: readonly PartSearch[], query: IndexQuery): Record<string, string> {
	const meant: Record<string, string> = {};
	for (const [place, { word }] of query.words.entries()) {
		// a word that stands alone has been looked for already
		if (query.words.length > 1 && sum(parts, (part) => part.fitting(place)) > 0) continue;
		const alike = new Map<string, { word: string; slips: number; count: number }>();
		for (const part of parts) {
			part.alike(place, (other, slips, count) => {
				const known = alike.get(other)?.count ?? 0;
				alike.set(other, { word: other, slips, count: known + count });
			});
		}
		const [best] = [...alike.values()].sort(
			(one, other) => one.slips - other.slips || other.count - one.count || (one.word < other.word ? -1 : 1),
		);
		if (best) meant[word] = best.word;
	}
	return meant;
}
