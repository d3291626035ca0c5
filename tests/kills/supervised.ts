// The platform as `npm start` runs it, over a data folder of its own, and every way to end parts of it without warning.
import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { ClientConfig } from 'pg';
import { databaseNoteOf } from '#platform/config';
import { buildPages } from '../../scripts/start/build.ts';
import { childrenOf, isAlive, killNow, untilGone } from './process-table.ts';

/** What is killed: `database` is the server with every process of it, `postmaster` its first process alone. */
export const allVictims = ['web', 'worker', 'database', 'postmaster', 'supervisor', 'everything'] as const;
export type Victim = (typeof allVictims)[number];

export interface Supervised {
	readonly url: string;
	readonly dataFolder: string;
	/** How the database is reached just now; it moves when it is started again. */
	connection(): ClientConfig;
	/** What was said at the terminal since the newest start. */
	words(): string;
	/** The numbers of the processes behind a name. */
	processesOf(victim: Victim): number[];
	kill(victim: Victim): Promise<void>;
	/** Resolves when everything is there again, with the milliseconds that took. */
	recovered(): Promise<number>;
	stop(): Promise<void>;
}

const root = resolve(import.meta.dirname, '../..');
const leaveWithParent = new URL('../../scripts/start/leave-with-parent.mjs', import.meta.url).href;
const patience = 90_000;

/** Starts the supervisor over an empty data folder; whoever starts it stops it. */
export async function startSupervised(environment: Readonly<Record<string, string>>): Promise<Supervised> {
	const dataFolder = aFolder();
	const port = await freePort();
	const url = `http://localhost:${port}`;
	const launch = () =>
		launchSupervisor({ ...environment, PORT: String(port), OPENTWINNING_DATA: dataFolder });
	// however long that takes, it is no recovery
	await buildPages();
	let supervisor = launch();
	const processesOf = (victim: Victim) => processesBehind(victim, supervisor.child.pid ?? 0, dataFolder);
	const isReady = () => fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2_000) }).then(({ ok }) => ok);

	async function kill(victim: Victim): Promise<void> {
		const doomed = processesOf(victim);
		const children = [...processesOf('web'), ...processesOf('worker')];
		for (const pid of doomed) killNow(pid);
		await untilGone(doomed, patience);
		if (victim !== 'supervisor' && victim !== 'everything') return;
		// pages and worker leave by themselves; the database stays behind, for the next start to find
		await untilGone(children, patience);
		supervisor = launch();
	}

	async function recovered(): Promise<number> {
		const from = Date.now();
		for (const end = from + patience; Date.now() < end; await pause(100)) {
			if (supervisor.child.exitCode !== null) throw new Error(`the start failed:\n${supervisor.words()}`);
			const whole = (['web', 'worker', 'postmaster'] as const).every(
				(name) => processesOf(name).length === 1,
			);
			if (whole && (await isReady().catch(() => false))) return Date.now() - from;
		}
		throw new Error(`the platform did not come back within ${patience / 1000} s:\n${supervisor.words()}`);
	}

	async function stop(): Promise<void> {
		supervisor.child.kill('SIGTERM');
		await untilGone([supervisor.child.pid ?? 0], patience);
		rmSync(dataFolder, { recursive: true, force: true });
	}

	try {
		await recovered();
	} catch (error) {
		await stop();
		throw error;
	}
	const connection = () => noteOf(dataFolder).connection;
	return { url, dataFolder, connection, words: () => supervisor.words(), processesOf, kill, recovered, stop };
}

/** Others may pass through it, so that PostgreSQL's account reaches its cluster inside. */
function aFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'opentwinning-supervised-'));
	chmodSync(folder, 0o711);
	return folder;
}

function launchSupervisor(environment: Readonly<Record<string, string>>): {
	child: ChildProcess;
	words: () => string;
} {
	const child = spawn(process.execPath, ['--import', leaveWithParent, 'scripts/supervise.ts'], {
		cwd: root,
		env: { ...surroundings(), ...environment, OPENTWINNING_PARENT_PIPE: '3' },
		detached: true,
		stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
	});
	let words = '';
	for (const stream of [child.stdout, child.stderr])
		stream?.setEncoding('utf8').on('data', (chunk: string) => (words += chunk));
	return { child, words: () => words };
}

/** The environment of a person who has set nothing of ours. */
function surroundings(): NodeJS.ProcessEnv {
	const ours = /^(OPENTWINNING_|VITEST|NODE_ENV$|NODE_OPTIONS$|PUBLIC_URL$|DATABASE_URL$)/;
	return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)));
}

function processesBehind(victim: Victim, supervisor: number, dataFolder: string): number[] {
	const pidsOf = (parent: number) => childrenOf(parent).map(({ pid }) => pid);
	const child = (script: string) =>
		childrenOf(supervisor).flatMap(({ pid, command }) => (command.includes(script) ? [pid] : []));
	const postmaster = () => postmasterOf(dataFolder);
	const database = () => postmaster().flatMap((pid) => [pid, ...pidsOf(pid)]);
	const found: Record<Victim, () => number[]> = {
		web: () => child('server.ts'),
		worker: () => child('processes/worker.ts'),
		postmaster,
		database,
		supervisor: () => [supervisor],
		everything: () => [supervisor, ...pidsOf(supervisor), ...database()],
	};
	return [...new Set(found[victim]())];
}

function postmasterOf(dataFolder: string): number[] {
	try {
		const file = join(noteOf(dataFolder).home, 'postgres/postmaster.pid');
		const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
		return isAlive(pid) ? [pid] : [];
	} catch {
		// before the first start of the database there is neither note nor file
		return [];
	}
}

function noteOf(dataFolder: string): { home: string; connection: ClientConfig } {
	return JSON.parse(readFileSync(databaseNoteOf(dataFolder), 'utf8')) as {
		home: string;
		connection: ClientConfig;
	};
}

async function freePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	const { port } = server.address() as AddressInfo;
	await new Promise((done) => server.close(done));
	return port;
}
