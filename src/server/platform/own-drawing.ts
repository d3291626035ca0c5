/** Drawings of our own as PNG. Never for anything that came from outside: that is read in a process of its own (`files/`). */
import sharp from 'sharp';

const kept = new Map<string, Promise<Buffer>>();
const mostKept = 100;

/** The drawing as PNG; the same drawing is made once and kept for a while. */
export function drawingAsPng(svg: string): Promise<Buffer> {
	const known = kept.get(svg);
	if (known) return known;
	const png = sharp(Buffer.from(svg)).png({ palette: true }).toBuffer();
	const oldest = kept.keys().next().value;
	if (kept.size >= mostKept && oldest !== undefined) kept.delete(oldest);
	kept.set(svg, png);
	return png;
}
