/**
 * Maps drawn from data: outlines and points on the globe become paths and places on a sheet. Pure, so that pages,
 * prints and tests draw the same map; no tile and no script from anywhere is asked.
 */

export type Point = { readonly longitude: number; readonly latitude: number };
/** A closed line of longitudes and latitudes, in degrees. */
export type Ring = readonly (readonly [longitude: number, latitude: number])[];

/** Where something stands on a sheet. */
export type Spot = { readonly x: number; readonly y: number };

/** A piece of the globe laid flat: `land` is an SVG path in a box of `width` times `height`. */
export type Sheet = {
	readonly width: number;
	readonly height: number;
	readonly land: string;
	/** Where a point lies on the sheet; undefined when it is not on it. */
	readonly spot: (point: Point) => Spot | undefined;
};

/** The longer side of every sheet. */
const side = 640;
const margin = 14;
/** Land within so many degrees belongs on one sheet; what is farther gets a sheet of its own. */
const together = 1.5;

/**
 * The sheets of a country, the mainland first: islands near it stand on its sheet, those across an ocean have their
 * own, so that neither is drawn too small to be found.
 */
export function sheetsOf(rings: readonly Ring[]): Sheet[] {
	return clustersOf(rings).map((cluster) => sheetOf(cluster));
}

/** All rings on one sheet, without those outside the frame, where one is given. */
export function sheetOf(rings: readonly Ring[], frame?: Box): Sheet {
	const box = frame ?? boxOf(rings.flat());
	const flat = flattened({
		longitude: (box.west + box.east) / 2,
		latitude: (box.south + box.north) / 2,
	});
	const shown = rings.filter((ring) => touches(boxOf(ring), box, 0));
	const points = shown.map((ring) => ring.map(([longitude, latitude]) => flat({ longitude, latitude })));
	const bounds = boundsOf(frame ? edgesOf(frame).map(flat) : points.flat());
	const scale = (side - 2 * margin) / Math.max(bounds.right - bounds.left, bounds.bottom - bounds.top);
	const set = ({ x, y }: Spot): Spot => ({
		x: Math.round((x - bounds.left) * scale + margin),
		y: Math.round((y - bounds.top) * scale + margin),
	});
	const near = grown(box, 0.5);
	return {
		width: Math.round((bounds.right - bounds.left) * scale + 2 * margin),
		height: Math.round((bounds.bottom - bounds.top) * scale + 2 * margin),
		land: points.map((ring) => pathOf(ring.map(set))).join(''),
		spot: (point) => (isIn(point, near) ? set(flat(point)) : undefined),
	};
}

/** The first sheet a point lies on. */
export function sheetWith(
	sheets: readonly Sheet[],
	point: Point,
): { readonly sheet: Sheet; readonly spot: Spot } | undefined {
	for (const sheet of sheets) {
		const spot = sheet.spot(point);
		if (spot) return { sheet, spot };
	}
	return undefined;
}

export type Dot = Spot & { readonly radius: number };

/** Large enough to be seen, and the area grows with the number. */
export function radiusFor(count: number, most: number): number {
	const [least, largest] = [6, 26];
	return Math.round((least + (largest - least) * Math.sqrt((count - 1) / Math.max(most - 1, 1))) * 10) / 10;
}

export type Box = {
	readonly west: number;
	readonly east: number;
	readonly south: number;
	readonly north: number;
};

function clustersOf(rings: readonly Ring[]): Ring[][] {
	const clusters: { rings: Ring[]; boxes: Box[] }[] = [];
	for (const ring of rings) {
		const box = boxOf(ring);
		const near = clusters.filter(({ boxes }) => boxes.some((other) => touches(box, other, together)));
		const [first, ...others] = near;
		if (!first) {
			clusters.push({ rings: [ring], boxes: [box] });
			continue;
		}
		for (const other of others) {
			first.rings.push(...other.rings);
			first.boxes.push(...other.boxes);
			clusters.splice(clusters.indexOf(other), 1);
		}
		first.rings.push(ring);
		first.boxes.push(box);
	}
	return clusters.map((cluster) => cluster.rings);
}

/** Lambert's equal-area projection round a middle: countries keep their size and, near the middle, their shape. */
function flattened(middle: Point): (point: Point) => Spot {
	const [sin0, cos0] = [Math.sin(radians(middle.latitude)), Math.cos(radians(middle.latitude))];
	return ({ longitude, latitude }) => {
		const turn = radians(longitude - middle.longitude);
		const [sin, cos] = [Math.sin(radians(latitude)), Math.cos(radians(latitude))];
		const k = Math.sqrt(2 / (1 + sin0 * sin + cos0 * cos * Math.cos(turn)));
		return { x: k * cos * Math.sin(turn), y: -k * (cos0 * sin - sin0 * cos * Math.cos(turn)) };
	};
}

function radians(degrees: number): number {
	return (degrees * Math.PI) / 180;
}

/** Steps from point to point, without those too small to be seen; nothing for land that is a mere point here. */
function pathOf(points: readonly Spot[]): string {
	let [x, y] = [NaN, NaN];
	let path = '';
	let steps = 0;
	for (const point of points) {
		if (point.x === x && point.y === y) continue;
		path += path === '' ? `M${point.x} ${point.y}l` : `${point.x - x} ${point.y - y} `;
		[x, y] = [point.x, point.y];
		steps += 1;
	}
	return steps < 3 ? '' : `${path.trim()}z`;
}

function boxOf(ring: Ring): Box {
	let box: Box = { west: Infinity, east: -Infinity, south: Infinity, north: -Infinity };
	for (const [longitude, latitude] of ring) {
		box = {
			west: Math.min(box.west, longitude),
			east: Math.max(box.east, longitude),
			south: Math.min(box.south, latitude),
			north: Math.max(box.north, latitude),
		};
	}
	return box;
}

function grown({ west, east, south, north }: Box, by: number): Box {
	return { west: west - by, east: east + by, south: south - by, north: north + by };
}

function touches(one: Box, other: Box, within: number): boolean {
	const near = grown(one, within);
	return (
		near.west <= other.east &&
		near.east >= other.west &&
		near.south <= other.north &&
		near.north >= other.south
	);
}

function isIn({ longitude, latitude }: Point, { west, east, south, north }: Box): boolean {
	return longitude >= west && longitude <= east && latitude >= south && latitude <= north;
}

/** The edges of a frame as points: a straight edge of degrees is bent on the sheet. */
function edgesOf({ west, east, south, north }: Box): Point[] {
	const middle = (west + east) / 2;
	return [west, middle, east].flatMap((longitude) =>
		[south, north].map((latitude) => ({ longitude, latitude })),
	);
}

function boundsOf(spots: readonly Spot[]) {
	return {
		left: Math.min(...spots.map(({ x }) => x)),
		right: Math.max(...spots.map(({ x }) => x)),
		top: Math.min(...spots.map(({ y }) => y)),
		bottom: Math.max(...spots.map(({ y }) => y)),
	};
}
