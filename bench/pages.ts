// Promise: a page costs at most three times (search 4.5 times) the processor time of a bare server with the same
// statements and the same bytes, in the same run. Prints one line a page and a JSON object at last.
import { fork } from 'node:child_process';
import { launchPlatform, addressOf } from '../tests/world/processes.ts';
import { costOf, median, rounded, type Ask } from './measure.ts';
import { signIn } from './sign-in.ts';
import { recordStatements, type Statement } from './sql-recorder.ts';
import { benchWorld } from './world.ts';

const rounds = 9;

const world = await benchWorld();
const recorder = await recordStatements(world.connection);
// once through the recorder, to learn what each page asks; then with a direct line, to measure
const listened = await launchPlatform(world.connection, {
	environment: { DATABASE_URL: addressOf(recorder.connection) },
});
const recorded = [
	{ name: 'home', path: '/en', limit: 3, cookie: undefined },
	// made once in ten seconds for all visitors, and so no promise
	{ name: 'home_made', path: '/en?made=anew', limit: undefined, cookie: undefined },
	{ name: 'project', path: `/en/projects/${world.project}/twinspace/updates`, limit: 3, cookie: true },
	{ name: 'search', path: '/en/partners?q=river', limit: 4.5, cookie: true },
] as const;

try {
	const cookie = await signIn(listened.url, world.account);
	const pages = [];
	for (const page of recorded) pages.push({ ...page, ...(await listen(page.path, page.cookie && cookie)) });
	await listened.stop();

	const platform = await launchPlatform(world.connection);
	const bare = await startBare(pages);
	const result: Record<string, number> = {};
	for (const page of pages) {
		const headers: Record<string, string> = page.cookie ? { cookie } : {};
		const ours: Ask = { url: platform.url + page.path, headers };
		const theirs: Ask = { url: `http://127.0.0.1:${bare.port}${page.path}`, headers };
		await costOf(platform.processId('web'), ours);
		await costOf(bare.pid, theirs);
		const ratios: number[] = [];
		for (let round = 0; round < rounds; round++) {
			const bareCost = await costOf(bare.pid, theirs);
			const cost = await costOf(platform.processId('web'), ours);
			ratios.push(cost / bareCost);
			result[`${page.name}_ms`] = rounded(cost, 3);
			result[`${page.name}_bare_ms`] = rounded(bareCost, 3);
		}
		result[`${page.name}_ratio`] = rounded(median(ratios));
		result[`${page.name}_statements`] = page.statements.length;
		const promise = page.limit === undefined ? 'no promise' : `promise: at most ${page.limit}`;
		console.log(`${page.name}: ${result[`${page.name}_ratio`]} (${promise})`);
	}
	bare.stop();
	await platform.stop();
	console.log(JSON.stringify(result));
	if (pages.some((page) => (result[`${page.name}_ratio`] ?? Infinity) > (page.limit ?? Infinity)))
		process.exitCode = 1;
} finally {
	await recorder.close();
	await world.stop();
}

async function listen(
	path: string,
	cookie: string | undefined,
): Promise<{ statements: readonly Statement[]; body: string }> {
	const init = { headers: { 'accept-encoding': 'identity', ...(cookie && { cookie }) } };
	// the first time a page also asks what is then kept
	await (await fetch(listened.url + path, init)).text();
	recorder.begin();
	const answer = await fetch(listened.url + path, init);
	const body = await answer.text();
	if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
	return { statements: recorder.statements(), body };
}

async function startBare(pages: readonly { path: string; statements: readonly Statement[]; body: string }[]) {
	const child = fork(new URL('./bare-server.ts', import.meta.url), { stdio: 'inherit' });
	const port = await new Promise<number>((found) => {
		child.once('message', (message) => found((message as { port: number }).port));
		child.send({ connection: world.connection, pages });
	});
	return { port, pid: child.pid ?? 0, stop: () => child.disconnect() };
}
