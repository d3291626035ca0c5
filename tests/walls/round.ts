// One member of the cast goes round: opens every page and its data, sends every form empty, and notes what was wrong.
import { existsSync } from 'node:fs';
import { doorKeys } from '../../scripts/checks/doors.ts';
import { access } from '../../src/access.ts';
import type { Answer } from '../world/visiting.ts';
import { addressAt, crossedAddress } from './addresses.ts';
import { roles, type Role } from './cast.ts';
import { toCrossing, toEmptyForm, toOpening, type Expected } from './expected.ts';
import { faultsOfHead } from './headers.ts';
import { isWhole } from './extent.ts';
import { askForData, patterns } from './page-data.ts';
import { further } from './reach.ts';
import { secretsIn, type Ground, type Secret } from './secrets.ts';
import type { Stage } from './stage.ts';

export type Round = {
	/** What was not as the tables say, each as a sentence. */
	readonly wrong: readonly string[];
	/** The secrets that this role was shown, with where first. */
	readonly seen: ReadonlyMap<`${Ground}: ${Secret}`, string>;
	/** How many answers were searched. */
	readonly answers: number;
};

/** The page itself, or its data by one of the patterns. */
type Way = 'page' | (typeof patterns)[number];
type Visit = { readonly path: string; readonly expected: Expected };

/**
 * A whole run opens every address and asks for its data in all ways. A sample opens the usual thing of each route and
 * asks for its data in one way, each time another; of the other things it takes page and data in turn.
 */
export async function goRound(stage: Stage, role: Role): Promise<Round> {
	const me = stage.cast[role];
	const wrong: string[] = [];
	const seen = new Map<`${Ground}: ${Secret}`, string>();
	let answers = 0;
	let turn = roles.indexOf(role);
	for (const route of Object.keys(access).filter((each) => !doorKeys.test(each))) {
		for (const [place, visit] of visitsOf(stage, route, role).entries()) {
			turn += 1;
			for (const way of waysTo(route, place === 0, turn)) {
				if (way === 'page') note('GET', visit, await me.get(visit.path));
				else await askFor(visit, way);
			}
		}
		for (const { what, ...visit } of sendingsOf(stage, route, role)) {
			note(what, visit, await me.send(visit.path, {}));
		}
	}
	return { wrong, seen, answers };

	function waysTo(route: string, isUsual: boolean, turn: number): readonly Way[] {
		if (!isPage(route)) return ['page'];
		if (isWhole) return ['page', ...patterns];
		const pattern = patterns[turn % patterns.length] ?? '';
		if (isUsual) return ['page', pattern];
		return turn % 2 === 0 ? ['page'] : [''];
	}

	async function askFor(visit: Visit, pattern: string): Promise<void> {
		const { answer, expected } = await askForData(me, visit, pattern);
		note(`data (${pattern})`, { ...visit, expected }, answer);
	}

	function note(what: string, { path, expected }: Visit, answer: Answer): void {
		answers += 1;
		for (const { ground, secret } of secretsIn(answer.text, stage.planted)) {
			const key = `${ground}: ${secret}` as const;
			if (!seen.has(key)) seen.set(key, `${what} ${path}`);
		}
		for (const fault of faultsOfHead(answer, role !== 'visitor')) wrong.push(`${what} ${path}: ${fault}`);
		const { status, location } = expected;
		const isAsSaid =
			(answer.status === status || (leadsOn(answer.status) && leadsOn(status))) &&
			(location ?? answer.location) === answer.location;
		if (!isAsSaid) wrong.push(`${what} ${path}: ${sentence(answer)}, not ${sentence(expected)}`);
	}
}

/** The addresses at which this role is shown a page, each once. */
export function openedBy(stage: Stage, role: Role): string[] {
	const pages = Object.keys(access).filter(isPage);
	const visits = pages.flatMap((route) => visitsOf(stage, route, role));
	return [...new Set(visits.filter(({ expected }) => expected.status === 200).map(({ path }) => path))];
}

/** The own thing, somebody else's, somebody else's under the own project, and what else the route leads to. */
function visitsOf({ places }: Stage, route: string, role: Role): Visit[] {
	const visits = new Map<string, Expected>();
	if (!access[route]?.['GET']) return [];
	for (const ground of ['here', 'there'] as const) {
		const path = addressAt(route, places[ground]);
		visits.set(path, visits.get(path) ?? toOpening({ route, role, ground, path }));
		for (const { thing, line } of further.filter((each) => each.route === route)) {
			const other = addressAt(route, places[ground], thing(places[ground]));
			visits.set(other, toOpening({ route, role, ground, path: other, line }));
		}
	}
	const crossed = crossedAddress(route, places.here, places.there);
	if (crossed !== undefined) visits.set(crossed, toCrossing(route, role, crossed));
	return [...visits].map(([path, expected]) => ({ path, expected }));
}

/** Every form of the route with a key and nothing else, where that does not do the deed already. */
function sendingsOf({ places }: Stage, route: string, role: Role): (Visit & { readonly what: string })[] {
	const calls = Object.keys(access[route] ?? {}).filter((call) => call.startsWith('POST'));
	const [here, there] = [addressAt(route, places.here), addressAt(route, places.there)];
	const grounds: readonly Ground[] = here === there ? ['here'] : ['here', 'there'];
	return calls.flatMap((call) =>
		grounds.flatMap((ground) => {
			const path = ground === 'here' ? here : there;
			const expected = toEmptyForm({ route, call, role, ground, path });
			return expected.status === 200 ? [] : [{ what: call, path: pathOfCall(path, call), expected }];
		}),
	);
}

/** Not an endpoint: it has data that a browser may ask for. */
function isPage(route: string): boolean {
	return existsSync(`src/routes${route}/+page.svelte`);
}

/** Where a form of the page is sent to. */
export function pathOfCall(path: string, call: string): string {
	const action = call.startsWith('POST ') ? call.slice('POST '.length) : '';
	return action === '' ? path : `${path.split('?')[0]}${action}`;
}

function leadsOn(status: number): boolean {
	return status === 303 || status === 307;
}

function sentence({ status, location }: Expected): string {
	return status >= 300 && status < 400 && location ? `${status} to ${location}` : String(status);
}
