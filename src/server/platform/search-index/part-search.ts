/** A search in one half of the index, step by step: the segment and the tail answer alike, and their answers add up. */
import type { Position } from './document.ts';

/** Takes the count of a value; without a value, of all that would fit without the filter of the group. */
export type AddCount = (group: string, value: string | undefined, count: number) => void;

export type PartSearch = {
	/** Finds by words and takes out who must not be there; how many fit. Called again to search loosely. */
	readonly match: (loosely: boolean) => number;
	/** How many documents fit a single word as typed, whatever the others. */
	readonly fitting: (word: number) => number;
	/** Words one or two slips from a typed one, with how many of the documents found have them. */
	readonly alike: (word: number, add: (alike: string, slips: number, count: number) => void) => void;
	/** Holds the filters against what was matched; how many fit. */
	readonly filter: () => number;
	readonly count: (add: AddCount) => void;
	/** The best of them behind the position asked for, in no order. */
	readonly best: () => Position[];
};

/** Below zero when the first comes before the second: best score, newest, highest id. */
export function comparePositions(one: Position, other: Position): number {
	if (one.score !== other.score) return other.score - one.score;
	if (one.fresh !== other.fresh) return other.fresh - one.fresh;
	return one.id < other.id ? 1 : one.id > other.id ? -1 : 0;
}
