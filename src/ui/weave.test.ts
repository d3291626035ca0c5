import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { clothOf, yarnOf, yarnsOf, YARNS } from './weave.ts';
import { linen, weavePicture, yarns } from './weave-picture.ts';

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

describe('the cover as a picture of its own', () => {
	test('it has the colours of the house by day, and not a word', () => {
		const tokens = readFileSync(new URL('./styles/tokens.css', import.meta.url), 'utf8');
		const byDay = (name: string) => new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(tokens)?.[1];
		expect([linen, ...yarns]).toEqual([byDay('linen'), ...yarns.map((_, place) => byDay(`yarn-${place}`))]);
		const svg = weavePicture('0193f3a7', ['PT', 'DK']);
		expect(svg).toContain('width="1200" height="630"');
		expect(svg.replace(/<[^>]*>/g, '')).toBe('');
	});
});

/** The summed length of the stretches "M4 0V16M12 8V24". */
function lengthOf(path: string): number {
	return [...path.matchAll(/M(\d+) (\d+)([HV])(\d+)/g)].reduce(
		(sum, [, x, y, way, end]) => sum + Number(end) - Number(way === 'H' ? x : y),
		0,
	);
}
