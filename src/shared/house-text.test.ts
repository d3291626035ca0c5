import { expect, test } from 'vitest';
import { blocksOf, problemOf } from './house-text.ts';

test('headings, paragraphs, lists, links and inserts', () => {
	const written = `We say it plainly,
on two lines.

## :heart: Be kind
- **Always**, to [everybody](/conduct)
- also [outside](https://example.org/rules)
Then this.

{contact}`;
	expect(blocksOf(written, 'da')).toEqual([
		{ kind: 'paragraph', parts: [{ kind: 'words', text: 'We say it plainly, on two lines.' }] },
		{ kind: 'heading', text: 'Be kind', icon: 'heart' },
		{
			kind: 'list',
			items: [
				[
					{ kind: 'strong', text: 'Always' },
					{ kind: 'words', text: ', to ' },
					{ kind: 'link', text: 'everybody', href: '/da/conduct' },
				],
				[
					{ kind: 'words', text: 'also ' },
					{ kind: 'link', text: 'outside', href: 'https://example.org/rules' },
				],
			],
		},
		{ kind: 'paragraph', parts: [{ kind: 'words', text: 'Then this.' }] },
		{ kind: 'insert', insert: 'contact' },
	]);
	expect(problemOf(written)).toBeUndefined();
});

test('T7: what is no mark stays words, and no address runs or hides where it leads', () => {
	for (const typed of [
		'<script>alert(1)</script>',
		'[x](javascript:alert(1))',
		'[x](data:text/html,x)',
		'[x](//evil.example)',
		'[x](/\\evil.example)',
		'[x](/..//evil.example)',
		'{password}',
	]) {
		const blocks = blocksOf(`## Title\n\n${typed}`, 'en');
		expect(blocks[1], typed).toEqual({ kind: 'paragraph', parts: [{ kind: 'words', text: typed }] });
	}
});

test.each([
	['No heading at all', 'no-heading'],
	['## Title\n{time}', 'unknown-insert'],
	['## :skull: Title', 'unknown-picture'],
	['## Title\n[here](javascript:x)', 'wrong-link'],
	['## Title\n[here](/conduct?x=1)', 'wrong-link'],
])('%s: %s', (written, problem) => {
	expect(problemOf(written)).toBe(problem);
});

test('a long line of half-made marks is read at once', () => {
	const started = performance.now();
	blocksOf(`## T\n${'[a](**'.repeat(6000)}`, 'en');
	problemOf(`## T\n${'**['.repeat(12_000)}`);
	expect(performance.now() - started).toBeLessThan(2000);
});
