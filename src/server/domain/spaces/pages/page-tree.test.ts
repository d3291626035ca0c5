import { describe, expect, test } from 'vitest';
import { branchOf, inTreeOrder, moved, placed, seenTree, type Placed, type Way } from './page-tree.ts';

/** `a`, `-b` below it, `--c` below that. */
function tree(...lines: readonly string[]): Placed[] {
	const above: string[] = [];
	return lines.map((line) => {
		const level = line.lastIndexOf('-') + 1;
		const id = line.slice(level);
		above[level] = id;
		return { id, parent: level === 0 ? null : (above[level - 1] ?? null) };
	});
}
const drawn = (pages: readonly Placed[]) => inTreeOrder(pages).map(({ id, level }) => '-'.repeat(level) + id);
const pages = tree('a', '-b', '--c', '-d', 'e');

describe('a page is moved', () => {
	test.each<[string, Way, string[]]>([
		['d', 'up', ['a', '-d', '-b', '--c', 'e']],
		['b', 'down', ['a', '-d', '-b', '--c', 'e']],
		['e', 'up', ['e', 'a', '-b', '--c', '-d']],
		['e', 'in', ['a', '-b', '--c', '-d', '-e']],
		['d', 'in', ['a', '-b', '--c', '--d', 'e']],
		['c', 'out', ['a', '-b', '-c', '-d', 'e']],
		['b', 'out', ['a', '-d', 'b', '-c', 'e']],
		['a', 'up', drawn(pages)],
		['a', 'in', drawn(pages)],
		['a', 'out', drawn(pages)],
		['e', 'down', drawn(pages)],
		['nobody', 'up', drawn(pages)],
	])('%s %s', (id, way, expected) => {
		expect(drawn(moved(pages, id, way))).toEqual(expected);
	});

	test('never below itself, and never deeper than four levels', () => {
		expect(placed(pages, 'a', 'c').refused).toBe('in-itself');
		expect(placed(pages, 'a', 'a').refused).toBe('in-itself');
		expect(placed(pages, 'a', 'e').pages).toHaveLength(5);
		const deep = tree('a', '-b', '--c', '---d', 'e', '-f');
		expect(placed(deep, 'e', 'c').refused).toBe('too-deep');
		expect(drawn(placed(deep, 'd', null).pages)).toEqual(['a', '-b', '--c', 'e', '-f', 'd']);
	});

	test('whatever is moved where, every page stands in the tree once', () => {
		const ways = ['up', 'down', 'in', 'out'] as const;
		let now: readonly Placed[] = tree('a', '-b', '--c', '-d', 'e', '-f', 'g');
		for (let step = 0; step < 500; step++) {
			now = moved(now, 'abcdefg'.charAt((step * 5) % 7), ways[(step * 7 + (step >> 3)) % 4] ?? 'up');
			expect(
				inTreeOrder(now)
					.map(({ id }) => id)
					.sort(),
			).toEqual([...'abcdefg']);
			expect(Math.max(...inTreeOrder(now).map(({ level }) => level))).toBeLessThan(4);
		}
	});
});

test('who does not see a page finds what stands below it one level higher', () => {
	const seen = seenTree(pages, ({ id }) => id !== 'b');
	expect(seen.map(({ id, level, parent }) => [id, level, parent])).toEqual([
		['a', 0, null],
		['c', 1, 'a'],
		['d', 1, 'a'],
		['e', 0, null],
	]);
	expect(branchOf(pages, 'a').map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
	expect(branchOf(pages, 'd').map(({ id }) => id)).toEqual(['d']);
});
