import { describe, expect, test } from 'vitest';
import { Node } from '@tiptap/pm/model';
import { richTextSchema } from '#shared/rich-text';
import { cleanContent } from '#shared/rich-text/clean';
import { wordsOf, type Content } from '#shared/rich-text/content';
import {
	contentOf,
	emptyBlock,
	formBlocksOf,
	newBlockId,
	problemsOf,
	type FormBlock,
} from './form-blocks.ts';
import { inlineToText, textToInline } from '#shared/rich-text/inline-text';
import { mergeContent } from './merge-content.ts';

const page = (...content: unknown[]): Content => cleanContent({ type: 'doc', content }, newBlockId);
const p = (id: string, text: string) => ({
	type: 'paragraph',
	attrs: { id },
	content: [{ type: 'text', text }],
});
const nothing = page();
const filled = (block: Partial<FormBlock>): FormBlock => ({ ...emptyBlock('text'), ...block });
const words = (content: Content) => formBlocksOf(content).map((block) => block.text);

describe('a page as a form', () => {
	test('each kind of block comes back as it was written', () => {
		const blocks = [
			filled({ kind: 'heading', text: 'Our river' }),
			filled({ kind: 'subheading', text: 'Autumn' }),
			filled({ kind: 'text', text: 'It is **brown**, *today*.\nSee [ours](https://example.org/river).' }),
			filled({ kind: 'list', text: 'one\ntwo **three**' }),
			filled({ kind: 'numbers', text: 'first\nsecond' }),
			filled({ kind: 'quote', text: 'Panta rhei' }),
			filled({ kind: 'link', text: 'The gauge', address: 'https://example.org/gauge' }),
			filled({ kind: 'picture', address: '01989f2e-0000-7000-8000-000000000001', alternative: 'A heron' }),
		];
		const content = contentOf(blocks, nothing);
		expect(formBlocksOf(content)).toEqual(blocks);
		expect(cleanContent(content, newBlockId)).toMatchObject({ type: 'doc' });
	});

	test('tables, columns and what is shown from elsewhere come back as they were written', () => {
		const material = '01989f2e-0000-7000-8000-000000000002';
		const blocks = [
			filled({ kind: 'table', text: 'School | Rain\nPorto \\| Gaia | **12** mm' }),
			filled({ kind: 'columns' }),
			filled({ kind: 'text', text: 'left' }),
			filled({ kind: 'material', address: material, text: 'Our film' }),
			filled({ kind: 'next-column' }),
			filled({ kind: 'quote', text: 'right' }),
			filled({ kind: 'columns-end' }),
			filled({ kind: 'embed', text: 'The bridge', address: 'https://www.youtube.com/watch?v=aqz-KE-bpKQ' }),
		];
		const content = cleanContent(contentOf(blocks, nothing), newBlockId);
		const withoutIds = (all: readonly FormBlock[]) => all.map((block) => ({ ...block, id: '' }));
		expect(withoutIds(formBlocksOf(content))).toEqual(withoutIds(blocks));
		expect(contentOf(formBlocksOf(content), content)).toEqual(content);
		expect(content.content.map(({ type }) => type)).toEqual(['table', 'columns', 'embed']);
		Node.fromJSON(richTextSchema, content).check();
	});

	test('columns without an end, a begin or a fourth column lose nobody a word', () => {
		const marker = (kind: FormBlock['kind']) => filled({ kind });
		const three = [
			marker('next-column'),
			filled({ text: 'b' }),
			marker('next-column'),
			filled({ text: 'c' }),
		];
		const blocks = [
			marker('columns-end'),
			filled({ text: 'before' }),
			marker('columns'),
			filled({ text: 'a' }),
			...three,
			marker('next-column'),
			filled({ text: 'd' }),
			marker('columns'),
			filled({ text: 'e' }),
		];
		const content = cleanContent(contentOf(blocks, nothing), newBlockId);
		expect(content.content.map(wordsOf)).toEqual(['before', 'a\nb\nc\nd\ne']);
	});

	test('a block nobody touched stays as it was, also when a form cannot say all of it', () => {
		const rich = page({
			type: 'bulletList',
			attrs: { id: 'list1' },
			content: [
				{
					type: 'listItem',
					content: [
						{
							type: 'paragraph',
							content: [{ type: 'text', text: 'a', marks: [{ type: 'bold' }, { type: 'italic' }] }],
						},
						{ type: 'orderedList', content: [{ type: 'listItem', content: [p('', 'b')] }] },
					],
				},
			],
		});
		expect(contentOf(formBlocksOf(rich), rich)).toEqual(rich);
	});

	test('an empty line begins a new paragraph; an empty block is left out', () => {
		const content = contentOf(
			[filled({ text: 'one\n\ntwo' }), emptyBlock('quote'), emptyBlock('picture')],
			nothing,
		);
		expect(words(content)).toEqual(['one', 'two']);
	});

	test('what is embedded needs an address of a fixed provider and a title', () => {
		const embed = (text: string, address: string) =>
			problemsOf([filled({ id: 'a', kind: 'embed', text, address })]);
		expect(embed('River', 'https://evil.example/')).toEqual([
			{ id: 'a', field: 'address', problem: 'no-embed' },
		]);
		expect(embed(' ', 'https://youtu.be/aqz-KE-bpKQ')).toEqual([
			{ id: 'a', field: 'text', problem: 'no-title' },
		]);
		expect(embed('', '')).toEqual([]);
	});

	test('a link needs an address, a picture needs words or to be decoration', () => {
		expect(
			problemsOf([filled({ id: 'a', kind: 'link', text: 'x', address: 'javascript:alert(1)' })]),
		).toEqual([{ id: 'a', field: 'address', problem: 'no-address' }]);
		expect(problemsOf([filled({ id: 'b', kind: 'picture', address: 'x' })])).toEqual([
			{ id: 'b', field: 'alternative', problem: 'no-alternative' },
		]);
		expect(
			problemsOf([filled({ kind: 'picture', address: 'x', decorative: true }), emptyBlock('link')]),
		).toEqual([]);
	});
});

