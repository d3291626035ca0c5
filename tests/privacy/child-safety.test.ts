// docs/child-safety.md promises a control and a test for each rule: none is missing, and each test says whose it is.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const rules = [
	...[
		'R-PSE',
		'R-SCO',
		'R-CON',
		'R-SEE',
		'R-ADU',
		'R-PUB',
		'R-CONS',
		'R-AGE',
		'R-RET',
		'R-ERA',
		'R-EXP',
		'R-MIN',
	],
	...['R-NTC', 'R-NSO', 'R-UX', 'R-BRE', ...Array.from({ length: 12 }, (_, number) => `T${number + 1}`)],
];

const lines = [
	...readFileSync('docs/child-safety.md', 'utf8').matchAll(/^\| ((?:R-|T)\w+): [^|]*\|([^|]*)\|([^|]*)\|$/gm),
].map(([, rule = '', control = '', tests = '']) => ({
	rule,
	control: control.trim(),
	tests: [...tests.matchAll(/`([^`]+)`/g)].map(([, path = '']) => path),
}));

test('every rule has its line', () => {
	expect(lines.map(({ rule }) => rule).sort()).toEqual([...rules].sort());
});

test.each(lines)(
	'$rule has a control, and a test named after it in each file of its line',
	({ rule, control, tests }) => {
		expect(control).not.toBe('');
		expect(tests).not.toEqual([]);
		for (const path of tests) {
			const names = [
				...readFileSync(path, 'utf8').matchAll(/\btest(?:\.\w+)*(?:\([^)]*\))?\(\s*['"`]([^'"`]+)/g),
			].map(([, name = '']) => name);
			const mine = names.filter((name) =>
				(/^(?:[A-Z][\w-]*[ :]+)*/.exec(name)?.[0] ?? '').split(/[ :]+/).includes(rule),
			);
			expect(mine, `${path} has no test whose name begins with ${rule}`).not.toEqual([]);
		}
	},
);
