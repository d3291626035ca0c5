/** Counts without words, read off what is kept: values of one group taken together, by inclusion and exclusion. */
import { mostFew } from './layout.ts';
import type { Segment } from './segment.ts';

/** Documents that have all these values, to be added or taken off. */
type Term = { readonly values: readonly number[]; readonly sign: 1 | -1 };

/** More terms than these are not worth the trouble. */
const mostTerms = 48;

/** Nanoseconds to count the rows of a term that is not kept, and for each of its slots. */
const costOfTerm = 60_000;

/**
 * How many live documents have each value, among those that have one of the values of each group; and what it takes to
 * know that, in nanoseconds. Undefined where there are too many terms.
 */
export function knownCounts(
	segment: Segment,
	groups: readonly (readonly number[])[],
	costOfSlot: number,
): { readonly cost: number; readonly counts: () => Uint32Array } | undefined {
	const terms = termsOf(segment, groups);
	if (!terms) return undefined;
	let cost = 0;
	for (const { values } of terms) {
		if (values.length === 0 || segment.kept.of(values)) continue;
		const most = mostWith(segment, values);
		// the list of a term has so much room
		if (most > mostFew) return undefined;
		cost += costOfTerm + most * costOfSlot;
	}
	return {
		cost,
		counts: () => {
			const counts = new Uint32Array(segment.head.values.length);
			for (const { values, sign } of terms) {
				const some =
					values.length === 0 ? segment.liveCounts : (segment.kept.of(values) ?? counted(segment, values));
				for (let value = 0; value < counts.length; value++)
					counts[value] = (counts[value] ?? 0) + sign * (some[value] ?? 0);
			}
			return counts;
		},
	};
}

/** Those with one of these values: the sum over each, less those with two, and those with three again. */
function termsOf(segment: Segment, groups: readonly (readonly number[])[]): Term[] | undefined {
	let terms: Term[] = [{ values: [], sign: 1 }];
	for (const group of groups) {
		let ofGroup: Term[] = [];
		for (const value of group) {
			const with_ = ofGroup.flatMap(({ values, sign }): Term[] => [
				{ values: [...values, value], sign: sign === 1 ? -1 : 1 },
			]);
			ofGroup = [...ofGroup, { values: [value], sign: 1 as const }, ...with_].filter(({ values }) =>
				isMet(segment, values),
			);
			if (ofGroup.length > mostTerms) return undefined;
		}
		terms = terms
			.flatMap((one) =>
				ofGroup.map(({ values, sign }): Term => ({
					values: [...one.values, ...values],
					sign: one.sign === sign ? 1 : -1,
				})),
			)
			.filter(({ values }) => isMet(segment, values));
		if (terms.length > mostTerms) return undefined;
	}
	return terms;
}

/** Whether there may be a document with all of them: each two of them are met together. */
function isMet(segment: Segment, values: readonly number[]): boolean {
	return mostWith(segment, values) > 0;
}

function mostWith({ kept }: Segment, values: readonly number[]): number {
	let most = Infinity;
	for (const one of values) for (const other of values) most = Math.min(most, kept.both(one, other));
	return most;
}

function counted(segment: Segment, values: readonly number[]): Uint32Array {
	const { kernel, layout } = segment;
	let from = layout.live;
	for (const value of values) {
		kernel.both(layout.some, from, layout.values + value * layout.length, layout.length);
		from = layout.some;
	}
	const many = kernel.collect(layout.some, 0, layout.length, layout.fewLists);
	return segment.tallyList(layout.fewLists, many, segment.head.common);
}
