import { expect, test } from 'vitest';
import { Dictionary } from './dictionary.ts';
import { slipsBetween } from './near-words.ts';
import { chance } from './chance.ts';

test.each([
	['garcia', 'gracia', 1],
	['etwining', 'etwinning', 1],
	['matematics', 'mathematics', 1],
	['matematiks', 'mathematics', 2],
	['freja', 'frej', 1],
	['freja', 'feja', 1],
	['skovbake', 'skovbakkeskolen', 1],
	// short words are not guessed, and the first letter must be right where two slips are allowed
	['ana', 'anna', undefined],
	['papadaki', 'bapodaki', undefined],
	['papadaki', 'bapadaki', 1],
	['freja', 'freja', undefined],
	['porto', 'pisa', undefined],
])('%s and %s', (typed, other, slips) => {
	expect(slipsBetween(typed, other)).toBe(slips);
});

test('a dictionary finds what a word by word comparison finds', () => {
	const { next } = chance(7);
	const letters = 'abcde';
	const word = (least: number) =>
		Array.from({ length: least + next(8) }, () => letters[next(letters.length)]).join('');
	for (let turn = 0; turn < 60; turn++) {
		const words = [...new Set(Array.from({ length: 300 }, () => word(1)))].sort();
		const starts = Uint32Array.from([
			0,
			...words.map((_, place) => words.slice(0, place + 1).join('').length),
		]);
		const dictionary = new Dictionary(starts, Buffer.from(words.join('')));
		const typed = word(3);
		const expected = words.flatMap((other, place) => {
			const slips = slipsBetween(typed, other);
			return slips === undefined ? [] : [{ place, slips }];
		});
		expect(dictionary.near(typed)).toEqual(expected);
		const { from, to, whole } = dictionary.rangeOf(typed.slice(0, 2));
		expect(words.slice(from, to)).toEqual(words.filter((other) => other.startsWith(typed.slice(0, 2))));
		expect(whole).toBe(words.includes(typed.slice(0, 2)));
	}
});
