// Our own PostgreSQL: made on first use, started on a Unix socket only, found again after a crash.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg, { type ClientConfig } from 'pg';
import { programOf } from './embedded-postgres/binaries.ts';
import { readNote, writeNote } from './embedded-postgres/note.ts';
import {
	choosePlace,
	makeOwnFolder,
	makeSocketFolder,
	removeSocketFolder,
	type Place,
	type Say,
} from './embedded-postgres/place.ts';
import { runningServerOf, stopServerOf } from './embedded-postgres/running-server.ts';

/** How to run the database of one data folder. */
export interface EmbeddedOptions {
	readonly dataFolder: string;
	/** Sentences for the person at the terminal. */
	readonly say: Say;
	/** Settings of postgresql.conf on top of ours, such as `fsync` in tests. */
	readonly parameters?: Readonly<Record<string, string>>;
}

/** A database that this process started. */
export interface EmbeddedDatabase {
	/** Connection settings of its owner. */
	readonly connection: ClientConfig;
	/** Resolves when the server has ended, wanted or not. */
	readonly ended: Promise<void>;
	stop(): Promise<void>;
}

const name = 'opentwinning';
const port = 5432;
/** After a kill -9 the old shared memory goes away only when the last orphaned backend has noticed. */
const patience = 60_000;

/** Connection settings of a database that already runs on the data folder, or undefined. */
export function runningDatabaseOf(dataFolder: string): ClientConfig | undefined {
	const note = readNote(dataFolder);
	if (note.connection === undefined) return undefined;
	return runningServerOf(join(note.home, 'postgres')) === undefined ? undefined : note.connection;
}

/** Starts the database of the data folder, made where missing; one that was left running is stopped first. */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
	const place = await choosePlace(options.dataFolder, options.say);
	if (!existsSync(join(place.cluster, 'PG_VERSION'))) makeCluster(place);
	await stopServerOf(place.cluster);

	const socketFolder = makeSocketFolder(place, readNote(place.dataFolder).connection?.host);
	const connection: ClientConfig = { host: socketFolder, port, user: name, database: name };
	const server = await startServer(place, socketFolder, options.parameters ?? {});
	await makeDatabase(connection);
	writeNote(place.dataFolder, { ...readNote(place.dataFolder), connection });

	const ended = endOf(server);
	return {
		connection,
		ended,
		async stop() {
			server.kill('SIGINT');
			await ended;
			forgetConnection(place);
		},
	};
}

function makeCluster(place: Place): void {
	// Made beside and moved, so that an interrupted first start leaves nothing half made.
	const fresh = `${place.cluster}.new`;
	rmSync(fresh, { recursive: true, force: true });
	makeOwnFolder(fresh, place.account);
	const made = spawnSync(
		programOf(place.binaries, 'initdb'),
		['--pgdata', fresh, '--username', name, '--auth', 'trust', '--encoding', 'UTF8', '--locale', 'C'].concat([
			'--locale-provider',
			'icu',
			'--icu-locale',
			'und',
		]),
		{ ...place.account, cwd: '/', encoding: 'utf8', env: plainEnvironment() },
	);
	if (made.error !== undefined || made.status !== 0)
		throw new Error(
			`PostgreSQL could not make its data folder ${place.cluster}: ${made.error?.message ?? made.stderr}`,
		);
	renameSync(fresh, place.cluster);
}

async function startServer(
	place: Place,
	socketFolder: string,
	parameters: Readonly<Record<string, string>>,
): Promise<ChildProcess> {
	const end = Date.now() + patience;
	for (let wait = 250; ; wait = Math.min(wait * 2, 2_000)) {
		const server = launch(place, socketFolder, parameters);
		if (await answers(server, socketFolder, end)) return server;
		if (Date.now() + wait > end)
			throw new Error(`PostgreSQL did not start. Its last words in ${logOf(place)}:\n${lastWordsOf(place)}`);
		await pause(wait);
	}
}

function launch(
	place: Place,
	socketFolder: string,
	parameters: Readonly<Record<string, string>>,
): ChildProcess {
	const settings: Readonly<Record<string, string>> = {
		listen_addresses: '',
		unix_socket_directories: socketFolder,
		unix_socket_permissions: '0700',
		port: String(port),
		max_connections: '100',
		shared_buffers: `${sharedMegabytes()}MB`,
		timezone: 'UTC',
		log_timezone: 'UTC',
		...parameters,
	};
	const flags = Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`]);
	const log = openLog(place);
	const server = spawn(programOf(place.binaries, 'postgres'), ['-D', place.cluster, ...flags], {
		...place.account,
		cwd: '/',
		env: plainEnvironment(),
		// A session of its own: Ctrl-C in the terminal is for the supervisor, which stops the database last.
		detached: true,
		stdio: ['ignore', log, log],
	});
	server.on('error', () => undefined);
	closeSync(log);
	return server;
}

/**
 * An eighth of the machine's memory, of which PostgreSQL takes what it has pages for; its own 128 MB hold not even the
 * upper pages of the indexes of a large installation.
 */
function sharedMegabytes(): number {
	const megabytes = Math.min(totalmem(), process.constrainedMemory() || Infinity) / 2 ** 20;
	return Math.min(Math.max(128, Math.floor(megabytes / 8)), 1024);
}

async function answers(server: ChildProcess, socketFolder: string, end: number): Promise<boolean> {
	while (server.exitCode === null && server.signalCode === null && server.pid !== undefined) {
		if (await canConnect(socketFolder)) return true;
		if (Date.now() > end) {
			server.kill('SIGQUIT');
			return false;
		}
		await pause(50);
	}
	return false;
}

async function canConnect(host: string): Promise<boolean> {
	const client = new pg.Client({
		host,
		port,
		user: name,
		database: 'postgres',
		connectionTimeoutMillis: 5_000,
	});
	try {
		await client.connect();
		await client.end();
		return true;
	} catch {
		return false;
	}
}

async function makeDatabase(connection: ClientConfig): Promise<void> {
	const client = new pg.Client({ ...connection, database: 'postgres' });
	await client.connect();
	try {
		const found = await client.query('select from pg_database where datname = $1', [name]);
		if (found.rowCount === 0) await client.query(`create database ${name}`);
	} finally {
		await client.end();
	}
}

function endOf(server: ChildProcess): Promise<void> {
	return new Promise((resolve) => {
		if (server.exitCode !== null || server.signalCode !== null) resolve();
		else server.once('exit', () => resolve());
	});
}

function forgetConnection(place: Place): void {
	const { id, home, connection } = readNote(place.dataFolder);
	removeSocketFolder(connection?.host);
	if (connection !== undefined) writeNote(place.dataFolder, { id, home });
}

function logOf(place: Place): string {
	return join(place.dataFolder, 'postgres.log');
}

function openLog(place: Place): number {
	const log = logOf(place);
	if (existsSync(log) && statSync(log).size > 5_000_000) renameSync(log, `${log}.old`);
	return openSync(log, 'a', 0o600);
}

function lastWordsOf(place: Place): string {
	return readFileSync(logOf(place), 'utf8').trimEnd().split('\n').slice(-5).join('\n');
}

// Nothing of the caller's PG* or locale variables may change how the server behaves.
function plainEnvironment(): NodeJS.ProcessEnv {
	return { PATH: process.env['PATH'], TZ: 'UTC', LC_ALL: 'C', HOME: '/' };
}
