import { expect, test } from 'vitest';
import type { Content, Inline } from './content.ts';
import { linksIn, withLinks } from './links.ts';

const link = (text: string, href: string): Inline => ({
	type: 'text',
	text,
	marks: [{ type: 'bold' }, { type: 'link', attrs: { href } }],
});
const content: Content = {
	type: 'doc',
	content: [
		{ type: 'heading', attrs: { id: 'a', level: 2 }, content: [link('one', 'https://example.org/1')] },
		{
			type: 'bulletList',
			attrs: { id: 'b' },
			content: [
				{
					type: 'listItem',
					content: [
						{ type: 'paragraph', attrs: { id: 'c' }, content: [link('two', 'mailto:x@example.org')] },
						{ type: 'paragraph', attrs: { id: 'd' } },
					],
				},
			],
		},
		{
			type: 'blockquote',
			attrs: { id: 'e' },
			content: [{ type: 'paragraph', attrs: { id: 'f' }, content: [link('three', 'https://example.org/3')] }],
		},
	],
};

test('links are found in reading order, wherever they stand', () => {
	expect(linksIn(content)).toEqual([
		'https://example.org/1',
		'mailto:x@example.org',
		'https://example.org/3',
	]);
});

test('links are led elsewhere or taken away, and nothing else changes', () => {
	const led = withLinks(content, (href, place) => (href.startsWith('mailto:') ? undefined : `/${place}`));
	expect(linksIn(led)).toEqual(['/0', '/2']);
	expect(JSON.stringify(led)).not.toContain('example.org');
	expect(JSON.stringify(led)).toContain('"text":"two","marks":[{"type":"bold"}]');
	expect(withLinks(content, (href) => href)).toEqual(content);
});
