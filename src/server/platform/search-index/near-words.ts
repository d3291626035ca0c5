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
	const rows = rowsOf(typed);
	let least = Infinity;
	for (let depth = 1; depth <= other.length; depth++) {
		rows.take(depth, other.charCodeAt(depth - 1));
		if (depth === other.length || (depth >= letters && fitsByBeginning(letters)))
			least = Math.min(least, rows.slips(depth));
		if (rows.isLost(depth, most)) break;
	}
	return least === 1 || (least === 2 && most === 2) ? least : undefined;
}

/** The table of the word asked for last: it is mostly held against many others, one after another. */
let lastAsked: { readonly typed: string; readonly rows: SlipRows } | undefined;

function rowsOf(typed: string): SlipRows {
	if (lastAsked?.typed !== typed) lastAsked = { typed, rows: new SlipRows(typed) };
	return lastAsked.rows;
}

/** No word may have more slips, so places further from the diagonal of the table say nothing. */
const mostSlips = 2;
const tooMany = mostSlips + 1;

/**
 * The table of slips between a word and every beginning of another, made letter by letter and taken back at will. It
 * knows as many slips as count, and otherwise only that there are more.
 */
export class SlipRows {
	readonly #typed: string;
	readonly #width: number;
	#rows: Uint8Array;
	#path: Uint8Array;
	/** The fewest slips in each row. */
	#leasts: Uint8Array;

	constructor(typed: string) {
		this.#typed = typed;
		this.#width = typed.length + 1;
		this.#rows = new Uint8Array(this.#width * 64);
		this.#path = new Uint8Array(64);
		this.#leasts = new Uint8Array(64);
		for (let place = 0; place < this.#width; place++) this.#rows[place] = Math.min(place, tooMany);
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
		rows[here] = Math.min(depth, tooMany);
		let least = rows[here] ?? tooMany;
		const from = Math.max(1, depth - mostSlips);
		const last = Math.min(width - 1, depth + mostSlips);
		if (from > 1) rows[here + Math.min(from - 1, width - 1)] = tooMany;
		for (let place = from; place <= last; place++) {
			const wanted = this.#typed.charCodeAt(place - 1);
			let slips = Math.min(rows[above + place] ?? 0, rows[here + place - 1] ?? 0) + 1;
			slips = Math.min(slips, (rows[above + place - 1] ?? 0) + (wanted === letter ? 0 : 1), tooMany);
			const swapped =
				depth > 1 && place > 1 && this.#typed.charCodeAt(place - 2) === letter && before === wanted;
			if (swapped) slips = Math.min(slips, (rows[above - width + place - 2] ?? 0) + 1);
			rows[here + place] = slips;
			if (slips < least) least = slips;
		}
		if (last < width - 1) rows[here + last + 1] = tooMany;
		this.#leasts[depth] = least;
	}

	/** Between the whole typed word and the letters taken so far. */
	slips(depth: number): number {
		if (Math.abs(this.#width - 1 - depth) > mostSlips) return Infinity;
		return this.#rows[depth * this.#width + this.#width - 1] ?? Infinity;
	}

	/** No longer word that goes on from here can come within that many slips. */
	isLost(depth: number, most: number): boolean {
		return (this.#leasts[depth] ?? 0) > most && (this.#leasts[depth - 1] ?? 0) >= most;
	}

	#deepen(): void {
		const rows = new Uint8Array(this.#rows.length * 2);
		rows.set(this.#rows);
		const path = new Uint8Array(this.#path.length * 2);
		path.set(this.#path);
		const leasts = new Uint8Array(this.#leasts.length * 2);
		leasts.set(this.#leasts);
		this.#rows = rows;
		this.#path = path;
		this.#leasts = leasts;
	}
}
