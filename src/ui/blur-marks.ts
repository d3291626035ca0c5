/** What a brush or an area blurs on a picture, in shares of its sides, and how it is drawn. */

export type Point = { readonly x: number; readonly y: number };
/** A stroke is a row of discs; an area is an oval in its box. All in shares of the picture's width and height. */
export type BlurMark =
	| { readonly kind: 'stroke'; readonly points: readonly Point[]; readonly size: number }
	| { readonly kind: 'area'; readonly box: Point & { readonly width: number; readonly height: number } };

/** Long side of what is sent: nothing larger is ever shown. */
const longest = 1920;
/** So many blocks along the long side: too few to recognise anybody. */
const blocks = 22;

/** The picture as it will be sent, and the same in large blocks. */
export type Layers = { readonly clear: HTMLCanvasElement; readonly blocks: HTMLCanvasElement };

/** Reads a picture the right way up. Throws when the browser cannot read it. */
export async function layersOf(file: File): Promise<Layers> {
	const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
	const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
	const [width, height] = [Math.round(picture.width * scale), Math.round(picture.height * scale)];
	const clear = canvas(width, height);
	paint(clear).drawImage(picture, 0, 0, width, height);
	const block = Math.max(width, height) / blocks;
	const small = canvas(Math.max(1, Math.round(width / block)), Math.max(1, Math.round(height / block)));
	paint(small).drawImage(clear, 0, 0, small.width, small.height);
	const coarse = canvas(width, height);
	const brush = paint(coarse);
	brush.imageSmoothingEnabled = false;
	brush.drawImage(small, 0, 0, width, height);
	picture.close();
	return { clear, blocks: coarse };
}

/** Draws the picture with all marks. */
export function drawBlurred(
	on: HTMLCanvasElement,
	{ clear, blocks: coarse }: Layers,
	marks: readonly BlurMark[],
): void {
	const { width, height } = clear;
	const brush = paint(on);
	brush.drawImage(clear, 0, 0);
	for (const mark of marks) {
		brush.save();
		brush.beginPath();
		if (mark.kind === 'area') {
			const { x, y, width: wide, height: high } = mark.box;
			const [across, down] = [(wide * width) / 2, (high * height) / 2];
			brush.ellipse(x * width + across, y * height + down, across, down, 0, 0, 2 * Math.PI);
		} else {
			const radius = (mark.size * Math.max(width, height)) / 2;
			for (const { x, y } of mark.points) {
				brush.moveTo(x * width + radius, y * height);
				brush.arc(x * width, y * height, radius, 0, 2 * Math.PI);
			}
		}
		brush.clip();
		brush.drawImage(coarse, 0, 0);
		brush.restore();
	}
}

/** The drawn picture as a file of the same name and kind. */
export async function fileOf(drawn: HTMLCanvasElement, { name, type }: File): Promise<File> {
	const blob = await new Promise<Blob | null>((resolve) => drawn.toBlob(resolve, type, 0.9));
	if (!blob) throw new Error('the browser wrote no picture');
	return new File([blob], name, { type: blob.type });
}

function canvas(width: number, height: number): HTMLCanvasElement {
	return Object.assign(document.createElement('canvas'), { width, height });
}

function paint(on: HTMLCanvasElement): CanvasRenderingContext2D {
	const context = on.getContext('2d');
	if (!context) throw new Error('this browser cannot draw');
	return context;
}
