import { expect, test } from 'vitest';
import { likeness, slipsBetween } from './likeness.ts';

test.each([
	['kitten', 'kitten', 0],
	['kitten', 'kittne', 1],
	['kitten', 'kiten', 1],
	['kitten', 'kittens', 1],
	['kitten', 'mitten', 1],
	['kitten', 'sitting', 3],
	['', 'abc', 3],
])('%s is %s with %i slips', (one, other, slips) => {
	expect(slipsBetween(one, other)).toBe(slips);
	expect(slipsBetween(other, one)).toBe(slips);
});

test('the word itself comes before longer words, and those before slips', () => {
	const fits = ['infanzia', 'infanziale', 'infanzai', 'prinfanzia', 'zia'].map((word) =>
		likeness('infanzia', word),
	);
	expect(fits[0]).toBe(1);
	expect(fits[0]).toBeGreaterThan(fits[1] ?? 1);
	expect(fits[1]).toBeGreaterThan(fits[2] ?? 1);
	expect(fits[2]).toBeGreaterThan(0.5);
	expect(fits[3]).toBeGreaterThan(0.5);
	expect(fits[4]).toBe(0);
});

test('half a word with a slip in it still fits', () => {
	expect(likeness('infnz', 'infanzia')).toBe(0);
	expect(likeness('infanxi', 'infanzia')).toBeGreaterThan(0.5);
	expect(likeness('skovbake', 'skovbakkeskolen')).toBeGreaterThan(0.5);
});

test('a word typed together with its neighbour fits both', () => {
	expect(likeness('jeanmoulin', 'moulin')).toBeGreaterThan(0.5);
	expect(likeness('jeanmoulin', 'jean')).toBeGreaterThan(0.5);
});

test('short words must be right', () => {
	expect(likeness('ab', 'ac')).toBe(0);
	expect(likeness('roma', 'rome')).toBeGreaterThan(0.5);
	expect(likeness('roma', 'lima')).toBe(0);
});
