/** The safety of children, as far as a machine sees it; in the tree that is named, or in this one. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { access } from '../../src/access.ts';
import { aliasFindings, channelFindings, reachFindings, readingFindings } from './children-rules.ts';

const root = process.argv[2] ?? '.';
const read = (...patterns: string[]) =>
	globSync(patterns, { cwd: root })
		.sort()
		.map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));

const problems = [
	...aliasFindings(read('src/routes/**/*.{ts,svelte}')),
	...readingFindings(read('src/server/domain/**/*.ts')),
	...channelFindings(read('migrations/*.sql')),
	...reachFindings(access),
];
for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;
