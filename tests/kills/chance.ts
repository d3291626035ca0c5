// Chance that can be repeated: the same seed gives the same moments, victims and words.

/** Draws numbers, whole numbers below a bound, and one of a list. */
export interface Chance {
	below(bound: number): number;
	oneOf<T>(list: readonly T[]): T;
}

/** A generator of that seed (mulberry32). */
export function chanceOf(seed: number): Chance {
	let state = seed >>> 0;
	const next = () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
	const below = (bound: number) => Math.floor(next() * bound);
	return { below, oneOf: (list) => list[below(list.length)] as (typeof list)[number] };
}
