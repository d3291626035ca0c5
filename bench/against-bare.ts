// Pages of the platform beside a bare server that sends the same statements and the same bytes, in the same run.
import { fork } from 'node:child_process';
import { addressOf, launchPlatform, type Platform } from '../tests/world/processes.ts';
import { costOf, median, rounded, type Ask } from './measure.ts';
import { signIn } from './sign-in.ts';
import { recordStatements, type Statement } from './sql-recorder.ts';
import type { BenchWorld } from './world.ts';

export interface MeasuredPage {
	readonly name: string;
	readonly path: string;
	/** The ratio that is promised; none for a page that is only watched. */
	readonly limit: number | undefined;
	/** Asked for by the teacher of the world, else by a visitor. */
	readonly signedIn: boolean;
}

interface Heard extends MeasuredPage {
	readonly statements: readonly Statement[];
	readonly body: string;
}

/** Milliseconds of both, their ratio and the number of statements, by name; says each ratio as it is known. */
export async function againstBare(
	world: BenchWorld,
	pages: readonly MeasuredPage[],
	rounds: number,
	/** What else is measured on the same platform, by the same teacher. */
	further: (platform: Platform, cookie: string) => Promise<Record<string, number>> = () =>
		Promise.resolve({}),
): Promise<{ readonly result: Record<string, number>; readonly isKept: boolean }> {
	const { heard, cookie } = await hear(world, pages);
	const platform = await launchPlatform(world.connection);
	const bare = await startBare(world, heard);
	const result: Record<string, number> = {};
	for (const page of heard) {
		const headers: Record<string, string> = page.signedIn ? { cookie } : {};
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
	Object.assign(result, await further(platform, cookie));
	await platform.stop();
	const isKept = pages.every(
		({ name, limit }) => limit === undefined || (result[`${name}_ratio`] ?? Infinity) <= limit,
	);
	return { result, isKept };
}

/** Once through the recorder, to learn what each page asks; then with a direct line, to measure. */
async function hear(world: BenchWorld, pages: readonly MeasuredPage[]) {
	const recorder = await recordStatements(world.connection);
	try {
		const environment = { DATABASE_URL: addressOf(recorder.connection) };
		const platform = await launchPlatform(world.connection, { environment });
		const cookie = await signIn(platform.url, world.account);
		const heard: Heard[] = [];
		for (const page of pages) {
			const init = { headers: { 'accept-encoding': 'identity', ...(page.signedIn && { cookie }) } };
			// the first time a page also asks what is then kept
			await (await fetch(platform.url + page.path, init)).text();
			recorder.begin();
			const answer = await fetch(platform.url + page.path, init);
			const body = await answer.text();
			if (answer.status !== 200) throw new Error(`${page.path} answered ${answer.status}`);
			heard.push({ ...page, statements: recorder.statements(), body });
		}
		await platform.stop();
		return { heard, cookie };
	} finally {
		await recorder.close();
	}
}

async function startBare({ connection }: BenchWorld, pages: readonly Heard[]) {
	const child = fork(new URL('./bare-server.ts', import.meta.url), { stdio: 'inherit' });
	const port = await new Promise<number>((found) => {
		child.once('message', (message) => found((message as { port: number }).port));
		child.send({ connection, pages });
	});
	return { port, pid: child.pid ?? 0, stop: () => child.disconnect() };
}
