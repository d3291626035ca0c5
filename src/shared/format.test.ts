import { expect, test } from 'vitest';
import {
	countryName,
	formatDate,
	formatDateTime,
	formatFileSize,
	formatLine,
	formatList,
	formatMonth,
	formatNumber,
	formatPlace,
	formatRelative,
	formatTime,
	inAlphabet,
	languageName,
} from '#shared/format';

const lateEvening = new Date('2027-03-14T23:30:00Z');

test('a moment falls on the day that it is in the reader’s zone', () => {
	expect(formatDate(lateEvening, 'en', 'Europe/Lisbon')).toBe('14 March 2027');
	expect(formatDate(lateEvening, 'en', 'Europe/Athens')).toBe('15 March 2027');
	expect(formatDate(lateEvening, 'da', 'Europe/Athens', 'short')).toBe('15.03.2027');
});

test('a month is named in the reader’s language', () => {
	expect(formatMonth('2027-03', 'da')).toBe('marts 2027');
});

test('times are written as each language writes them', () => {
	expect(formatTime(lateEvening, 'da', 'Europe/Copenhagen')).toBe('00.30');
	expect(formatDateTime(lateEvening, 'en', 'UTC')).toBe('14 March 2027 at 23:30');
});

test.each([
	['2027-03-14T23:29:40Z', 'now'],
	['2027-03-14T23:20:00Z', '10 minutes ago'],
	['2027-03-15T01:30:00Z', 'in 2 hours'],
	['2027-03-13T20:30:00Z', 'yesterday'],
	['2027-02-28T23:30:00Z', '2 weeks ago'],
	['2025-03-01T23:30:00Z', '2 years ago'],
])('%s is %s', (moment, expected) => {
	expect(formatRelative(new Date(moment), lateEvening, 'en')).toBe(expected);
});

test('numbers and sizes carry the separators and units of the language', () => {
	expect(formatNumber(1234567.5, 'da')).toBe('1.234.567,5');
	expect(formatNumber(1234567, 'ar')).toBe('1,234,567');
	expect(formatFileSize(2_412_345, 'fr')).toMatch(/^2,4\sMo$/);
	expect(formatFileSize(0, 'en')).toBe('0 bytes');
	expect(formatFileSize(5e14, 'en')).toBe('500 TB');
});

test('lists are joined as they are spoken, names of another script kept apart', () => {
	expect(formatList(['Italy', 'Portugal', 'Türkiye'], 'en')).toBe('Italy, Portugal and Türkiye');
	expect(formatList(['A', 'B'], 'da', 'or')).toBe('A eller B');
	expect(formatList(['تونس', 'Porto'], 'ar')).toBe('تونس و\u2068Porto\u2069');
});

test('places and lines keep their order in a page of the other direction', () => {
	expect(formatPlace(['Porto', undefined, 'Portugal'], 'en')).toBe('Porto, Portugal');
	expect(formatPlace(['Porto', 'البرتغال'], 'ar')).toBe('\u2068Porto\u2069، البرتغال');
	expect(formatLine(['Escola da Ribeira', null, '2 days ago'], 'en')).toBe('Escola da Ribeira · 2 days ago');
});

test('countries and languages have names in the reader’s language', () => {
	expect(countryName('PT', 'da')).toBe('Portugal');
	expect(countryName('XK', 'fr')).toBe('Kosovo');
	expect(languageName('pt', 'ar')).toBe('البرتغالية');
});

test('names are ordered as a dictionary of the language orders them', () => {
	expect(['Å', 'Z', 'A'].sort(inAlphabet('da'))).toEqual(['A', 'Z', 'Å']);
	expect(['é', 'z', 'e'].sort(inAlphabet('fr'))).toEqual(['e', 'é', 'z']);
});
