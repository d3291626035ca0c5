/** Every path that the documentation names exists, and nothing in the repository speaks of one machine. */
import { existsSync, globSync, readFileSync } from 'node:fs';

const problems: string[] = [];

for (const file of globSync('{*.md,docs/**/*.md,src/**/*.md}')) {
	const text = readFileSync(file, 'utf8');
	for (const [, path = ''] of text.matchAll(
		/`((?:src|docs|bin|scripts|tests|bench|messages|migrations)\/[\w./@[\]-]*)`/g,
	)) {
		if (!existsSync(path)) problems.push(`${file} names ${path}, which does not exist`);
	}
	// what stands between backquotes is an example
	for (const [, path = ''] of text
		.replaceAll(/`[^`]*`/g, '')
		.matchAll(/\]\((?!https?:|#|mailto:)([^)#]+)/g)) {
		const from = file.includes('/') ? file.slice(0, file.lastIndexOf('/')) : '.';
		if (!existsSync(`${from}/${path}`)) problems.push(`${file} links to ${path}, which does not exist`);
	}
}
for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;
