import { expect, test } from 'vitest';
import { inPieces } from './web-addresses.ts';

const addressesIn = (text: string) => inPieces(text).flatMap((piece) => piece.address ?? []);

test('an address is found without the sentence around it', () => {
	expect(inPieces('See https://example.org/river?a=1, then write.')).toEqual([
		{ text: 'See ' },
		{ text: 'https://example.org/river?a=1', address: 'https://example.org/river?a=1' },
		{ text: ', then write.' },
	]);
	expect(addressesIn('(http://example.org) “https://example.org/a”')).toEqual([
		'http://example.org/',
		'https://example.org/a',
	]);
	expect(addressesIn('انظر https://example.org/نهر، ثم اكتب')).toHaveLength(1);
});

test('what runs, hides where it leads or is no address stays text', () => {
	for (const text of [
		'javascript:alert(1)',
		'https://user:word@example.org',
		'http://localhost/x',
		'https://',
		'data:text/html,x',
		'example.org',
	]) {
		expect(inPieces(text), text).toEqual([{ text }]);
	}
});

test('no sign of the text is lost', () => {
	const text = 'a https://example.org. b\nhttps://example.org/\n';
	expect(
		inPieces(text)
			.map((piece) => piece.text)
			.join(''),
	).toBe(text);
	expect(inPieces('')).toEqual([]);
});
