// How much is tried: a fixed sample with every run of the tests, all of it with `npm run long -- walls`.
export const isWhole = process.env['WALLS'] === 'whole';

/** All of the list in a whole run; otherwise one of it, each turn another. */
export function some<T>(list: readonly T[], turn: number): readonly T[] {
	return isWhole || list.length < 2 ? list : list.slice(turn % list.length, (turn % list.length) + 1);
}
