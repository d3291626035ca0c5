/**
 * Jobs in the hands of a worker that died: the queue alone would keep them locked for four hours. Each living worker
 * holds an advisory lock on its name, which PostgreSQL lets go when its connection ends, however it ends.
 */
import { EventEmitter } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { WorkerEvents } from 'graphile-worker';
import type pg from 'pg';
import type { Logger } from '#platform/log';

export type JobKeeper = {
	/** To be handed to the queue, which tells its worker's name through it. */
	readonly events: WorkerEvents;
	readonly close: () => Promise<void>;
};

const every = 10_000;
/** A worker's first jobs may be in its hands a moment before its lock is. */
const grace = '5 seconds';

/** Shows that this worker lives, and takes back what dead ones hold. Uses one connection of the pool for itself. */
export function keepJobs(pool: pg.Pool, log: Logger): JobKeeper {
	const closing = new AbortController();
	const events: WorkerEvents = new EventEmitter();
	let keeping: Promise<void> | undefined;
	events.once('pool:create', ({ workerPool }) => {
		keeping = keepOn(workerPool.id);
	});

	async function keepOn(name: string): Promise<void> {
		while (!closing.signal.aborted) {
			await holdName(name).catch((error: Error) => log.warn({ err: error.message }, 'sign of life lost'));
			await pause(1_000, undefined, { signal: closing.signal }).catch(() => undefined);
		}
	}

	async function holdName(name: string): Promise<void> {
		const client = await pool.connect();
		try {
			await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [name]);
			while (!closing.signal.aborted) {
				await takeBack(pool, log);
				await client.query('select 1');
				await pause(every, undefined, { signal: closing.signal }).catch(() => undefined);
			}
		} finally {
			// the lock belongs to the connection, so it must not go back into the pool
			client.release(true);
		}
	}

	return {
		events,
		close: async () => {
			closing.abort();
			await keeping;
		},
	};
}

async function takeBack(pool: pg.Pool, log: Logger): Promise<void> {
	const { rows } = await pool.query<{ name: string }>(
		`with holder as (
			select distinct locked_by as name from graphile_worker.jobs where locked_at < now() - $1::interval
		), dead as materialized (
			select name from holder where pg_try_advisory_xact_lock(hashtextextended(name, 0))
		)
		select name, graphile_worker.force_unlock_workers(array[name]) from dead`,
		[grace],
	);
	if (rows.length > 0) log.warn({ workers: rows.length }, 'took back the jobs of dead workers');
}
