import { expect, test } from 'vitest';
import type { Locale } from '#shared/locales';
import { textFindings } from './check.ts';
import { moduleSource } from './generate.ts';
import { tidied } from './tidy.ts';
import { dynamicCalls, emptyUsage, isUsed, noteUsage } from './usage.ts';

function judge(text: string, source = text, locale: Locale = 'en', key = 'garden.beds'): string[] {
	return textFindings({ part: 'garden', locale, key, text, english: { [key]: source } });
}

test('a good text passes', () => {
	expect(judge('{n, plural, one {# bed} other {# beds}}')).toEqual([]);
});

test.each([
	['<b>bold</b>', 'holds markup'],
	['', 'is empty or has space at an end'],
	['ends in space ', 'is empty or has space at an end'],
	["l'{n}", "has a straight ' (a trap in ICU texts): write ’"],
	['{n, plural, one {# bed}}', 'cannot be read: MISSING_OTHER_CLAUSE'],
	['{n, plural, other {# beds}}', 'lacks the plural one of {n}'],
])('%j is found wanting', (text, finding) => {
	expect(judge(text)).toContain(finding);
});

test('each language is asked for all its plurals, inside choices too', () => {
	const source = '{k, select, other {{n, plural, one {#} other {#}}}}';
	expect(judge(source, source, 'fr')).toEqual(['lacks the plural many of {n}']);
	expect(judge(source, source, 'ar')).toEqual(['lacks the plural zero, two, few, many of {n}']);
});

test('a translation takes the same values as English and no other keys', () => {
	expect(judge('{name}', '{place}', 'da')).toEqual(['takes {name} where English takes {place}']);
	const stray = { part: 'garden', locale: 'da', key: 'garden.x', text: 'x', english: {} } as const;
	expect(textFindings(stray)).toEqual(['is not an English message']);
	expect(judge('x', 'x', 'en', 'hut.door')).toEqual(['does not begin with garden.']);
});

test('texts keep to the words of the field', () => {
	expect(judge('Dear users!')).toEqual([
		'says !: better a calm sentence: no exclamation marks',
		'says users: better person or teacher',
	]);
	expect(judge('Øvelse for elever', 'x', 'da')).toEqual([]);
	expect(judge('الطلاب', 'x', 'ar')).toEqual(['says الطلاب: better تلميذ']);
});

test('keys are found as literals and as families, however they are called', () => {
	const usage = emptyUsage();
	noteUsage(
		usage,
		't(\'garden.beds.count\', { n }); const key = "garden.gate"; t(`garden.refusal.${reason}`)',
	);
	expect(isUsed(usage, 'garden.beds.count')).toBe(true);
	expect(isUsed(usage, 'garden.gate')).toBe(true);
	expect(isUsed(usage, 'garden.refusal.full')).toBe(true);
	expect(isUsed(usage, 'garden.beds.none')).toBe(false);
});

test('a key that is not a literal is found', () => {
	const code =
		"import { t } from '#messages/garden';\nt(key); t(\n\t'garden.gate'); t(open ? 'garden.a' : 'garden.b'); at(x)";
	expect(dynamicCalls(code)).toEqual(['t(key']);
});

test('the module of a part names the values of each message', () => {
	const source = moduleSource('garden', {
		'garden.gate': 'Gate',
		'garden.beds': '{n, plural, one {{name} has # bed} other {{name} has # beds}}',
	});
	expect(source).toContain(
		"\t'garden.beds': { n: number; name: string | number };\n\t'garden.gate': NoValues;",
	);
});

test('tidying orders the keys, mends apostrophes and keeps French signs with their words', () => {
	expect(tidied('{"b":"it\'s","a":"x"}', 'en')).toBe('{\n\t"a": "x",\n\t"b": "it’s"\n}\n');
	expect(tidied('{"a":"Qui ? {n}"}', 'fr')).toContain('Qui\u202f? {n}');
});
