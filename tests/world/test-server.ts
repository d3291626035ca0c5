// One PostgreSQL for a run of tests, kept between runs, with a template of the migrated schema and one of the world.
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import pg, { type ClientConfig } from 'pg';
import { startEmbeddedPostgres, type EmbeddedDatabase } from '#platform/embedded-postgres';
import { takeLock } from '#platform/process-lock';
import { migrate } from '#platform/migrations';
import { fillWorld } from './fill-world.ts';

/** What a test needs to know to make its own database. */
export interface TestDatabases {
	/** The owner's connection to the server, on a database that nobody tests with. */
	readonly server: ClientConfig;
	/** The template that holds the migrated schema and the world. */
	readonly template: string;
	/** A folder for what the files of one run make for each other; empty when the run begins. */
	readonly shared: string;
}

/** A running server of test databases. */
export interface TestServer extends TestDatabases {
	stop(): Promise<void>;
}

const cache = resolve(import.meta.dirname, '../../node_modules/.cache/opentwinning');
/** Nothing here must outlive a power cut, so nothing waits for the disk. */
const parameters = { fsync: 'off', full_page_writes: 'off', max_connections: '200' };

/** Starts a server of our own: every run that goes on at the same time has another folder. */
export async function startTestServer(content: 'schema' | 'world' = 'world'): Promise<TestServer> {
	const { folder, release } = takeFolder();
	const database = await startOrStartAfresh(folder);
	try {
		const template = await makeTemplates(database.connection, content);
		const shared = `${folder}-shared`;
		rmSync(shared, { recursive: true, force: true });
		mkdirSync(shared, { recursive: true });
		return {
			server: database.connection,
			template,
			shared,
			async stop() {
				await database.stop();
				release();
			},
		};
	} catch (error) {
		await database.stop();
		release();
		throw error;
	}
}

/** Runs work on a freshly migrated database without the world, for scripts that look at the schema. */
export async function withMigratedDatabase(work: (connection: ClientConfig) => Promise<void>): Promise<void> {
	const server = await startTestServer('schema');
	try {
		await work({ ...server.server, database: server.template });
	} finally {
		await server.stop();
	}
}

/** Makes a database of that name as a copy of the template. */
export async function cloneDatabase(databases: TestDatabases, name: string): Promise<ClientConfig> {
	await onServer(databases.server, (client) =>
		client.query(
			`create database ${pg.escapeIdentifier(name)} template ${pg.escapeIdentifier(databases.template)} strategy wal_log`,
		),
	);
	return { ...databases.server, database: name };
}

/**
 * A template of that name beside the world's, made of it by the first file of a run that asks; others wait for it.
 * Whoever fills it leaves no connection behind.
 */
export async function sharedTemplate(
	databases: TestDatabases,
	name: string,
	fill: (connection: ClientConfig) => Promise<void>,
): Promise<TestDatabases> {
	const { server, template } = databases;
	const shared = `clone_shared_${name}`;
	await onServer(server, async (client) => {
		// let go of with the connection
		await client.query('select pg_advisory_lock(hashtext($1))', [shared]);
		await makeTemplate(client, server, shared, template, fill);
	});
	return { ...databases, template: shared };
}

/** Drops a clone, whoever is still connected to it. */
export async function dropDatabase(databases: TestDatabases, name: string): Promise<void> {
	await onServer(databases.server, (client) => drop(client, name));
}

/** Whether a database of that name exists. */
export async function hasDatabase(databases: TestDatabases, name: string): Promise<boolean> {
	return onServer(databases.server, (client) => exists(client, name));
}

function takeFolder(): { folder: string; release: () => void } {
	for (let number = 1; number <= 20; number++) {
		const folder = `${cache}/tests-${number}`;
		const lock = takeLock(`${folder}.lock`);
		if (lock !== undefined) return { folder, release: () => lock.release() };
	}
	throw new Error(`Twenty runs of the tests use ${cache} already.`);
}

async function startOrStartAfresh(folder: string): Promise<EmbeddedDatabase> {
	const options = { dataFolder: folder, parameters, say: () => undefined };
	try {
		return await startEmbeddedPostgres(options);
	} catch (error) {
		if (!existsSync(folder)) throw error;
		// Without fsync a power cut may have broken the kept cluster; it holds nothing of value.
		rmSync(folder, { recursive: true, force: true });
		return startEmbeddedPostgres(options);
	}
}

async function makeTemplates(server: ClientConfig, content: 'schema' | 'world'): Promise<string> {
	const schema = `schema_${hashOf(['migrations/*.sql', 'src/server/platform/migrations.ts'])}`;
	const world = `world_${hashOf(['migrations/*.sql', 'src/server/**/*.ts', 'src/shared/**/*.ts', 'tests/world/**/*.ts'])}`;
	return onServer(server, async (client) => {
		await dropAllBut(client, [schema, world]);
		await makeTemplate(client, server, schema, 'template0', migrate);
		if (content === 'schema') return schema;
		await makeTemplate(client, server, world, schema, fillWorld);
		return world;
	});
}

function hashOf(patterns: readonly string[]): string {
	const hash = createHash('sha256');
	const root = resolve(import.meta.dirname, '../..');
	for (const file of globSync([...patterns], { cwd: root }).sort()) {
		if (!file.endsWith('.test.ts')) hash.update(file).update(readFileSync(resolve(root, file)));
	}
	return hash.digest('hex').slice(0, 16);
}

async function dropAllBut(client: pg.Client, kept: readonly string[]): Promise<void> {
	const found = await client.query<{ datname: string }>(
		"select datname from pg_database where datname ~ '^(schema|world|building|clone)_' and not datname = any($1)",
		[kept],
	);
	for (const { datname } of found.rows) await drop(client, datname);
}

// Built under another name, so that an interrupted run leaves no half template.
async function makeTemplate(
	client: pg.Client,
	server: ClientConfig,
	name: string,
	from: string,
	fill: (connection: ClientConfig) => Promise<void>,
): Promise<void> {
	if (await exists(client, name)) return;
	const building = `building_${randomUUID().replaceAll('-', '')}`;
	await client.query(`create database ${building} template ${from} strategy wal_log`);
	await fill({ ...server, database: building });
	await client.query(`alter database ${building} rename to ${name}`);
}

async function exists(client: pg.Client, name: string): Promise<boolean> {
	const found = await client.query('select from pg_database where datname = $1', [name]);
	return found.rowCount === 1;
}

async function drop(client: pg.Client, name: string): Promise<void> {
	await client.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`);
}

async function onServer<T>(server: ClientConfig, work: (client: pg.Client) => Promise<T>): Promise<T> {
	const client = new pg.Client(server);
	await client.connect();
	try {
		return await work(client);
	} finally {
		await client.end();
	}
}
