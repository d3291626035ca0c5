/** Squares that a camera reads. */
import { encode } from 'uqr';

/** A QR code as one path of unit squares, with its size. */
export function qrOf(text: string): { size: number; path: string } {
	const { data, size } = encode(text, { ecc: 'M', border: 2 });
	const squares = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
	return { size, path: squares.join('') };
}
