import { describe, expect, test } from 'vitest';
import { clothOf, yarnOf, yarnsOf, YARNS } from './weave.ts';

describe('the weave', () => {
	test('the same project has the same cloth everywhere', () => {
		expect(clothOf('0193f3a1', ['PT', 'IT'])).toEqual(clothOf('0193f3a1', ['PT', 'IT']));
	});

	test('two projects of the same countries can be told apart', () => {
		const cloths = ['a1', 'b2', 'c3', 'd4'].map((id) => JSON.stringify(clothOf(id, ['PT', 'IT'])));
		expect(new Set(cloths).size).toBeGreaterThan(1);
	});

	test('a new partner adds a thread and changes none of the others', () => {
		const before = yarnsOf(['PT', 'IT', 'TR']);
		expect(yarnsOf(['PT', 'IT', 'TR', 'DK']).slice(0, 3)).toEqual(before);
	});

	test('twelve countries have twelve colours, two schools of one country the same', () => {
		const countries = ['PT', 'IT', 'TR', 'DK', 'FR', 'PL', 'RO', 'GR', 'EE', 'UA', 'MT', 'LB'];
		expect(new Set(yarnsOf(countries)).size).toBe(YARNS);
		expect(yarnsOf(['IT', 'IT'])).toEqual([yarnOf('IT'), yarnOf('IT')]);
	});

	test('a thing without schools has a cloth too', () => {
		expect(clothOf('0193f3a1', []).strands.length).toBeGreaterThan(0);
	});

	test('every crossing shows exactly one thread', () => {
		const { size, strands } = clothOf('0193f3a7', ['PT', 'IT', 'TR']);
		const shown = strands.reduce((sum, strand) => sum + lengthOf(strand.path), 0);
		expect(shown).toBe((size / 8) * size);
	});
});

/** The summed length of the stretches "M4 0V16M12 8V24". */
function lengthOf(path: string): number {
	return [...path.matchAll(/M(\d+) (\d+)([HV])(\d+)/g)].reduce(
		(sum, [, x, y, way, end]) => sum + Number(end) - Number(way === 'H' ? x : y),
		0,
	);
}
