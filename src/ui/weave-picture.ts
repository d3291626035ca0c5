/** The woven cover as a picture of its own, for places that read no style sheet of ours: what is shared elsewhere. */
import { clothOf } from './weave.ts';

/** The colours of the house by day (`tokens.css`), as a picture needs them. */
export const linen = '#efe7d6';
export const yarns = [
	...['#0b6b67', '#f0a422', '#b8452f', '#33477f', '#7fb2cf', '#70853a'],
	...['#7b3b66', '#d98e73', '#1f3a46', '#d3b04b', '#4d8a76', '#a77fa8'],
];

/** As wide and high as places that show links expect it. */
export const sharedSize = { width: 1200, height: 630 } as const;
const scale = 5;

/** The cloth of a thing as SVG without a word in it. */
export function weavePicture(id: string, countries: readonly string[]): string {
	const { size, thread, plain, strands } = clothOf(id, countries);
	const paths = strands.map(({ path, yarn, across }) => {
		const opacity = across ? (plain ? 0.45 : 0.8) : 1;
		return `<path d="${path}" stroke="${yarns[yarn] ?? linen}" stroke-width="${thread}" stroke-opacity="${opacity}"/>`;
	});
	const { width, height } = sharedSize;
	return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs><pattern id="cloth" width="${size}" height="${size}" patternUnits="userSpaceOnUse" patternTransform="scale(${scale})"><rect width="${size}" height="${size}" fill="${linen}"/>${paths.join('')}</pattern></defs><rect width="100%" height="100%" fill="url(#cloth)"/></svg>`;
}
