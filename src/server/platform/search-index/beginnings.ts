/**
 * Beginnings that very many words share: "a", "ma". Their slots are kept spread out, where that takes less room than the
 * postings of all those words and so less time than to read them for every search.
 */
import type { WordPieces } from './assemble.ts';
import { Dictionary } from './dictionary.ts';
import { fields } from './document.ts';
import { bitsetLength } from './layout.ts';
import type { Segment } from './segment.ts';

const letters = [...'abcdefghijklmnopqrstuvwxyz0123456789'];

/** The beginnings whose longer words have more bytes of postings than their bitsets take. */
export function heavyBeginnings(
	{ starts, letters: written, postingStarts }: WordPieces,
	slots: number,
): string[] {
	const dictionary = new Dictionary(Uint32Array.from(starts), written);
	const room = fields.length * bitsetLength(slots);
	const heavy: string[] = [];
	const goOn = (beginning: string): void => {
		for (const letter of letters) {
			const longer = beginning + letter;
			const { from, to } = wordsGoingOn(dictionary, longer);
			if ((postingStarts[to] ?? 0) - (postingStarts[from] ?? 0) <= room) continue;
			heavy.push(longer);
			goOn(longer);
		}
	};
	goOn('');
	return heavy;
}

/** Spreads the postings of a beginning out; its bitsets are empty. */
export function spreadBeginning(segment: Segment, beginning: string): void {
	const { words, kernel, layout } = segment;
	const bits = segment.slotsBeginning(beginning);
	if (bits === undefined) return;
	const { from, to } = wordsGoingOn(words.dictionary, beginning);
	for (let word = from; word < to; word++) {
		const list = words.at(word);
		kernel.spread(list.from, list.end, bits, layout.length);
	}
}

/** Words that are longer than the beginning. */
function wordsGoingOn(dictionary: Dictionary, beginning: string): { from: number; to: number } {
	const { from, to, whole } = dictionary.rangeOf(beginning);
	return { from: whole ? from + 1 : from, to };
}
