import { expect, test } from 'vitest';
import { partsOf, type WrittenPart } from '#shared/rich-text/written';

const plain = (words: string) => [{ type: 'text', text: words }];

test('empty lines part paragraphs, and a line of its own stays one', () => {
	expect(partsOf('We measure.\nEvery week.\n\n\nThen we compare.')).toEqual([
		{
			kind: 'paragraph',
			words: [...plain('We measure.'), { type: 'hardBreak' }, ...plain('Every week.')],
		},
		{ kind: 'paragraph', words: plain('Then we compare.') },
	]);
});

test('dashes and numbers at the beginning of lines make lists, also right after a sentence', () => {
	expect(partsOf('We will:\n- measure\n– compare\n1. in autumn\n2) in spring')).toEqual([
		{ kind: 'paragraph', words: plain('We will:') },
		{ kind: 'points', points: [plain('measure'), plain('compare')] },
		{ kind: 'numbers', points: [plain('in autumn'), plain('in spring')] },
	]);
});

test('stars and brackets are bold, italic and links; an address that is none stays as it was typed', () => {
	const [part] = partsOf('**Two** *rivers*, [ours](https://example.org/river) and [x](javascript:alert(1))');
	expect(part).toMatchObject({
		words: [
			{ text: 'Two', marks: [{ type: 'bold' }] },
			{ text: ' ' },
			{ text: 'rivers', marks: [{ type: 'italic' }] },
			{ text: ', ' },
			{ text: 'ours', marks: [{ type: 'link', attrs: { href: 'https://example.org/river' } }] },
			{ text: ' and [x](javascript:alert(1))' },
		],
	});
});

test('nothing written is nothing to read', () => {
	expect(partsOf(' \n\n')).toEqual([] satisfies WrittenPart[]);
});
