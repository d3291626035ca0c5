/** Drawings for those who cannot read yet: filled, on a grid of 24, each in a colour of its own on white. */
import type { Frame, Picture } from '#shared/pictures';

export const drawings: Readonly<Record<Picture, { readonly path: string; readonly fill: string }>> = {
	sun: {
		path: 'M12 7a5 5 0 1 1 0 10a5 5 0 0 1 0-10M11 1.5h2v3.5h-2zM11 19h2v3.5h-2zM1.5 11h3.5v2H1.5zM19 11h3.5v2H19zM4 5.4L5.4 4l2.5 2.5l-1.4 1.4zM16.1 17.5l1.4-1.4L20 18.6L18.6 20zM18.6 4L20 5.4l-2.5 2.5l-1.4-1.4zM6.5 16.1l1.4 1.4L5.4 20L4 18.6z',
		fill: '#b87400',
	},
	moon: { path: 'M15 2a10 10 0 1 0 6.5 15.5A8.5 8.5 0 0 1 15 2z', fill: '#3b4a8f' },
	star: { path: 'M12 2l3 7h7l-5.6 4.6L18.5 21L12 16.6L5.5 21l2.1-7.4L2 9h7z', fill: '#a8620a' },
	heart: { path: 'M12 21C4 15 2 11.5 2 8a5 5 0 0 1 10-1.5A5 5 0 0 1 22 8c0 3.5-2 7-10 13z', fill: '#c02c43' },
	house: { path: 'M12 2.5L2 11.5h3V21h5v-6h4v6h5v-9.5h3z', fill: '#8a4a2f' },
	tree: { path: 'M12 1.5l6.5 8h-3l4.5 6h-6.5V22h-3v-6.5H4l4.5-6h-3z', fill: '#1f7a45' },
	fish: {
		path: 'M2 12c3-5 9-6.5 14-2.5L22 5.5v13l-6-4C11 18.5 5 17 2 12zM7 9.8a1.3 1.3 0 1 0 0 2.6a1.3 1.3 0 0 0 0-2.6z',
		fill: '#1769a5',
	},
	boat: { path: 'M11 2v13H3zM13 5l7 10h-7zM2 17h20l-3.5 5h-13z', fill: '#0b6b67' },
	flower: {
		path: 'M12 2.2a3.3 3.3 0 1 1 0 6.6a3.3 3.3 0 0 1 0-6.6zM18 6.4a3.3 3.3 0 1 1 0 6.6a3.3 3.3 0 0 1 0-6.6zM15.8 13.2a3.3 3.3 0 1 1 0 6.6a3.3 3.3 0 0 1 0-6.6zM8.2 13.2a3.3 3.3 0 1 1 0 6.6a3.3 3.3 0 0 1 0-6.6zM6 6.4a3.3 3.3 0 1 1 0 6.6a3.3 3.3 0 0 1 0-6.6zM12 9.2a2.4 2.4 0 1 1 0 4.8a2.4 2.4 0 0 1 0-4.8z',
		fill: '#a03a8e',
	},
	apple: {
		path: 'M12 7c2-1.6 9-2 9 5c0 5-4 10-6.5 10c-1 0-1.6-.6-2.5-.6s-1.5.6-2.5.6C7 22 3 17 3 12c0-7 7-6.6 9-5zM12.6 5.5C12.6 3 14 1.5 16.5 1.5C16.5 4 15 5.5 12.6 5.5z',
		fill: '#3f7d1e',
	},
	key: {
		path: 'M7 7a5 5 0 1 1 0 10A5 5 0 0 1 7 7zM7 10a2 2 0 1 0 0 4a2 2 0 0 0 0-4zM11.9 10.5H22V17h-3v-3.5h-2V16h-3v-2.5h-2.1z',
		fill: '#5d5a1c',
	},
	umbrella: {
		path: 'M12 2c6 0 10 4.5 10 10H2C2 6.5 6 2 12 2zM11 12h2v7a3 3 0 0 1-6 0h2a1 1 0 0 0 2 0z',
		fill: '#7440a8',
	},
};

/** What stands around a picture, on a grid of 48, and where in it the picture stands. */
export const frameDrawings: Readonly<
	Record<Frame, { readonly path: string; readonly at: readonly [x: number, y: number, scale: number] }>
> = {
	circle: { path: 'M24 2a22 22 0 1 1 0 44a22 22 0 0 1 0-44z', at: [11.4, 11.4, 1.05] },
	square: { path: 'M3 3h42v42H3z', at: [9, 9, 1.25] },
	triangle: { path: 'M24 2L47 45H1z', at: [14.4, 22.5, 0.8] },
	diamond: { path: 'M24 1L47 24L24 47L1 24z', at: [13.2, 13.2, 0.9] },
	hexagon: { path: 'M13 4h22l12 20l-12 20H13L1 24z', at: [11.4, 11.4, 1.05] },
};
