/**
 * How like two folded words are: one rule for the index and for the database. A slip is a letter too many, one too few,
 * another one, or two that changed places.
 */

/** Shorter words are too like others to be guessed. */
const shortest = 4;
/** From so many letters on, two slips are allowed when the first letter is right. */
const long = 8;
/** From so many letters on, a longer word may be like it in its beginning. */
const begins = 6;

/** How many slips a word of this length may have. */
export function slipsIn(letters: number): number {
	if (letters < shortest) return 0;
	return letters < long ? 1 : 2;
}

/** Whether a longer word counts by its beginning, when that is at least as long as the typed word. */
export function fitsByBeginning(letters: number): boolean {
	return letters >= begins;
}

/** One or two slips from the typed word to the other, or to its beginning; undefined when it takes more. */
export function slipsBetween(typed: string, other: string): 1 | 2 | undefined {
	const letters = typed.length;
	const most = typed[0] === other[0] ? slipsIn(letters) : Math.min(1, slipsIn(letters));
	if (most === 0 || other.length < letters - most) return undefined;
	if (other.length > letters + most && !fitsByBeginning(letters)) return undefined;
	const rows = new SlipRows(typed);
	let least = Infinity;
	for (let depth = 1; depth <= other.length; depth++) {
		rows.take(depth, other.charCodeAt(depth - 1));
		if (depth === other.length || (depth >= letters && fitsByBeginning(letters)))
			least = Math.min(least, rows.slips(depth));
		if (rows.isLost(depth, most)) break;
	}
	return least === 1 || (least === 2 && most === 2) ? least : undefined;
}

/** The table of slips between a word and every beginning of another, made letter by letter and taken back at will. */
export class SlipRows {
	readonly #typed: string;
	readonly #width: number;
	#rows: Uint8Array;
	#path: Uint8Array;

	constructor(typed: string) {
		this.#typed = typed;
		this.#width = typed.length + 1;
		this.#rows = new Uint8Array(this.#width * 64);
		this.#path = new Uint8Array(64);
		for (let place = 0; place < this.#width; place++) this.#rows[place] = place;
	}

	/** The letter at this depth, counted from one; what was deeper is forgotten. */
	take(depth: number, letter: number): void {
		if (depth >= this.#path.length) this.#deepen();
		const rows = this.#rows;
		const width = this.#width;
		const here = depth * width;
		const above = here - width;
		this.#path[depth] = letter;
		const before = this.#path[depth - 1] ?? 0;
		rows[here] = Math.min(depth, 250);
		for (let place = 1; place < width; place++) {
			const wanted = this.#typed.charCodeAt(place - 1);
			let slips = Math.min(rows[above + place] ?? 0, rows[here + place - 1] ?? 0) + 1;
			slips = Math.min(slips, (rows[above + place - 1] ?? 0) + (wanted === letter ? 0 : 1));
			const swapped =
				depth > 1 && place > 1 && this.#typed.charCodeAt(place - 2) === letter && before === wanted;
			if (swapped) slips = Math.min(slips, (rows[above - width + place - 2] ?? 0) + 1);
			rows[here + place] = slips;
		}
	}

	/** Between the whole typed word and the letters taken so far. */
	slips(depth: number): number {
		return this.#rows[depth * this.#width + this.#width - 1] ?? Infinity;
	}

	/** No longer word that goes on from here can come within that many slips. */
	isLost(depth: number, most: number): boolean {
		return this.#least(depth) > most && this.#least(depth - 1) >= most;
	}

	#least(depth: number): number {
		let least = Infinity;
		for (let place = 0; place < this.#width; place++)
			least = Math.min(least, this.#rows[depth * this.#width + place] ?? Infinity);
		return least;
	}

	#deepen(): void {
		const rows = new Uint8Array(this.#rows.length * 2);
		rows.set(this.#rows);
		const path = new Uint8Array(this.#path.length * 2);
		path.set(this.#path);
		this.#rows = rows;
		this.#path = path;
	}
}
