/** UUIDs as sixteen bytes, in which they take a third of the room; their order is the database's. */

/** Writes the id at that place, counted in ids. */
export function writeId(bytes: Uint8Array, place: number, id: string): void {
	let at = place * 16;
	for (let letter = 0; letter < 36; letter += 2) {
		if (letter === 8 || letter === 13 || letter === 18 || letter === 23) letter++;
		bytes[at++] = (digit(id.charCodeAt(letter)) << 4) | digit(id.charCodeAt(letter + 1));
	}
}

function digit(code: number): number {
	return code < 58 ? code - 48 : code - 87;
}

export function readId(bytes: Uint8Array, place: number): string {
	const hex = Buffer.from(bytes.buffer, bytes.byteOffset + place * 16, 16).toString('hex');
	return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

export function idBytes(id: string): Uint8Array {
	const bytes = new Uint8Array(16);
	writeId(bytes, 0, id);
	return bytes;
}

/** Below zero when the first comes first. */
export function compareIds(one: Uint8Array, place: number, other: Uint8Array, otherPlace: number): number {
	for (let byte = 0; byte < 16; byte++) {
		const difference = (one[place * 16 + byte] ?? 0) - (other[otherPlace * 16 + byte] ?? 0);
		if (difference !== 0) return difference;
	}
	return 0;
}

/** The last four bytes: random in every kind of UUID we make. */
export function hashOfId(bytes: Uint8Array, place: number): number {
	const at = place * 16 + 12;
	return (
		((bytes[at] ?? 0) |
			((bytes[at + 1] ?? 0) << 8) |
			((bytes[at + 2] ?? 0) << 16) |
			((bytes[at + 3] ?? 0) << 24)) >>>
		0
	);
}
