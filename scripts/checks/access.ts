/**
 * Compares src/access.ts with the folders of src/routes and with the table of the walls: every route, method and named
 * action has its line in both, and no line is left over.
 */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { access } from '../../src/access.ts';
import { problemsOfTable } from '../../tests/walls/reach.ts';
import { doorKeys } from './doors.ts';

const routes = 'src/routes';
const problems: string[] = [];

const found = new Map<string, Set<string>>();
for (const file of globSync(`${routes}/**/+{page,page@*,server,page.server}.{svelte,ts}`)) {
	const route = `/${dirname(file).slice(routes.length + 1)}`.replace(/\/$/, '') || '/';
	const calls = found.get(route) ?? new Set();
	for (const call of callsOf(file)) calls.add(call);
	found.set(route, calls);
}
for (const [route, calls] of found) {
	for (const call of calls)
		if (!access[route]?.[call]) problems.push(`no line in src/access.ts: ${route} ${call}`);
}
for (const [route, line] of Object.entries(access)) {
	if (doorKeys.test(route)) continue;
	for (const call of Object.keys(line)) {
		if (!found.get(route)?.has(call))
			problems.push(`src/access.ts names what does not exist: ${route} ${call}`);
	}
}
problems.push(...problemsOfTable(access));
for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;

function callsOf(file: string): string[] {
	const text = readFileSync(join(file), 'utf8');
	if (/\+page(@[^.]*)?\.svelte$/.test(file)) return ['GET'];
	if (file.endsWith('+server.ts')) {
		return [...text.matchAll(/export (?:const|async function|function) (GET|POST|PUT|PATCH|DELETE)\b/g)].map(
			(match) => match[1] ?? '',
		);
	}
	return actionsOf(text).map((action) => (action === 'default' ? 'POST' : `POST ?/${action}`));
}

/** The names in `export const actions = { … }`: keys one level deep. */
function actionsOf(text: string): string[] {
	const start = /export const actions\b[^{]*\{/.exec(text);
	if (!start) return [];
	const names: string[] = [];
	let depth = 1;
	for (const line of text.slice(start.index + start[0].length).split('\n')) {
		const name = /^\s*(?:async\s+)?['"]?([\w-]+)['"]?\s*(?:[:,(]|$)/.exec(line);
		if (depth === 1 && name?.[1]) names.push(name[1]);
		depth += (line.match(/[{([]/g)?.length ?? 0) - (line.match(/[})\]]/g)?.length ?? 0);
		if (depth <= 0) return names;
	}
	return names;
}
