/** Pictures for those who cannot read yet: four in a row are a code, one in a frame is a pupil's sign. */

export const pictures = [
	'sun',
	'moon',
	'star',
	'heart',
	'house',
	'tree',
	'fish',
	'boat',
	'flower',
	'apple',
	'key',
	'umbrella',
] as const;
export type Picture = (typeof pictures)[number];

export const frames = ['circle', 'square', 'triangle', 'diamond', 'hexagon'] as const;
export type Frame = (typeof frames)[number];

/** Pictures in a row that open the door. */
export const picturesOfCode = 4;

/** Signs of one class: each picture in each frame. */
export const signs = pictures.length * frames.length;

/** What a sign shows. */
export function signShown(sign: number): { readonly picture: Picture; readonly frame: Frame } {
	return {
		picture: pictures[sign % pictures.length] ?? 'sun',
		frame: frames[Math.floor(sign / pictures.length)] ?? 'circle',
	};
}
