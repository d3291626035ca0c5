import { expect, test } from 'vitest';
import { radiusFor, sheetOf, sheetsOf, sheetWith, type Ring } from './map.ts';

const square = (west: number, south: number, size: number): Ring => [
	[west, south],
	[west + size, south],
	[west + size, south + size],
	[west, south + size],
];
const mainland = square(-9, 37, 5);
const nearIsland = square(-3.2, 38, 1);
const farIsland = square(-28, 38, 1);

test('islands near the land stand on its sheet, those across an ocean on their own', () => {
	const sheets = sheetsOf([mainland, nearIsland, farIsland]);
	expect(sheets).toHaveLength(2);
	expect(sheets[0]?.land.match(/M/g)).toHaveLength(2);
	const onIsland = sheetWith(sheets, { longitude: -27.5, latitude: 38.5 });
	expect(onIsland?.sheet).toBe(sheets[1]);
	expect(sheetWith(sheets, { longitude: 20, latitude: 60 })).toBeUndefined();
});

test('land too small to be drawn leaves nothing behind that would end the path', () => {
	const sheet = sheetOf([square(0, 40, 30), square(40, 50, 0.01)]);
	expect(sheet.land).toMatch(/^M\d+ \d+l(-?\d+ -?\d+ ?)+z$/);
});

test('north is up, east is right, and everything fits its sheet', () => {
	const sheet = sheetOf([mainland]);
	const north = sheet.spot({ longitude: -6.5, latitude: 42 });
	const south = sheet.spot({ longitude: -6.5, latitude: 37 });
	const east = sheet.spot({ longitude: -4, latitude: 39.5 });
	if (!north || !south || !east) throw new Error('not on the sheet');
	expect(north.y).toBeLessThan(south.y);
	expect(east.x).toBeGreaterThan(north.x);
	for (const { x, y } of [north, south, east]) {
		expect(x).toBeGreaterThanOrEqual(0);
		expect(x).toBeLessThanOrEqual(sheet.width);
		expect(y).toBeGreaterThanOrEqual(0);
		expect(y).toBeLessThanOrEqual(sheet.height);
	}
});

test('a degree of longitude is shorter in the north', () => {
	const width = (latitude: number) => {
		const sheet = sheetOf([square(10, 35, 30)]);
		const west = sheet.spot({ longitude: 24, latitude });
		const east = sheet.spot({ longitude: 26, latitude });
		return (east?.x ?? 0) - (west?.x ?? 0);
	};
	expect(width(64)).toBeLessThan(width(36) * 0.75);
});

test('four times as many make a dot of twice the width beyond the smallest', () => {
	const grows = (count: number) => radiusFor(count, 101) - radiusFor(1, 101);
	expect(grows(101)).toBeCloseTo(2 * grows(26), 5);
});
