import { expect, test } from 'vitest';
import { inLocale } from '#platform/messages';
import { locales } from '#shared/locales';
import { noticeKinds } from '#shared/notice-kinds';
import { noticeText } from './texts.ts';
import en from '../../../../messages/en/notices.json' with { type: 'json' };

/** Every name that stands in braces in the English texts of a kind, with some value. */
function valuesOf(kind: string): Record<string, string> {
	const texts = Object.entries(en).filter(([key]) => key.startsWith(`notices.${kind}.`));
	const names = texts.flatMap(([, text]) => [...text.matchAll(/\{(\w+)/g)].map((match) => match[1] ?? ''));
	return Object.fromEntries(names.map((name) => [name, '1']));
}

test.each(noticeKinds)('the notice %s has its words in every language', (kind) => {
	for (const locale of locales) {
		const { subject, body } = inLocale(locale, () => noticeText(kind, valuesOf(kind)));
		expect(subject.length).toBeGreaterThan(3);
		expect(body.length).toBeGreaterThan(10);
		expect(subject + body).not.toMatch(/[{}]/);
	}
});
