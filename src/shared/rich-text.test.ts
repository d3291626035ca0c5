import { describe, expect, test } from 'vitest';
import { Node } from '@tiptap/pm/model';
import { richTextSchema } from './rich-text.ts';
import { linkAddress } from './rich-text/addresses.ts';
import { cleanContent, contentLimits } from './rich-text/clean.ts';
import { picturesIn, wordsOf } from './rich-text/content.ts';

let counted = 0;
const newId = () => `block${counted++}`;
const clean = (...content: unknown[]) => cleanContent({ type: 'doc', content }, newId);
const text = (words: string, ...marks: unknown[]) => ({ type: 'text', text: words, marks });
const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content });
const file = '01989f2e-0000-7000-8000-000000000001';

const naughty = [
	'<script>alert(1)</script>',
	'"><img src=x onerror=alert(1)>',
	"';alert(1)//",
	'</p><svg onload=alert(1)>',
	'{{constructor.constructor("alert(1)")()}}',
	'\u0000\u0007\u202e',
];

describe('what is not on the list is dropped', () => {
	test('nodes, marks and attributes nobody knows', () => {
		const dropped = [
			{ type: 'script', content: [text('alert(1)')] },
			{ type: 'iframe', attrs: { src: 'https://evil.example' } },
			{ type: '__proto__' },
			{ type: 'constructor' },
			{ type: 'toString' },
			{ type: 'image', attrs: { src: 'https://evil.example/pixel.gif' } },
			{ type: 'html', attrs: { html: '<script>alert(1)</script>' } },
			null,
			7,
			[],
			'<script>',
		];
		expect(clean(...dropped).content).toEqual([]);
		const kept = clean({
			type: 'paragraph',
			attrs: { id: 'abcd', onclick: 'alert(1)', style: 'x', __proto__: { id: 'x' } },
			onclick: 'alert(1)',
			content: [
				text(
					'plain',
					{ type: 'script' },
					{ type: 'textStyle', attrs: { style: 'x' } },
					{ type: 'bold', attrs: { onclick: 1 } },
				),
			],
		});
		expect(kept.content).toEqual([
			{
				type: 'paragraph',
				attrs: { id: 'abcd' },
				content: [{ type: 'text', text: 'plain', marks: [{ type: 'bold' }] }],
			},
		]);
	});

	test('addresses of links that are neither web nor mail', () => {
		for (const href of [
			'javascript:alert(1)',
			'JaVaScRiPt:alert(1)',
			'data:text/html,x',
			'vbscript:x',
			'file:///etc/passwd',
			'blob:x',
			'//evil',
			7,
		]) {
			const { content } = clean(paragraph(text('x', { type: 'link', attrs: { href } })));
			expect(JSON.stringify(content), String(href)).not.toMatch(/script:|data:|file:|blob:/i);
		}
	});

	test('pictures that are not files of ours', () => {
		for (const attrs of [
			{ src: '/x' },
			{ file: 'https://evil.example/a.png' },
			{ file: '../secret' },
			{ file: `${file}" onerror="alert(1)` },
			{},
		]) {
			expect(clean({ type: 'picture', attrs }).content).toEqual([]);
		}
		const [picture] = clean({
			type: 'picture',
			attrs: { file, alternative: '"><script>', width: 'x', height: -1, src: 'javascript:x' },
		}).content;
		expect(picture).toMatchObject({ attrs: { file, alternative: '"><script>', width: null, height: null } });
		expect(Object.keys(picture?.attrs ?? {}).sort()).toEqual([
			'alternative',
			'decorative',
			'file',
			'height',
			'id',
			'width',
		]);
	});

	test('control characters, and whatever is more than a page takes', () => {
		const [block] = clean(paragraph(text('a\u0000b\u0007c\td'))).content;
		expect(block && wordsOf(block)).toBe('abc d');
		expect(clean(...Array.from({ length: 400 }, () => paragraph(text('x')))).content).toHaveLength(
			contentLimits.blocks,
		);
		const long = clean(paragraph(text('x'.repeat(90_000))), paragraph(text('y'.repeat(90_000)))).content.map(
			wordsOf,
		);
		expect(long.map((words) => words.length)).toEqual([90_000, 10_000]);
		let deep: unknown = paragraph(text('bottom'));
		for (let depth = 0; depth < 10_000; depth++) deep = { type: 'blockquote', content: [deep] };
		expect(clean(deep).content).toEqual([]);
	});

	test('an id that stands twice', () => {
		const ids = clean(
			{ type: 'paragraph', attrs: { id: 'same' } },
			{ type: 'paragraph', attrs: { id: 'same' } },
		).content.map((block) => block.attrs.id);
		expect(new Set(ids).size).toBe(2);
	});
});

test('whatever comes out fits the schema of the editor', () => {
	const content = clean(
		{ type: 'heading', attrs: { level: 1 }, content: [text('Rivers')] },
		paragraph(
			text('See ', { type: 'italic' }),
			text('ours', { type: 'link', attrs: { href: 'https://example.org/a b' } }),
			{ type: 'hardBreak' },
			text('now'),
		),
		{
			type: 'bulletList',
			content: [
				{
					type: 'listItem',
					content: [
						paragraph(text('one')),
						{
							type: 'orderedList',
							content: [
								{ type: 'listItem', content: [{ type: 'blockquote', content: [paragraph(text('two'))] }] },
							],
						},
					],
				},
				{ type: 'paragraph' },
			],
		},
		{ type: 'picture', attrs: { file, alternative: 'A heron', width: 960, height: 640 } },
		...naughty.map((words) => paragraph(text(words))),
	);
	Node.fromJSON(richTextSchema, content).check();
	expect(cleanContent(content, newId)).toEqual(content);
	expect(picturesIn(content)).toEqual([file]);
});

test.each([
	['https://example.org/a?b=c#d', 'https://example.org/a?b=c#d'],
	['example.org/river', 'https://example.org/river'],
	['example.org:8080/river', 'https://example.org:8080/river'],
	['mailto:school@example.org', 'mailto:school@example.org'],
	['HTTP://EXAMPLE.org', 'http://example.org/'],
	['javascript:alert(1)', undefined],
	['java\nscript:alert(1)', undefined],
	['  javascript:alert(1)', undefined],
	['https://good.example@evil.example/', undefined],
	['https://localhost/', undefined],
	['ftp://example.org', undefined],
	['', undefined],
	['#', undefined],
])('the address %s becomes %s', (typed, address) => {
	expect(linkAddress(typed)).toBe(address);
});
