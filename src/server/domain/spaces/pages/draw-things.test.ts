import { expect, test } from 'vitest';
import { inLocale } from '#platform/messages';
import type { Locale } from '#shared/locales';
import { drawEmbed } from './draw-things.ts';

const aMap = { id: 'b1', provider: 'openstreetmap', key: '12/41.14/-8.61', title: 'Where we stand' };
/** What the frame holds before anybody asks for more. */
const insideIn = (locale: Locale) => {
	const drawn = inLocale(locale, () => drawEmbed(aMap, locale, true));
	const written = /srcdoc="([^"]*)"/.exec(drawn)?.[1] ?? '';
	return ['&lt; <', '&gt; >', '&quot; "', '&amp; &'].reduce((text, each) => {
		const [mark = '', letter = ''] = each.split(' ');
		return text.replaceAll(mark, letter);
	}, written);
};

test('the question inside of the frame runs in the direction of its language', () => {
	expect(insideIn('ar')).toContain('<html lang="ar" dir="rtl">');
	expect(insideIn('en')).toContain('<html lang="en" dir="ltr">');
});

test('the frame holds a link and loads nothing by itself', () => {
	expect(insideIn('en')).not.toMatch(/<(?:script|iframe|img|link|object)\b|\bsrc=|http-equiv/);
	expect(insideIn('en')).toContain('href="https://www.openstreetmap.org/');
});
