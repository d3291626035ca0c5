/**
 * Whether the database still answers. A server that is gone says so at once; one that hangs says nothing, and whoever
 * waits for it would wait for ever.
 */
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { isDatabaseGone, Unavailable } from './errors.ts';

export type Pulse = {
	/** Does the work, and throws Unavailable as soon as the database does not answer meanwhile. */
	whileItAnswers<T>(work: () => Promise<T>): Promise<T>;
};

/** Nobody is asked about before so long: most work is done by then. */
const patience = 400;
const answersWithin = 300;

/** Feels the pulse where somebody waits; cuts every line of the pool when there is none, so that nothing hangs on it. */
export function feelPulse(connection: pg.ClientConfig, pool: pg.Pool): Pulse {
	const lines = new Set<pg.PoolClient>();
	pool.on('connect', (client) => lines.add(client));
	pool.on('remove', (client) => lines.delete(client));
	let asking: Promise<boolean> | undefined;

	/** All who wait ask one question together. */
	function answers(): Promise<boolean> {
		asking ??= answersNow(connection).finally(() => (asking = undefined));
		return asking;
	}

	async function untilLost(over: AbortSignal): Promise<never> {
		do await pause(patience, undefined, { signal: over });
		while (await answers());
		// a line with a question under way is broken off, and the question ends as an error
		for (const line of lines) void (line as pg.PoolClient & pg.Client).end().catch(() => undefined);
		throw new Unavailable('database');
	}

	return {
		async whileItAnswers(work) {
			const over = new AbortController();
			const working = work();
			const lost = untilLost(over.signal);
			lost.catch(() => undefined);
			working.catch(() => undefined);
			try {
				return await Promise.race([working, lost]);
			} finally {
				over.abort();
			}
		},
	};
}

/** One question over a line of its own. A server that is only full answers too. */
async function answersNow(connection: pg.ClientConfig): Promise<boolean> {
	const limits = { connectionTimeoutMillis: answersWithin, query_timeout: answersWithin };
	const client = new pg.Client({ ...connection, ...limits });
	client.on('error', () => undefined);
	try {
		await client.connect();
		await client.query('select 1');
		return true;
	} catch (error) {
		return !isDatabaseGone(error) && !/timeout/i.test(String(error));
	} finally {
		void client.end().catch(() => undefined);
	}
}
