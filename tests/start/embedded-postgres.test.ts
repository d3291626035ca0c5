// Our own PostgreSQL where people really put their checkouts, and after what really happens to machines.
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { homedir, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import pg, { type ClientConfig } from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { databaseNoteOf, databaseOf, readConfig } from '#platform/config';
import { runningDatabaseOf, startEmbeddedPostgres, type EmbeddedDatabase } from '#platform/embedded-postgres';

const isRoot = process.getuid?.() === 0;
const said: string[] = [];
const localeOfOurs = "select datlocale as answer from pg_database where datname = 'opentwinning'";
const sharedMegabytes =
	"select setting::integer / 128 as answer from pg_settings where name = 'shared_buffers'";
let folder: string;
/** A space, letters of other scripts, more than 150 characters: too long for a socket, and all of it happens. */
let dataFolder: string;

beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'opentwinning-database-'));
	// Others must get through to a folder in it, as they do in most checkouts.
	chmodSync(folder, 0o755);
	dataFolder = join(folder, 'my school/škola/данные', 'a-long-name-of-a-folder/'.repeat(6), 'data');
});
beforeEach(() => {
	said.length = 0;
});
afterAll(() => {
	rmSync(folder, { recursive: true, force: true });
});

function start(dataFolder: string): Promise<EmbeddedDatabase> {
	return startEmbeddedPostgres({
		dataFolder,
		say: (sentence) => said.push(sentence),
		parameters: { fsync: 'off' },
	});
}

async function ask<T>(connection: ClientConfig, question: string): Promise<T | undefined> {
	const client = new pg.Client(connection);
	await client.connect();
	try {
		return (await client.query<{ answer: T }>(question)).rows[0]?.answer;
	} finally {
		await client.end();
	}
}

test('it listens on a socket that only its account can reach, and on no network', async () => {
	const database = await start(dataFolder);
	try {
		expect(await ask(database.connection, "select current_setting('listen_addresses') as answer")).toBe('');
		expect(statSync(database.connection.host ?? '').mode & 0o777).toBe(0o700);
		expect(await ask(database.connection, localeOfOurs)).toBe('und');
		const shared = await ask<number>(database.connection, sharedMegabytes);
		expect(shared).toBeGreaterThanOrEqual(128);
		expect(shared).toBeLessThanOrEqual(Math.min(Math.max(128, totalmem() / 2 ** 23), 1024));
		expect(databaseOf(readConfig({ OPENTWINNING_DATA: dataFolder }))).toEqual(database.connection);
	} finally {
		await database.stop();
	}
	expect(runningDatabaseOf(dataFolder)).toBeUndefined();
	expect(existsSync(database.connection.host ?? '')).toBe(false);
});

test('a server that was left running is stopped, and what it held is there', async () => {
	const left = await start(dataFolder);
	await ask(left.connection, 'create table left_running as select 42 as answer');
	const next = await start(dataFolder);
	try {
		await left.ended;
		expect(await ask(next.connection, 'select answer from left_running')).toBe(42);
	} finally {
		await next.stop();
	}
});

test('it starts again after a kill -9, at the first try of the caller', async () => {
	const killed = await start(dataFolder);
	await ask(killed.connection, 'create table killed as select 42 as answer');
	const pid = Number.parseInt(readFileSync(join(homeOf(dataFolder), 'postgres/postmaster.pid'), 'utf8'), 10);
	process.kill(pid, 'SIGKILL');
	const next = await start(dataFolder);
	try {
		expect(await ask(next.connection, 'select answer from killed')).toBe(42);
	} finally {
		await next.stop();
	}
}, 60_000);

// PostgreSQL refuses to run as root, so that root's database alone has another account
if (isRoot)
	test('where its account cannot reach the data folder, it lives elsewhere and says so', async () => {
		const { closed, unreachable } = aClosedFolder();
		const home = await startAndStop(unreachable);
		expect(home).toMatch(/^\/var\/lib\/opentwinning\/[0-9a-f]{16}$/);
		expect(said.join()).toContain(home);

		// A new data folder of the same path must not inherit the database of the deleted one.
		rmSync(unreachable, { recursive: true });
		said.length = 0;
		expect(await startAndStop(unreachable)).toBe(home);
		const aside = /set aside: (\S+)\.$/m.exec(said.join('\n'))?.[1] ?? '';
		expect(existsSync(join(aside, 'postgres/PG_VERSION'))).toBe(true);
		for (const left of [closed, home, aside]) rmSync(left, { recursive: true });
	});
else
	test('a data folder that is closed to all others is where it lives', async () => {
		const { closed, unreachable } = aClosedFolder();
		expect(await startAndStop(unreachable)).toBe(unreachable);
		expect(said.join()).not.toContain('cannot reach');
		rmSync(closed, { recursive: true });
	});

function aClosedFolder() {
	const closed = mkdtempSync(join(homedir(), 'opentwinning-closed-'));
	const unreachable = join(closed, 'data');
	mkdirSync(unreachable, { mode: 0o700 });
	return { closed, unreachable };
}

async function startAndStop(dataFolder: string): Promise<string> {
	const database = await start(dataFolder);
	await database.stop();
	return homeOf(dataFolder);
}

function homeOf(dataFolder: string): string {
	return (JSON.parse(readFileSync(databaseNoteOf(dataFolder), 'utf8')) as { home: string }).home;
}
