/**
 * How many live documents with each set of values have each value: kept for every single value, and for every two and
 * three of the common ones, since those are the sets that many documents have and that would take long to count.
 */

/** Rows for sets of values, in a table of its own memory; values are places in the list of all values. */
export class KeptCounts {
	readonly #table: Uint32Array;
	readonly #values: number;
	/** Value → its place among the common ones, counted from one. */
	readonly #nth: Uint16Array;
	readonly #common: number;

	constructor(table: Uint32Array, values: number, common: readonly number[]) {
		this.#table = table;
		this.#values = values;
		this.#common = common.length;
		this.#nth = new Uint16Array(values);
		for (const [place, value] of common.entries()) this.#nth[value] = place + 1;
	}

	/** One document more, or one less; its values each once, in any order. */
	give(values: ArrayLike<number>, by: 1 | -1): void {
		const common: number[] = [];
		for (let each = 0; each < values.length; each++) {
			const value = values[each] ?? 0;
			const nth = this.#nth[value] ?? 0;
			if (nth > 0) common.push(nth - 1);
			this.#add(value, values, by);
		}
		common.sort((one, other) => one - other);
		for (let first = 0; first < common.length; first++) {
			for (let second = first + 1; second < common.length; second++) {
				const [a = 0, b = 0] = [common[first], common[second]];
				this.#add(this.#values + pairRow(a, b), values, by);
				for (let third = second + 1; third < common.length; third++)
					this.#add(
						this.#values + rowsOfPairs(this.#common) + tripleRow(a, b, common[third] ?? 0),
						values,
						by,
					);
			}
		}
	}

	/** For each value, how many have it besides all of these; undefined where that is not kept. */
	of(set: readonly number[]): Uint32Array | undefined {
		const [first, second, ...more] = set;
		if (first === undefined) return undefined;
		if (second === undefined) return this.#row(first);
		const common = set.map((value) => (this.#nth[value] ?? 0) - 1).sort((one, other) => one - other);
		const [a = -1, b = 0, c] = common;
		if (a < 0 || more.length > 1) return undefined;
		if (c === undefined) return this.#row(this.#values + pairRow(a, b));
		return this.#row(this.#values + rowsOfPairs(this.#common) + tripleRow(a, b, c));
	}

	/** How many have both. */
	both(one: number, other: number): number {
		return this.#table[one * this.#values + other] ?? 0;
	}

	#row(row: number): Uint32Array {
		return this.#table.subarray(row * this.#values, (row + 1) * this.#values);
	}

	#add(row: number, values: ArrayLike<number>, by: number): void {
		const table = this.#table;
		const start = row * this.#values;
		for (let each = 0; each < values.length; each++) {
			const at = start + (values[each] ?? 0);
			table[at] = (table[at] ?? 0) + by;
		}
	}
}

/** How many rows there are. */
export function rowsOfSets(values: number, common: number): number {
	return values + rowsOfPairs(common) + (common * (common - 1) * (common - 2)) / 6;
}

function rowsOfPairs(common: number): number {
	return (common * (common - 1)) / 2;
}

/** Of places in rising order, each set at a row of its own, without gaps. */
function pairRow(first: number, second: number): number {
	return (second * (second - 1)) / 2 + first;
}

function tripleRow(first: number, second: number, third: number): number {
	return (third * (third - 1) * (third - 2)) / 6 + pairRow(first, second);
}
