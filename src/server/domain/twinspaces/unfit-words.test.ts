import { expect, test } from 'vitest';
import { cleanContent } from '#shared/rich-text/clean';
import { unfitWords } from './unfit-words.ts';

const guarded = {
	names: ['Inês Carvalho', 'Swift Heron', 'Ana Maria da Silva Lopes', 'ياسمين بن صالح', 'Zoë'],
	pupilsWords: ['My grandmother bakes with corn. Do you?', 'Hello you'],
};
let number = 0;
const page = (...texts: string[]) =>
	cleanContent(
		{ content: texts.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })) },
		() => `block${number++}`,
	);
const found = (text: string) => unfitWords('A title', page(text), guarded).map(({ problem }) => problem);

test.each([
	'Written by Inês Carvalho.',
	'INES CARVALHO and others',
	'Carvalho, Inês',
	'I\u200bnês Carval\u00adho',
	'Ine\u0302s\u00a0Carvalho',
	'by swift-heron',
	'SwiftHeron painted it',
	'Ana Lopes',
	'ana maria da silva lopes',
	'كتبتها يَاسمين بن صَالح',
	'thank you zoe',
])('a name is found however it is written: %s', (text) => {
	expect(found(text)).toEqual(['name']);
});

test.each([
	'Inêsita Carvalhosa',
	'A heron is swift',
	'The oak (carvalho) stands by the river',
	'zoé’s',
	'Ana and Maria',
])('other words are left alone: %s', (text) => {
	expect(found(text)).toEqual(text === 'zoé’s' ? ['name'] : []);
});

test("a pupil's sentence is found, a greeting is nobody's", () => {
	expect(found('One wrote: “my Grandmother bakes, with CORN” – lovely')).toEqual(['pupils-words']);
	expect(found('My grandmother bakes')).toEqual([]);
	expect(found('Hello you')).toEqual([]);
});

test('title, alternative texts and addresses of links are looked at, and the block is named', () => {
	const content = cleanContent(
		{
			content: [
				{ type: 'paragraph', content: [{ type: 'text', text: 'Fine' }] },
				{
					type: 'picture',
					attrs: { file: '01989f2e-0000-7000-8000-000000000001', alternative: 'Swift Heron at the river' },
				},
				{
					type: 'paragraph',
					content: [
						{
							type: 'text',
							text: 'more',
							marks: [{ type: 'link', attrs: { href: 'https://x.org/ines-carvalho' } }],
						},
					],
				},
			],
		},
		() => `block${number++}`,
	);
	expect(unfitWords('By Zoë', content, guarded).map((unfit) => unfit.block)).toEqual([0, 2, 3]);
});

test('every name in a block is told', () => {
	expect(unfitWords('x', page('Inês Carvalho and Swift Heron'), guarded).map(({ found }) => found)).toEqual([
		'ines carvalho',
		'swift heron',
	]);
});
