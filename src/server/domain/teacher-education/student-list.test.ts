import { expect, test } from 'vitest';
import { mostStudents } from './cohort.ts';
import { readStudentList } from './student-list.ts';

const ana = { name: 'Ana Silva', email: 'ana@uni.example' };

test.each([
	['as a mail program writes it', 'Ana Silva <ana@uni.example>'],
	['in quotation marks', '"Ana Silva" <ana@uni.example>,'],
	['the address first', 'ana@uni.example Ana Silva'],
	['in two columns', 'Ana Silva\tana@uni.example'],
	['in columns with more beside', 'Ana Silva;ana@uni.example;Licenciatura'],
	['first and last name apart', 'Ana\tSilva\tana@uni.example'],
	['last name first', 'Silva, Ana <ana@uni.example>'],
	['with commas between', 'Ana Silva, ana@uni.example'],
	['numbered', '12. Ana Silva ana@uni.example'],
	['with a dash', '- Ana Silva (ana@uni.example)'],
	['as a link', 'Ana Silva <mailto:ana@uni.example>'],
])('one person %s', (_, text) => {
	expect(readStudentList(text)).toEqual([{ line: 1, ...ana }]);
});

test('several people in a line, and lines of headings and nothing', () => {
	const text =
		'Name;E-mail\n\nAna Silva <ana@uni.example>; Rui Costa <rui@uni.example>\r\n  \nEva;eva@uni.example';
	expect(readStudentList(text)).toEqual([
		{ line: 3, ...ana },
		{ line: 3, name: 'Rui Costa', email: 'rui@uni.example' },
		{ line: 5, name: 'Eva', email: 'eva@uni.example' },
	]);
});

test.each([
	['Ana Silva', 'no-address'],
	['ana@uni.example', 'no-name'],
	['Ana Silva ana@uni', 'bad-address'],
	['Ana Silva ana@@uni.example', 'bad-address'],
] as const)('%s: %s', (text, problem) => {
	expect(readStudentList(text).map((person) => person.problem)).toEqual([problem]);
});

test('one address twice, however it is written, is said', () => {
	const found = readStudentList('Ana Silva <ana@uni.example>\nAna S. <ANA@uni.example>');
	expect(found.map((person) => person.problem)).toEqual([undefined, 'twice']);
});

test('more than a cohort may have are counted, and nothing takes long', () => {
	const lines = Array.from(
		{ length: 3000 },
		(_, place) => `Somebody ${'x'.repeat(80)} s${place}@uni.example`,
	);
	const found = readStudentList(lines.join('\n'));
	expect(found.filter((person) => person.problem === 'too-many')).toHaveLength(3000 - mostStudents);
	expect(readStudentList(`${'a@'.repeat(20_000)}`)).toHaveLength(1);
});
