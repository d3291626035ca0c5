import { describe, expect, test } from 'vitest';
import { Node } from '@tiptap/pm/model';
import { richTextSchema } from './rich-text.ts';
import { linkAddress } from './rich-text/addresses.ts';
import { cleanContent, contentLimits } from './rich-text/clean.ts';
import { embedAt, embedded } from './rich-text/embeds.ts';
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

describe('tables, columns and what is shown from elsewhere', () => {
	const cell = (words: string, type = 'tableCell', attrs = {}) => ({
		type,
		attrs,
		content: [paragraph(text(words))],
	});
	const row = (...cells: unknown[]) => ({ type: 'tableRow', content: cells });
	const column = (...blocks: unknown[]) => ({ type: 'column', content: blocks });

	test('a table gets rows of one length, headings in its first row only, and cells that span nothing', () => {
		const [table] = clean({
			type: 'table',
			content: [
				row(cell('School', 'tableHeader'), cell('Rain')),
				row(cell('Porto', 'tableHeader', { colspan: 1_000_000 })),
				{ type: 'iframe' },
				row(),
			],
		}).content;
		const kinds =
			table?.type === 'table' ? table.content.map(({ content }) => content.map(({ type }) => type)) : [];
		expect(kinds).toEqual([
			['tableHeader', 'tableHeader'],
			['tableCell', 'tableCell'],
			['tableCell', 'tableCell'],
		]);
		expect(JSON.stringify(table)).not.toContain('span');
		expect(clean({ type: 'table', content: [row()] }, { type: 'table' }).content).toEqual([]);
	});

	test('columns are two or three, stand in the page itself, and hold no columns', () => {
		const nested = { type: 'columns', content: [column(paragraph(text('deep'))), column()] };
		const [columns] = clean({ type: 'columns', content: [column(paragraph(text('left')), nested)] }).content;
		expect(columns?.type === 'columns' && columns.content.length).toBe(2);
		expect(JSON.stringify(columns)).not.toContain('deep');
		expect(clean({ type: 'blockquote', content: [nested] }).content).toEqual([]);
		expect(clean({ type: 'columns', content: [column(), column(paragraph())] }).content).toEqual([]);
		Node.fromJSON(richTextSchema, clean(nested, columns)).check();
	});

	test('only things of fixed providers are embedded, by their key and never by an address', () => {
		const embed = (attrs: unknown) => clean({ type: 'embed', attrs }).content;
		expect(
			embed({ provider: 'youtube', key: 'aqz-KE-bpKQ', title: 'River', src: 'https://evil.example' }),
		).toEqual([
			{
				type: 'embed',
				attrs: { id: expect.any(String) as string, provider: 'youtube', key: 'aqz-KE-bpKQ', title: 'River' },
			},
		]);
		for (const key of ['../../x', 'aqz-KE-bpKQ?x', '', 7, 'javascript:1'])
			expect(embed({ provider: 'youtube', key })).toEqual([]);
		for (const provider of ['evil', '__proto__', 'toString'])
			expect(embed({ provider, key: 'aqz-KE-bpKQ' })).toEqual([]);
		expect(clean({ type: 'material', attrs: { material: 'x' } }).content).toEqual([]);
	});

	test.each([
		['https://www.youtube.com/watch?v=aqz-KE-bpKQ&t=3', 'https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ'],
		['https://youtu.be/aqz-KE-bpKQ', 'https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ'],
		['https://vimeo.com/1084537', 'https://player.vimeo.com/video/1084537?dnt=1'],
		[
			'https://www.openstreetmap.org/#map=13/41.1496/-8.6110',
			'https://www.openstreetmap.org/export/embed.html?bbox=',
		],
		[
			'https://view.genially.com/5f3a1b2c4d5e6f7a8b9c0d1e/our-river',
			'https://view.genially.com/5f3a1b2c4d5e6f7a8b9c0d1e',
		],
		['https://padlet.com/school/our-river-abcdef012345', 'https://padlet.com/embed/abcdef012345'],
		[
			'<iframe width="9" src="https://www.canva.com/design/DAFabc123/xY-z9876/view?embed"></iframe>',
			'https://www.canva.com/design/DAFabc123/xY-z9876/view?embed',
		],
		['https://learningapps.org/1234567', 'https://learningapps.org/watch?app=1234567'],
	])('%s can be shown', (address, player) => {
		const named = embedAt(address);
		expect(named && embedded(named).player).toContain(player);
		expect(named && embedAt(embedded(named).page)).toEqual(named);
	});

	test.each([
		'http://www.youtube.com/watch?v=aqz-KE-bpKQ',
		'https://www.youtube.com.evil.example/watch?v=aqz-KE-bpKQ',
		'https://evil.example/https://youtu.be/aqz-KE-bpKQ',
		'https://www.youtube.com/watch?v=../../../logout',
		'javascript:alert(1)',
		'youtube',
	])('%s cannot', (address) => {
		expect(embedAt(address)).toBeUndefined();
	});
});

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
