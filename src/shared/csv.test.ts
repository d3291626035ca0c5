import { expect, test } from 'vitest';
import { parse } from 'csv-parse/sync';
import { csvOf } from './csv.ts';

const read = (csv: string, delimiter = ','): string[][] => parse(csv, { bom: true, delimiter });

test('every text comes back as it was written, whatever is in it', () => {
	const rows = [
		['plain', 'with "marks"', 'two\nlines', 'a, b; c'],
		['', 'عربي', 'é', '0042'],
	];
	expect(read(csvOf(rows, 'en'))).toEqual(rows);
	expect(read(csvOf(rows, 'fr'), ';')).toEqual(rows);
});

test('a cell that a spreadsheet would carry out as a formula is text', () => {
	const payloads = [
		'=1+1',
		'+1',
		'-1',
		'@SUM(A1)',
		'\t=1',
		'\r=1',
		'＝1+1',
		'＋1',
		'－1',
		'＠A1',
		'=HYPERLINK("https://evil.example")',
		'=cmd|"/c calc"!A1',
	];
	for (const [cell = ''] of read(
		csvOf(
			payloads.map((text) => [text]),
			'en',
		),
	))
		expect(cell.startsWith("'")).toBe(true);
});
