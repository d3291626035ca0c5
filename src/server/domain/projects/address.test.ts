import { expect, test } from 'vitest';
import { newShortId } from '#platform/ids';
import { addressOf, shortIdOf } from './address.ts';

test('the address says the title in plain letters and ends with the short id', () => {
	expect(addressOf('Pão dos dois lados do mar', '7k2m9x4q')).toBe('pao-dos-dois-lados-do-mar-7k2m9x4q');
	expect(addressOf('Smørrebrød & l’été', '7k2m9x4q')).toBe('smorrebrod-l-ete-7k2m9x4q');
});

test('a title of another script is written in plain letters; none leaves the short id alone', () => {
	expect(addressOf('Ψωμί και θάλασσα', '7k2m9x4q')).toBe('psomi-kai-thalassa-7k2m9x4q');
	expect(addressOf('', '7k2m9x4q')).toBe('7k2m9x4q');
});

test('a long title ends at a word', () => {
	const address = addressOf('measuring '.repeat(12), '7k2m9x4q');
	expect(address).toBe('measuring-measuring-measuring-measuring-measuring-measuring-7k2m9x4q');
});

test('the short id is found again whatever the words before it', () => {
	for (let round = 0; round < 100; round++) {
		const id = newShortId();
		expect(shortIdOf(addressOf('Any title', id))).toBe(id);
		expect(shortIdOf(id)).toBe(id);
	}
	expect(shortIdOf('found')).toBeUndefined();
	expect(shortIdOf('growing-bread')).toBeUndefined();
	expect(shortIdOf('x7k2m9x4q')).toBeUndefined();
});
