import { afterEach, expect, test } from 'vitest';
import { direction, fallbackOf, isLocale, localeFromAcceptLanguage, ownNameOf } from '#shared/locales';

afterEach(() => {
	delete process.env['OPENTWINNING_PSEUDO_LOCALE'];
});

test.each([
	['da-DK,da;q=0.9,en;q=0.8', 'da'],
	['ar-JO', 'ar'],
	['en;q=0.3, fr;q=0.7', 'fr'],
	['pt-PT, pl;q=0.9', 'en'],
	['fr;q=0, da', 'da'],
	['FR-be', 'fr'],
	['*', 'en'],
	['', 'en'],
	[null, 'en'],
	[';;q=x,,', 'en'],
] as const)('a browser that asks for %j is answered in %s', (header, locale) => {
	expect(localeFromAcceptLanguage(header)).toBe(locale);
});

test('Arabic is written from right to left and falls back to English', () => {
	expect(direction('ar')).toBe('rtl');
	expect(ownNameOf('ar')).toBe('العربية');
	expect(fallbackOf('ar')).toEqual(['en']);
});

test('the pseudo-locale is offered only where a test asks for it', () => {
	expect(isLocale('en-XA')).toBe(false);
	process.env['OPENTWINNING_PSEUDO_LOCALE'] = '1';
	expect(isLocale('en-XA')).toBe(true);
	expect(isLocale('de')).toBe(false);
});
