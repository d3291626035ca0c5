import { expect, test } from 'vitest';
import { formatMessage, type MessageValues } from '#shared/message-format';
import type { Locale } from '#shared/locales';
import { pseudo } from '#shared/pseudo-locale';
import { parseMessage } from './message-parser.ts';

function write(text: string, values: MessageValues = {}, locale: Locale = 'en'): string {
	return formatMessage(parseMessage(text), locale, values);
}

const partners =
	'{n, plural, zero {لا شركاء} one {شريك واحد} two {شريكان} few {# شركاء} many {# شريكًا} other {# شريك}}';

test.each([
	[0, 'لا شركاء'],
	[1, 'شريك واحد'],
	[2, 'شريكان'],
	[5, '5 شركاء'],
	[11, '11 شريكًا'],
	[100, '100 شريك'],
])('Arabic counts %i partners with the plural it asks for', (n, expected) => {
	expect(write(partners, { n }, 'ar')).toBe(expected);
});

test('an exact number goes before the plural, and an offset is taken off what is shown', () => {
	const text = '{n, plural, offset:1 =0 {nobody} =1 {you} one {you and # other} other {you and # others}}';
	expect([0, 1, 2, 5].map((n) => write(text, { n }))).toEqual([
		'nobody',
		'you',
		'you and 1 other',
		'you and 4 others',
	]);
});

test('a choice takes its branch, an unknown one the branch for others', () => {
	const text = '{kind, select, school {the school} other {something} } of {place}';
	expect(write(text, { kind: 'school', place: 'Porto' })).toBe('the school of Porto');
	expect(write(text, { kind: 'toString', place: 'Porto' })).toBe('something of Porto');
});

test('numbers are written as the language writes them, plain arguments stay as they are', () => {
	expect(write('{n, number} in {year}', { n: 12345.5, year: 2027 })).toBe('12,345.5 in 2027');
	expect(write('{n, number} en {year}', { n: 12345.5, year: 2027 }, 'da')).toBe('12.345,5 en 2027');
	expect(write('{share, number, percent}', { share: 0.5 })).toBe('50%');
});

test('a name in the other direction is isolated from the sentence, an address is not', () => {
	expect(write('مرحبًا {name}', { name: 'Inês' }, 'ar')).toBe('مرحبًا \u2068Inês\u2069');
	expect(write('مرحبًا {name}', { name: 'ليلى' }, 'ar')).toBe('مرحبًا ليلى');
	expect(write('Hello {name}', { name: 'ليلى' })).toBe('Hello \u2068ليلى\u2069');
	expect(write('Hello {name}', { name: 'Inês' })).toBe('Hello Inês');
	expect(write('{link}', { link: 'https://example.org/' }, 'ar')).toBe('https://example.org/');
});

test('angle brackets and apostrophes are ordinary text', () => {
	expect(write('it isn’t < {n}', { n: 3 })).toBe('it isn’t < 3');
});

test('dates and unknown kinds of numbers are refused with a sentence', () => {
	expect(() => parseMessage('{when, date}')).toThrow('#shared/format');
	expect(() => parseMessage('{n, number, ::currency/EUR}')).toThrow('a number in a message is');
});

test('the pseudo-locale shows where a text begins and ends, accents it and leaves its values alone', () => {
	const message = pseudo(parseMessage('Invite {name}'));
	expect(formatMessage(message, 'en-XA', { name: 'Inês' })).toBe('[Îîñṽîîţéé Inês]');
	expect(pseudo('Save')).toBe('[Šååṽéé]');
});
