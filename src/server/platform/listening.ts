/** Listens to what the database calls out. A call may be lost while the line is down: it wakes, and carries nothing. */
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import pg from 'pg';
import type { Context } from './context.ts';
import type { Logger } from './log.ts';

export type Listening = { readonly close: () => Promise<void> };

const longestPause = 5000;

/** Calls out on a channel when the transaction commits; whoever listens hears what is said. */
export async function callOut(ctx: Context, channel: string, said: string): Promise<void> {
	await sql`select pg_notify(${channel}, ${said})`.execute(ctx.db);
}

/** Calls `wake` for every call on the channel, and whenever the line stands again: then something may have been missed. */
export function listenTo(
	connection: pg.ClientConfig,
	channel: string,
	wake: (said?: string) => void,
	log: Logger,
): Listening {
	const closing = new AbortController();
	let client: pg.Client | undefined;
	const ended = keepListening();
	return {
		async close() {
			closing.abort();
			await client?.end().catch(() => undefined);
			await ended;
		},
	};

	async function keepListening(): Promise<void> {
		for (let wait = 100; !closing.signal.aborted; wait = Math.min(wait * 2, longestPause)) {
			if (await listenOnce()) wait = 100;
			await pause(wait, undefined, { signal: closing.signal }).catch(() => undefined);
		}
	}

	/** True when the line stood for a while. */
	async function listenOnce(): Promise<boolean> {
		const line = new pg.Client({ ...connection, keepAlive: true });
		client = line;
		const broken = new Promise<void>((resolve) => {
			line.on('error', () => resolve());
			line.on('end', () => resolve());
		});
		line.on('notification', ({ payload }) => wake(payload === '' ? undefined : payload));
		try {
			await line.connect();
			await line.query(`listen ${pg.escapeIdentifier(channel)}`);
		} catch (error) {
			log.warn({ err: String(error), channel }, 'cannot listen to the database');
			await line.end().catch(() => undefined);
			return false;
		}
		wake();
		await broken;
		await line.end().catch(() => undefined);
		return true;
	}
}
