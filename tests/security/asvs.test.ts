import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const lines = readFileSync(join(root, 'docs/asvs.md'), 'utf8')
	.split('\n')
	.flatMap((line) => {
		const found = /^\| (V\d+) \| .+ \| `(.+?)`: (.+) \|$/.exec(line);
		return found ? [{ chapter: found[1], file: found[2] ?? '', title: found[3] ?? '' }] : [];
	});

test('every requirement of the chapters on accounts, sessions and rights has its test', () => {
	expect(new Set(lines.map(({ chapter }) => chapter))).toEqual(new Set(['V6', 'V7', 'V8']));
	const lost = lines.filter(({ file, title }) => !readFileSync(join(root, file), 'utf8').includes(title));
	expect(lost).toEqual([]);
});
