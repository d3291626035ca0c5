import { expect, test } from 'vitest';
import type { FileLook } from './loading/look-at-file.ts';
import { completed, guessedEntry } from './mapping-guesses.ts';
import { mappingForm } from './mapping.ts';

test.each([
	['one file', ['a.csv'], '', ''],
	['a table beside a page of words', ['list.csv', 'read-me.pdf'], '', 'list.csv'],
	['a table for each region', ['nord.csv', 'read-me.pdf', 'sud.CSV'], '', '*.csv'],
	['tables of two kinds', ['a.csv', 'b.json'], '', ''],
	['no table at all', ['a.pdf', 'b.pdf'], '', ''],
	['what was chosen', ['a.csv', 'b.csv'], 'b.csv', 'b.csv'],
	['all that were chosen', ['a.json', 'b.csv', 'c.csv'], '*.csv', '*.csv'],
	['a file of the last edition that is gone', ['2032.csv', 'notes.pdf'], '2031.csv', '2032.csv'],
] as const)('of an archive with %s', (_what, files, chosen, expected) => {
	expect(guessedEntry(chosen, files)).toBe(expected);
});

test.each([
	['Infantil y primaria', 'early-childhood+primary'],
	['SCUOLA INFANZIA', 'early-childhood'],
	['Základní škola a mateřská škola', 'early-childhood+primary'],
	['Escola primária com jardim de infância', 'early-childhood+primary'],
	['Basisschool', 'primary'],
	['Gimnazija', 'upper-secondary'],
	['Gymnázium', 'upper-secondary'],
	['Școala gimnazială', 'primary+lower-secondary'],
	['Mensa scolastica', 'none'],
	['Something', 'school'],
])('the kind “%s” is taken for %s', (value, expected) => {
	const look = { columns: [], values: () => [{ value, count: 1 }] } as unknown as FileLook;
	const mapping = mappingForm.parse({ kind: 'Kind' });
	expect(completed(mapping, look, { kinds: [], states: [] }).kindMeaning).toEqual([expected]);
});
