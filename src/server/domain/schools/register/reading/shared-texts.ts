/**
 * Texts in their order, kept as bytes: a million short strings weigh several times as much, and each holds on to the
 * piece of the file that it was cut from.
 */

/** A piece of memory. A text lies in one piece: the longest a row may have takes little more than half of it. */
const piece = 1_048_576;

/** The texts that cells of a workbook share, each found by its number. */
export class SharedTexts {
	readonly #pieces = [Buffer.allocUnsafeSlow(piece)];
	#used = 0;
	/** Where each text begins and where it ends, counted through all pieces. */
	#bounds = new Uint32Array(2048);
	#count = 0;

	get count(): number {
		return this.#count;
	}

	add(text: string): void {
		const size = Buffer.byteLength(text);
		if (this.#used + size > piece) {
			this.#pieces.push(Buffer.allocUnsafeSlow(piece));
			this.#used = 0;
		}
		const from = (this.#pieces.length - 1) * piece + this.#used;
		this.#pieces.at(-1)?.write(text, this.#used);
		this.#used += size;
		const place = this.#count * 2;
		if (place === this.#bounds.length) {
			const wider = new Uint32Array(place * 2);
			wider.set(this.#bounds);
			this.#bounds = wider;
		}
		this.#bounds[place] = from;
		this.#bounds[place + 1] = from + size;
		this.#count++;
	}

	/** Empty where there is no such text. */
	at(number: number): string {
		if (!(number >= 0 && number < this.#count)) return '';
		const from = this.#bounds[number * 2] ?? 0;
		const to = this.#bounds[number * 2 + 1] ?? 0;
		const held = Math.floor(from / piece);
		return this.#pieces[held]?.toString('utf8', from - held * piece, to - held * piece) ?? '';
	}
}
