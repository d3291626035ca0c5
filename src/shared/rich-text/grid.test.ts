import { expect, test } from 'vitest';
import { gridOfText, gridSteps, resizedText, withGrids } from './grid.ts';

test('a typed table is a grid, every row as long as the longest, and a new one has room to begin with', () => {
	expect(gridOfText('School | Rain\nPorto \\| Gaia')).toEqual([
		['School', 'Rain'],
		['Porto | Gaia', ''],
	]);
	expect(gridOfText('')).toEqual([
		['', ''],
		['', ''],
		['', ''],
	]);
});

test.each([
	[[['', 'x', '']]],
	[[['', '']]],
	[[['a', '', '']]],
	[
		[
			['School', 'Rain'],
			['', ''],
			['Porto | Gaia', '12 mm'],
		],
	],
])('the cells %j come back where they were', (grid) => {
	const cells = grid.flat();
	const size = `${grid.length}:${grid[0]?.length ?? 0}`;
	const [text = ''] = withGrids([{ id: 'abcd', text: '' }], { grids: [`abcd:${size}`], cells });
	if (cells.some((cell) => cell !== '')) expect(gridOfText(text)).toEqual(grid);
	else expect(text).toBe('');
});

test('each table gets its own cells, and what is no table keeps its text', () => {
	const blocks = ['aaaa', 'bbbb', 'cccc'].map((id) => ({ id, text: id }));
	const sent = { grids: ['aaaa:1:2', 'cccc:2:1'], cells: ['a', 'b', 'c', 'd'] };
	expect(withGrids(blocks, sent)).toEqual(['a | b', 'bbbb', 'c\nd']);
});

test('rows and columns are added and taken away at the end, and one of each stays', () => {
	const sizes = gridSteps.map((step) => {
		const grid = gridOfText(resizedText('a | b\nc | d', step));
		return [grid.length, grid[0]?.length];
	});
	expect(sizes).toEqual([
		[3, 2],
		[2, 3],
		[1, 2],
		[2, 1],
	]);
	expect(resizedText(resizedText('a', 'less-rows'), 'less-columns')).toBe('a');
	// a new table grows before anything stands in it
	expect(gridOfText(resizedText('', 'row'))).toHaveLength(4);
});
