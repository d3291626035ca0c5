/** Brings a database to the newest schema: plain SQL files in order, each once, then the rights of the application. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import { applicationRole } from './database.ts';

const lock = 7_246_104_331;

/** Runs what is missing as the owner of the database. Two processes starting at once take turns. */
export async function migrate(connection: pg.ClientConfig, folder = 'migrations'): Promise<void> {
	const client = new pg.Client(connection);
	await client.connect();
	try {
		await client.query('select pg_advisory_lock($1)', [lock]);
		await makeRole(client);
		await migrateJobs(connection);
		await runFiles(client, folder);
		await grantRights(client);
	} finally {
		await client.end();
	}
}

async function files(folder: string): Promise<string[]> {
	return (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
}

async function makeRole(client: pg.Client): Promise<void> {
	const found = await client.query('select 1 from pg_roles where rolname = $1', [applicationRole]);
	if (found.rowCount) return;
	// another database of the same server may make the role at this very moment
	await client.query(
		`do $$ begin create role ${applicationRole} nologin; exception when duplicate_object or unique_violation then null; end $$`,
	);
}

async function migrateJobs(connection: pg.ClientConfig): Promise<void> {
	const pool = new pg.Pool({ ...connection, max: 2 });
	pool.on('error', () => undefined);
	pool.on('connect', (client) => client.on('error', () => undefined));
	try {
		await runMigrations({ pgPool: pool });
	} finally {
		await pool.end();
	}
}

async function runFiles(client: pg.Client, folder: string): Promise<void> {
	await client.query(
		'create table if not exists public.opentwinning_migration (name text primary key, run_at timestamptz not null default now())',
	);
	const run = await client.query<{ name: string }>('select name from public.opentwinning_migration');
	const done = new Set(run.rows.map((row) => row.name));
	for (const name of await files(folder)) {
		if (done.has(name)) continue;
		await client.query('begin');
		await client.query(await readFile(join(folder, name), 'utf8'));
		await client.query('insert into public.opentwinning_migration (name) values ($1)', [name]);
		await client.query('commit');
	}
}

/** The application reads and writes rows of every part, and can only append to the audit log. */
async function grantRights(client: pg.Client): Promise<void> {
	await client.query(`grant ${applicationRole} to current_user`);
	const schemas = await client.query<{ name: string }>(
		`select nspname as name from pg_namespace
		 where nspname !~ '^pg_' and nspname not in ('information_schema', 'public', 'graphile_worker')`,
	);
	for (const { name } of schemas.rows) {
		const schema = client.escapeIdentifier(name);
		await client.query(`grant usage on schema ${schema} to ${applicationRole}`);
		await client.query(
			`grant select, insert, update, delete on all tables in schema ${schema} to ${applicationRole}`,
		);
		await client.query(`grant usage on all sequences in schema ${schema} to ${applicationRole}`);
		await client.query(`grant execute on all functions in schema ${schema} to ${applicationRole}`);
	}
	await client.query(
		`revoke update, delete, truncate on platform.audit_entry, platform.audit_seal from ${applicationRole}`,
	);
}
