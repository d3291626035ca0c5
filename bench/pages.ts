// Promise: a page costs at most three times (search 4.5 times) the processor time of a bare server with the same
// statements and the same bytes, in the same run. Prints one line a page and a JSON object at last.
import { againstBare } from './against-bare.ts';
import { benchWorld } from './world.ts';

const rounds = 9;

const world = await benchWorld();
const pages = [
	{ name: 'home', path: '/en', limit: 3, signedIn: false },
	// made once in ten seconds for all visitors, and so no promise
	{ name: 'home_made', path: '/en?made=anew', limit: undefined, signedIn: false },
	{ name: 'project', path: `/en/projects/${world.project}/twinspace/updates`, limit: 3, signedIn: true },
	{ name: 'search', path: '/en/partners?q=river', limit: 4.5, signedIn: true },
] as const;

try {
	const { result, isKept } = await againstBare(world, pages, rounds);
	console.log(JSON.stringify(result));
	if (!isKept) process.exitCode = 1;
} finally {
	await world.stop();
}
