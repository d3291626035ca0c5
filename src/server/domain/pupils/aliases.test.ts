import { expect, test } from 'vitest';
import { locales } from '#shared/locales';
import { foldedAlias, longestAlias, proposeAliases } from './aliases.ts';

test.each(locales)('a class of sixty gets sixty different aliases in %s', (locale) => {
	const aliases = proposeAliases(60, locale);
	expect(new Set(aliases.map(foldedAlias)).size).toBe(60);
	for (const alias of aliases) expect(alias.length).toBeLessThanOrEqual(longestAlias);
});

test('an alias that is taken is not proposed again, whatever its case', () => {
	const taken = proposeAliases(300, 'en');
	const more = proposeAliases(
		60,
		'en',
		taken.map((alias) => alias.toUpperCase()),
	);
	const known = new Set(taken.map(foldedAlias));
	expect(more).toHaveLength(60);
	expect(more.filter((alias) => known.has(foldedAlias(alias)))).toEqual([]);
});
