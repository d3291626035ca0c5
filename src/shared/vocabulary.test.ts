import { expect, test } from 'vitest';
import { t } from '#messages/places';
import { inLocale } from '#platform/messages';
import { languageName } from '#shared/format';
import { locales } from '#shared/locales';
import { languageLevels, languages, schoolLevels, schoolRoles, subjects } from '#shared/vocabulary';

test.each(locales)('every word of the field has a name in %s', (locale) => {
	inLocale(locale, () => {
		const names = [
			...subjects.map((code) => t(`places.subject.${code}`)),
			...schoolLevels.map((code) => t(`places.level.${code}`)),
			...schoolRoles.map((code) => t(`places.role.${code}`)),
			...languageLevels.map((code) => t(`places.language-level.${code}`)),
		];
		expect(names.every((name) => name.length > 1)).toBe(true);
	});
});

test.each(locales)('every language that can be chosen has a name in %s', (locale) => {
	const unnamed = languages.filter((code) => languageName(code, locale) === code);
	expect(unnamed).toEqual([]);
});
