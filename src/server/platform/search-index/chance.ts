/** Chance that falls the same way every time: for generated worlds in tests and benches. */
export function chance(seed: number) {
	let state = seed >>> 0;
	/** A whole number from nought to below this one. */
	const next = (below: number): number => {
		// the generator called mulberry32
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
	};
	return {
		next,
		one: <T>(list: readonly T[]): T => list[next(list.length)] as T,
		/** None or some of them, each once. */
		some: <T>(list: readonly T[], most: number): T[] => [
			...new Set(Array.from({ length: next(most + 1) }, () => list[next(list.length)] as T)),
		],
	};
}
