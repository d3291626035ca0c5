import { expect, test } from 'vitest';
import { compareWords } from '#shared/compare-words';
import type { Content } from '#shared/rich-text/content';
import { compareContent } from './compare-content.ts';

const page = (...texts: readonly [id: string, text: string][]): Content => ({
	type: 'doc',
	content: texts.map(([id, text]) => ({
		type: 'paragraph',
		attrs: { id },
		content: [{ type: 'text', text }],
	})),
});

test('what came, went and changed is told in reading order, and nothing else', () => {
	const before = page(['aaaa', 'one'], ['bbbb', 'two'], ['cccc', 'three and four'], ['dddd', 'last']);
	const after = page(['aaaa', 'one'], ['eeee', 'new'], ['cccc', 'three or four'], ['dddd', 'last']);
	expect(compareContent(before, after).map(({ id, how }) => `${id} ${how}`)).toEqual([
		'eeee added',
		'bbbb removed',
		'cccc changed',
	]);
	expect(compareContent(before, before)).toEqual([]);
});

test('words that stayed stay, around those that came and went', () => {
	expect(compareWords('the river is brown today', 'today the river is cold and brown today')).toEqual([
		{ text: 'today ', how: 'added' },
		{ text: 'the river is', how: 'same' },
		{ text: ' cold and', how: 'added' },
		{ text: ' brown today', how: 'same' },
	]);
	expect(compareWords('', 'x')).toEqual([{ text: 'x', how: 'added' }]);
	expect(compareWords('a b', 'a c')).toEqual([
		{ text: 'a ', how: 'same' },
		{ text: 'b', how: 'removed' },
		{ text: 'c', how: 'added' },
	]);
});
