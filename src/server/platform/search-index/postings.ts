/** Lists of postings: in which slots a word stands, and in which field; as kernel.wat reads them. */

/** Room that grows, for lists whose length nobody knows before. */
export class GrowingBytes {
	bytes: Uint8Array;
	length = 0;

	constructor(room = 1024) {
		this.bytes = new Uint8Array(room);
	}

	/** A number in bytes of seven bits, the lowest first. */
	write(number: number): void {
		if (this.length + 5 > this.bytes.length) this.#grow();
		this.length = this.writeAt(this.length, number);
	}

	/** The same at a place where there is room; gives back where it ends. */
	writeAt(at: number, number: number): number {
		while (number > 127) {
			this.bytes[at++] = (number & 127) | 128;
			number >>>= 7;
		}
		this.bytes[at++] = number;
		return at;
	}

	/** Plain letters, a byte each. */
	writeLetters(word: string): void {
		while (this.length + word.length > this.bytes.length) this.#grow();
		for (let letter = 0; letter < word.length; letter++) this.bytes[this.length++] = word.charCodeAt(letter);
	}

	#grow(): void {
		const bytes = new Uint8Array(Math.max(1024, this.bytes.length * 2));
		bytes.set(this.bytes);
		this.bytes = bytes;
	}
}

/** The postings from one address to before another, in the order of their slots. */
export function eachPosting(
	bytes: Uint8Array,
	from: number,
	end: number,
	visit: (slot: number, field: number) => void,
): void {
	let slot = 0;
	while (from < end) {
		let posting = 0;
		let shift = 0;
		let byte: number;
		do {
			byte = bytes[from++] ?? 0;
			posting |= (byte & 127) << shift;
			shift += 7;
		} while (byte > 127);
		slot += posting >>> 2;
		visit(slot, posting & 3);
	}
}

type Numbers = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array;

/** A typed array with room for so many. */
export function withRoom<T extends Numbers>(array: T, needed: number): T {
	if (needed <= array.length) return array;
	const grown = new (array.constructor as new (length: number) => T)(Math.max(needed, array.length * 2));
	grown.set(array);
	return grown;
}