test.each([
	'2 * 3 * 4',
	'a \\ b',
	'[not a link]',
	'**',
	'* point',
	'x*y*z',
	'[a](b)',
	'[x](javascript:alert(1))',
	'***',
	'f(x)[1]',
])('signs stay what they were: %s', (text) => {
	const typed = inlineToText([{ type: 'text', text }]);
	expect(textToInline(typed ?? '')).toEqual([{ type: 'text', text }]);
});

describe('two people changed one page', () => {
	const base = page(p('aaaa', 'one'), p('bbbb', 'two'), p('cccc', 'three'));

	test('changes of different blocks come together', () => {
		const theirs = page(p('aaaa', 'ONE'), p('bbbb', 'two'), p('dddd', 'new of theirs'), p('cccc', 'three'));
		const mine = page(p('aaaa', 'one'), p('bbbb', 'two'), p('cccc', 'THREE'), p('eeee', 'new of mine'));
		const { content, twice } = mergeContent(base, theirs, mine);
		expect(words(content)).toEqual(['ONE', 'two', 'new of theirs', 'THREE', 'new of mine']);
		expect(twice).toEqual([]);
	});

	test('where both changed one block, both texts are kept and named', () => {
		const { content, twice } = mergeContent(
			base,
			page(p('aaaa', 'theirs'), p('bbbb', 'two')),
			page(p('aaaa', 'mine'), p('bbbb', 'two'), p('cccc', 'three')),
		);
		expect(words(content)).toEqual(['theirs', 'mine', 'two']);
		expect(twice).toEqual([{ theirs: 'aaaa', mine: content.content[1]?.attrs.id }]);
	});

	test('a block taken away by one and written in by the other stays', () => {
		expect(
			words(mergeContent(base, page(p('bbbb', 'TWO')), page(p('aaaa', 'ONE'), p('cccc', 'three'))).content),
		).toEqual(['ONE', 'TWO']);
	});

	test('the same change by both is one', () => {
		const same = page(p('aaaa', 'x'), p('bbbb', 'two'), p('cccc', 'three'));
		expect(mergeContent(base, same, same)).toEqual({ content: same, twice: [] });
	});

	test('who moved blocks keeps the order, who wrote keeps the words', () => {
		const mine = page(p('cccc', 'three'), p('aaaa', 'one'), p('bbbb', 'two'));
		const theirs = page(p('aaaa', 'ONE'), p('dddd', 'new'), p('bbbb', 'two'), p('cccc', 'three'));
		expect(words(mergeContent(base, theirs, mine).content)).toEqual(['three', 'ONE', 'new', 'two']);
		expect(words(mergeContent(base, mine, theirs).content)).toEqual(['three', 'ONE', 'new', 'two']);
	});
});
