/** How well a word that was typed fits a word of a school's name: half words, joined words and slips of the finger. */

/** From 0 (another word) to 1 (the same word). Both come folded. */
export function likeness(typed: string, word: string): number {
	if (typed === word) return 1;
	const shorter = Math.min(typed.length, word.length);
	const share = shorter / Math.max(typed.length, word.length);
	if (typed.length >= 2 && word.startsWith(typed)) return 0.8 + 0.15 * share;
	if (typed.length >= 3 && word.includes(typed)) return 0.65 + 0.15 * share;
	if (word.length >= 4 && typed.includes(word)) return 0.5 + 0.3 * share;
	return Math.max(fitBySlips(typed, word, 0.9), fitBySlips(typed, word.slice(0, typed.length), 0.75));
}

/** Each slip costs a little; too many for the length and it is another word. */
function fitBySlips(typed: string, word: string, best: number): number {
	const allowed = typed.length <= 2 ? 0 : typed.length <= 5 ? 1 : typed.length <= 8 ? 2 : 3;
	if (Math.abs(typed.length - word.length) > allowed) return 0;
	const slips = slipsBetween(typed, word);
	return slips > allowed ? 0 : best - (0.5 * slips) / typed.length - 0.05 * slips;
}

/** Letters left out, added, mistaken or swapped with their neighbour. */
export function slipsBetween(one: string, other: string): number {
	let before: number[] = [];
	let row = Array.from({ length: other.length + 1 }, (_, column) => column);
	for (let line = 1; line <= one.length; line++) {
		const next = [line];
		for (let column = 1; column <= other.length; column++) {
			const same = one[line - 1] === other[column - 1];
			const swapped = one[line - 1] === other[column - 2] && one[line - 2] === other[column - 1];
			const costs = [
				(row[column] ?? 0) + 1,
				(next[column - 1] ?? 0) + 1,
				(row[column - 1] ?? 0) + (same ? 0 : 1),
				swapped && line > 1 && column > 1 ? (before[column - 2] ?? 0) + 1 : Infinity,
			];
			next.push(Math.min(...costs));
		}
		before = row;
		row = next;
	}
	return row[other.length] ?? 0;
}
