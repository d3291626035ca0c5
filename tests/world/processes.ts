// The platform's processes as tests, benches and long runs start them: on free ports, over a database of their own.
import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { ClientConfig } from 'pg';
import { buildPages } from '../../scripts/start/build.ts';

export type ProcessName = 'web' | 'worker';

export interface PlatformOptions {
	readonly worker?: boolean;
	readonly environment?: Readonly<Record<string, string>>;
	/** A data folder to begin with a copy of. */
	readonly files?: string;
}

/** Running processes over one database. */
export interface Platform {
	/** The address that people use, without a slash at the end. */
	readonly url: string;
	/** The port it listens on: a proxy stands before it where people use another address. */
	readonly port: number;
	readonly dataFolder: string;
	/** The operating system's number of a running process. */
	processId(name: ProcessName): number;
	/** Ends a process without warning, as a crash would; `start` brings it back on the same port. */
	kill(name: ProcessName): Promise<void>;
	start(name: ProcessName): Promise<void>;
	stop(): Promise<void>;
}

const root = resolve(import.meta.dirname, '../..');
const leaveWithParent = new URL('../../scripts/start/leave-with-parent.mjs', import.meta.url).href;

/** Builds the pages where needed and starts web, and the worker where asked. Whoever starts it stops it. */
export async function launchPlatform(
	connection: ClientConfig,
	options: PlatformOptions = {},
): Promise<Platform> {
	const dataFolder = mkdtempSync(join(tmpdir(), 'opentwinning-'));
	const children = new Map<ProcessName, ChildProcess>();
	let at: Announcement = { url: '', port: 0 };
	async function start(name: ProcessName): Promise<void> {
		const environment = { ...surroundings(connection, dataFolder, at.port), ...options.environment };
		const child = launch(name, environment);
		children.set(name, child);
		if (name === 'web') at = await announced(child);
	}
	if (options.files !== undefined) cpSync(options.files, dataFolder, { recursive: true });
	writeFileSync(join(dataFolder, 'secret'), 'a'.repeat(64), { mode: 0o600 });
	await buildPages();
	await start('web');
	if (options.worker ?? false) await start('worker');
	await untilReady(at.port);
	return {
		get url() {
			return at.url;
		},
		get port() {
			return at.port;
		},
		dataFolder,
		start,
		processId: (name) => children.get(name)?.pid ?? 0,
		kill: async (name) => {
			const child = children.get(name);
			if (child) await end(child, 'SIGKILL');
		},
		stop: async () => {
			for (const child of children.values()) await end(child, 'SIGTERM');
			rmSync(dataFolder, { recursive: true, force: true });
		},
	};
}

function surroundings(connection: ClientConfig, dataFolder: string, port: number): Record<string, string> {
	return {
		NODE_ENV: 'production',
		PORT: String(port),
		OPENTWINNING_ANNOUNCE: '1',
		OPENTWINNING_DATA: dataFolder,
		OPENTWINNING_LOG: process.env['OPENTWINNING_TEST_LOG'] ?? 'fatal',
		DATABASE_URL: addressOf(connection),
	};
}

/** The connection as an address that a process can be given. */
export function addressOf({
	host = 'localhost',
	port,
	user = '',
	password,
	database = '',
}: ClientConfig): string {
	const url = new URL(`postgresql://localhost/${database}`);
	url.username = user;
	if (typeof password === 'string') url.password = password;
	if (port !== undefined) url.port = String(port);
	url.searchParams.set('host', host);
	return url.href;
}

function launch(name: ProcessName, environment: Record<string, string>): ChildProcess {
	const script = name === 'web' ? 'server.ts' : 'src/server/processes/worker.ts';
	const output = process.env['OPENTWINNING_TEST_LOG'] ? 'inherit' : 'ignore';
	return spawn(process.execPath, ['--import', leaveWithParent, script], {
		cwd: root,
		env: { ...process.env, ...environment, OPENTWINNING_PARENT_PIPE: '3' },
		stdio: ['ignore', 'pipe', output, 'pipe'],
	});
}

type Announcement = { readonly url: string; readonly port: number };

function announced(child: ChildProcess): Promise<Announcement> {
	return new Promise((found, failed) => {
		child.once('exit', (code) => failed(new Error(`the web process ended with ${code} before it listened`)));
		if (!child.stdout) return failed(new Error('the web process has no output'));
		createInterface(child.stdout).on('line', (line) => {
			const [, url, port] = /"listening":{"url":"([^"]+)","port":(\d+)}/.exec(line) ?? [];
			if (url !== undefined) found({ url, port: Number(port) });
			else if (process.env['OPENTWINNING_TEST_LOG']) console.error(line);
		});
	});
}

async function untilReady(port: number): Promise<void> {
	for (let attempt = 0; attempt < 200; attempt++) {
		const answer = await fetch(`http://localhost:${port}/readyz`).catch(() => undefined);
		if (answer?.ok) return;
		await new Promise((done) => setTimeout(done, 50));
	}
	throw new Error('the platform did not become ready');
}

async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	const gone = new Promise((done) => child.once('exit', done));
	child.kill(signal);
	await gone;
}
