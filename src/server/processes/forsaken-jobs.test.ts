import type { EventEmitter } from 'node:events';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createLogger } from '#platform/log';
import { ownDatabase } from '../../../tests/world/database.ts';
import { keepJobs, type JobKeeper } from './forsaken-jobs.ts';

const database = ownDatabase();
const log = createLogger('test');
let pool: pg.Pool;
let keeper: JobKeeper | undefined;

beforeEach(async () => {
	pool = new pg.Pool({ ...database.connection, max: 5 });
	pool.on('error', () => undefined);
	pool.on('connect', (client) => client.on('error', () => undefined));
	// the world left jobs of its own
	await pool.query('delete from graphile_worker._private_jobs');
});
afterEach(async () => {
	await keeper?.close();
	await pool.end();
});

/** A worker of that name begins to look after jobs. */
function worker(name: string): JobKeeper {
	const kept = keepJobs(pool, log);
	(kept.events as EventEmitter).emit('pool:create', { workerPool: { id: name } });
	return kept;
}

async function jobHeldBy(name: string, seconds = 60): Promise<void> {
	await pool.query("select graphile_worker.add_job('some.job')");
	await pool.query(
		`update graphile_worker._private_jobs set locked_by = $1, locked_at = now() - make_interval(secs => $2)
		where locked_by is null`,
		[name, seconds],
	);
}

async function holders(): Promise<(string | null)[]> {
	const found = await pool.query<{ locked_by: string | null }>(
		'select locked_by from graphile_worker.jobs order by id',
	);
	return found.rows.map((row) => row.locked_by);
}

test('a job in the hands of a dead worker is free again, one of a living worker or of a moment ago is not', async () => {
	const other = worker('living');
	await expect.poll(locks).toBe(1);
	await jobHeldBy('dead');
	await jobHeldBy('living');
	await jobHeldBy('starting', 1);
	keeper = worker('newcomer');
	await expect.poll(holders).toEqual([null, 'living', 'starting']);
	await other.close();
});

test('a worker whose connection broke shows again that it lives', async () => {
	keeper = worker('shaken');
	await expect.poll(locks).toBe(1);
	await pool.query(`select pg_terminate_backend(pid) from pg_locks where ${lockHere}`);
	await expect.poll(locks).toBe(0);
	await expect.poll(locks, { timeout: 15_000 }).toBe(1);
});

/** Other test files hold locks in databases of their own. */
const lockHere = `locktype = 'advisory'
	and database = (select oid from pg_database where datname = current_database())`;

async function locks(): Promise<number> {
	const { rows } = await pool.query<{ count: number }>(
		`select count(*)::int as count from pg_locks where ${lockHere}`,
	);
	return rows[0]?.count ?? 0;
}
