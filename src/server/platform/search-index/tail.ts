/** The lesser part of an index: documents that changed since the segment was made, looked at one by one. */
import {
	fields,
	points,
	type Fit,
	type IndexedDocument,
	type IndexQuery,
	type Position,
} from './document.ts';
import { compare } from './dictionary.ts';
import { slipsBetween } from './near-words.ts';
import { comparePositions, type AddCount, type PartSearch } from './part-search.ts';

type TailDocument = {
	readonly document: IndexedDocument;
	/** The words of each field in their order, each once. */
	readonly words: readonly (readonly string[])[];
};

export class Tail {
	readonly #byOwner = new Map<string, readonly TailDocument[]>();
	#size = 0;

	/** How many documents lie here. */
	get size(): number {
		return this.#size;
	}

	/** True when the owner had any before. */
	replace(owner: string, documents: readonly IndexedDocument[]): boolean {
		const before = this.#byOwner.get(owner)?.length ?? 0;
		this.#size += documents.length - before;
		if (documents.length === 0) this.#byOwner.delete(owner);
		else this.#byOwner.set(owner, documents.map(tailDocument));
		return before > 0;
	}

	search(query: IndexQuery): PartSearch {
		return new TailSearch([...this.#byOwner.values()].flat(), query);
	}
}

function tailDocument(document: IndexedDocument): TailDocument {
	return {
		document,
		words: document.texts.map((text) =>
			[...new Set(text.split(' ').filter((word) => word !== ''))].sort(compare),
		),
	};
}

class TailSearch implements PartSearch {
	readonly #query: IndexQuery;
	/** Those that are there for this reader at all. */
	readonly #there: readonly TailDocument[];
	#matched: { readonly each: TailDocument; readonly score: number }[] = [];
	#found: { readonly each: TailDocument; readonly score: number }[] = [];
	/** Typed word → other word → slips between them: most words stand in many documents. */
	readonly #slips = new Map<string, Map<string, number>>();

	constructor(documents: readonly TailDocument[], query: IndexQuery) {
		const without = new Set(query.withoutOwners);
		this.#query = query;
		this.#there = documents.filter(
			({ document: { owner, until } }) => !without.has(owner) && (until === undefined || until > query.now),
		);
	}

	match(loosely: boolean): number {
		this.#matched = [];
		for (const each of this.#there) {
			const scores = this.#query.words.map((_, word) => this.#pointsOf(each, word, loosely));
			if (scores.every((score) => score > 0))
				this.#matched.push({ each, score: scores.reduce((sum, score) => sum + score, 0) });
		}
		return this.#matched.length;
	}

	fitting(word: number): number {
		return this.#there.filter((each) => this.#pointsOf(each, word, false) > 0).length;
	}

	alike(word: number, add: (alike: string, slips: number, count: number) => void): void {
		const typed = this.#query.words[word]?.word ?? '';
		for (const { each } of this.#matched) {
			for (const other of new Set(each.words.flat())) {
				const slips = slipsBetween(typed, other);
				if (slips !== undefined) add(other, slips, 1);
			}
		}
	}

	filter(): number {
		const groups = chosenGroups(this.#query);
		this.#found = this.#matched.filter(({ each }) => groups.every((group) => this.#passes(each, group)));
		return this.#found.length;
	}

	count(add: AddCount): void {
		const groups = chosenGroups(this.#query);
		for (const { each } of this.#matched) {
			const failed = groups.filter((group) => !this.#passes(each, group));
			if (failed.length > 1) continue;
			for (const group of failed.length === 0 ? groups : failed) add(group, undefined, 1);
			for (const group of this.#countedGroups(each)) {
				if (failed.length === 1 && failed[0] !== group) continue;
				for (const value of this.#valuesOf(each, group)) add(group, value, 1);
			}
		}
	}

	best(): Position[] {
		const { after, most, order } = this.#query;
		const positions = this.#found.map(({ each: { document }, score }) => ({
			score: order === 'relevance' ? score : 0,
			fresh: document.fresh,
			id: document.id,
		}));
		return positions
			.filter((position) => !after || comparePositions(position, after) > 0)
			.sort(comparePositions)
			.slice(0, most);
	}

	#countedGroups({ document: { values, listed } }: TailDocument): string[] {
		return [...Object.keys(values), ...Object.keys(listed), ...Object.keys(this.#query.leastNumbers)];
	}

	#passes(each: TailDocument, group: string): boolean {
		const chosen = this.#query.chosen[group] ?? [];
		return this.#valuesOf(each, group).some((value) => chosen.includes(value));
	}

	/** Of a listed group those that are chosen. */
	#valuesOf({ document }: TailDocument, group: string): readonly string[] {
		const moving = this.#query.leastNumbers[group];
		const listed = document.listed[group];
		if (listed) return this.#query.chosen[group]?.filter((value) => listed.includes(value)) ?? [];
		if (!moving) return [...new Set(document.values[group] ?? [])];
		const number = document.numbers[moving.number];
		if (number === undefined) return [];
		return Object.keys(moving.least).filter((value) => number >= (moving.least[value] ?? Infinity));
	}

	#pointsOf(each: TailDocument, place: number, loosely: boolean): number {
		const { word, named } = this.#query.words[place] ?? { word: '', named: [] };
		let best = 0;
		for (const [index, field] of fields.entries()) {
			const fit = this.#fitAmong(each.words[index] ?? [], word, loosely);
			if (fit) best = Math.max(best, points[field][fit]);
		}
		for (const { group, value, fit } of named) {
			if ((loosely || isTyped(fit)) && each.document.values[group]?.includes(value))
				best = Math.max(best, points.text[fit]);
		}
		return best;
	}

	#fitAmong(words: readonly string[], wanted: string, loosely: boolean): Fit | undefined {
		let low = 0;
		let high = words.length;
		while (low < high) {
			const middle = (low + high) >>> 1;
			if (compare(words[middle] ?? '', wanted) < 0) low = middle + 1;
			else high = middle;
		}
		if (words[low] === wanted) return 'whole';
		if (words[low]?.startsWith(wanted)) return 'begins';
		if (!loosely) return undefined;
		const known = this.#slips.get(wanted) ?? new Map<string, number>();
		this.#slips.set(wanted, known);
		let least = Infinity;
		for (const word of words) {
			const slips = known.get(word) ?? slipsBetween(wanted, word) ?? Infinity;
			known.set(word, slips);
			least = Math.min(least, slips);
		}
		return least === 1 ? 'oneOff' : least === 2 ? 'twoOff' : undefined;
	}
}

/** Groups with a chosen value. */
export function chosenGroups({ chosen }: IndexQuery): string[] {
	return Object.keys(chosen).filter((group) => (chosen[group] ?? []).length > 0);
}

/** As typed, rather than with a slip. */
export function isTyped(fit: Fit): boolean {
	return fit === 'whole' || fit === 'begins';
}
