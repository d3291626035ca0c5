// Databases for tests: one whose changes are rolled back after each test, and one of its own for tests that commit.
import { randomUUID } from 'node:crypto';
import type { ControlledTransaction } from 'kysely';
import type { ClientConfig } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, inject } from 'vitest';
import type { Actor } from '#shared/actor';
import type { Context, Database } from '#platform/context';
import { createDatabase } from '#platform/database';
import { createLogger } from '#platform/log';
import type { DB } from '#platform/schema';
import { cloneDatabase, dropDatabase, hasDatabase, type TestDatabases } from './test-server.ts';
import { worldNow } from './fill-world.ts';

/** A database filled with the world, to be read inside tests and hooks only. */
export interface WorldDatabase {
	readonly db: Database;
	/** Connection settings of its owner, for processes that the test starts. */
	readonly connection: ClientConfig;
	/** A context in which that actor acts, at the moment of the world unless told otherwise. */
	as<A extends Actor>(actor: A, changes?: Partial<Omit<Context, 'actor'>>): Context<A>;
}

const log = createLogger('test');

/**
 * For rules and use cases: each test runs in a transaction that is rolled back, over a clone of the world or of another
 * template. Call it at the top of the file.
 */
export function testDatabase(from: Template = ofTheWorld): WorldDatabase {
	const open = openClone(async (databases) => cloneOfThisWorker(await from(databases)));
	let transaction: ControlledTransaction<DB> | undefined;

	beforeEach(async () => {
		transaction = await open.db().startTransaction().execute();
	});
	afterEach(async () => {
		await transaction?.rollback().execute();
		transaction = undefined;
	});
	return worldDatabase(open, () => opened(transaction));
}

/**
 * For tests that commit (pages, sockets, processes): a clone for this file alone, of the world or of another template.
 * Call it once, at the top of the file.
 */
export function ownDatabase(from: Template = ofTheWorld): WorldDatabase {
	const name = `clone_${randomUUID().replaceAll('-', '')}`;
	// Hooks after all tests run in reverse: the connections are closed before the database goes.
	afterAll(() => dropDatabase(inject('testDatabases'), name));
	const open = openClone(async (databases) => cloneDatabase(await from(databases), name));
	return worldDatabase(open, open.db);
}

/** What a clone is made of; asked once, before the first test. */
export type Template = (databases: TestDatabases) => Promise<TestDatabases>;

const ofTheWorld: Template = (databases) => Promise.resolve(databases);

/** A database that somebody opened and closes again. */
export function databaseAt(connection: ClientConfig): WorldDatabase & { close(): Promise<void> } {
	const db = createDatabase({ connection, log, connections: 4 });
	const open = { db: () => db, connection: () => connection };
	return Object.assign(worldDatabase(open, open.db), { close: () => db.destroy() });
}

interface OpenClone {
	readonly db: () => Database;
	readonly connection: () => ClientConfig;
}

function worldDatabase(open: OpenClone, db: () => Database): WorldDatabase {
	return {
		get db() {
			return db();
		},
		get connection() {
			return open.connection();
		},
		as: (actor, changes) => ({ db: db(), now: worldNow, locale: 'en', log, ...changes, actor }),
	};
}

type Clone = (databases: TestDatabases) => Promise<ClientConfig>;

function openClone(clone: Clone): OpenClone {
	let connection: ClientConfig | undefined;
	let db: Database | undefined;
	beforeAll(async () => {
		connection = await clone(inject('testDatabases'));
		db = createDatabase({ connection, log, connections: 4 });
		// whoever comes first makes the world that all clone, and the others wait for it
	}, 180_000);
	afterAll(async () => {
		await db?.destroy();
	});
	return { db: () => opened(db), connection: () => opened(connection) };
}

function opened<T>(value: T | undefined): T {
	if (value === undefined)
		throw new Error('The database of a test file can be used inside tests and hooks only.');
	return value;
}

// The files of one worker run one after another and leave nothing behind, so they share a clone of each template.
async function cloneOfThisWorker(databases: TestDatabases): Promise<ClientConfig> {
	const name = `clone_worker_${process.env['VITEST_POOL_ID'] ?? '1'}_${databases.template}`;
	if (await hasDatabase(databases, name)) return { ...databases.server, database: name };
	return cloneDatabase(databases, name);
}
