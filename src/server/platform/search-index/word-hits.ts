/** Which words of a segment's dictionary fit a typed one, and how. */
import type { Fit, QueryWord } from './document.ts';
import type { Segment } from './segment.ts';
import { isTyped } from './tail.ts';

export type WordHits = {
	/** Places of the dictionary, from one to before another. */
	readonly ranges: readonly { readonly from: number; readonly to: number; readonly fit: Fit }[];
	/** No more slots than these have it. */
	readonly most: number;
};

/** As typed, or with slips too. */
export function hitsOf(segment: Segment, { word, named }: QueryWord, loosely: boolean): WordHits {
	const { dictionary, postingStarts } = segment.words;
	const { from, to, whole } = dictionary.rangeOf(word);
	const longer = whole ? from + 1 : from;
	const ranges: { from: number; to: number; fit: Fit }[] = [];
	if (whole) ranges.push({ from, to: longer, fit: 'whole' });
	if (to > longer) ranges.push({ from: longer, to, fit: 'begins' });
	if (loosely)
		for (const { place, slips } of dictionary.near(word))
			ranges.push({ from: place, to: place + 1, fit: slips === 1 ? 'oneOff' : 'twoOff' });
	// a posting has a byte at least
	let most = 0;
	for (const each of ranges) most += (postingStarts[each.to] ?? 0) - (postingStarts[each.from] ?? 0);
	const byName = named.some(
		({ group, value, fit }) => (loosely || isTyped(fit)) && segment.bitsOf(group, value) !== undefined,
	);
	return { ranges, most: byName ? Infinity : most };
}
