/**
 * Whether the database still answers. A server that is gone says so at once; one that hangs says nothing, and whoever
 * waits for it would wait for ever.
 */
import type { Duplex } from 'node:stream';
import { setImmediate as otherWork, setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { isDatabaseGone, Unavailable } from './errors.ts';

export type Pulse = {
	/** Does the work, and throws Unavailable as soon as the database does not answer meanwhile. */
	whileItAnswers<T>(work: () => Promise<T>): Promise<T>;
};

/** Nobody is asked about before so long: most work is done by then. */
const patience = 300;
const answersWithin = 500;
/** After so long a silence every line is cut: perhaps another server has taken over, and will be found by new ones. */
const longestSilence = 5_000;

/** Feels the pulse where somebody waits. */
export function feelPulse(connection: pg.ClientConfig, pool: pg.Pool): Pulse {
	const lines = new Set<pg.PoolClient>();
	pool.on('connect', (client) => lines.add(client));
	pool.on('remove', (client) => lines.delete(client));
	const question = openQuestion(connection);

	/** Asks again and again, until told that nobody waits any longer. Timers, since this stands around every request. */
	function watch(lost: (error: Unavailable) => void): () => void {
		let waited = true;
		let next = setTimeout(look, patience);
		function look(): void {
			void isAnswered(question.ask()).then((answered) => {
				if (!waited) return;
				if (answered) {
					next = setTimeout(look, patience);
					return;
				}
				// a line with a question under way is broken off, and the question ends as an error
				if (question.givesUp()) for (const line of lines) cut(line);
				lost(new Unavailable('database'));
			});
		}
		return () => {
			waited = false;
			clearTimeout(next);
		};
	}

	return {
		whileItAnswers: (work) =>
			new Promise((done, failed) => {
				const leave = watch(failed);
				void work().then(done, failed).finally(leave);
			}),
	};
}

async function isAnswered(answer: Promise<boolean>): Promise<boolean> {
	const late = pause(answersWithin, false, { ref: false }).then(async () => {
		// on a busy machine the answer may have come while this process had no time to read it
		await otherWork();
		await otherWork();
		return false;
	});
	return Promise.race([answer, late]);
}

/** One question at a time over a line of its own, asked together by all who wait; false when the server is gone. */
function openQuestion(connection: pg.ClientConfig) {
	let line: pg.Client | undefined;
	/** Since when nothing was answered, however often it was asked; undefined while answers come. */
	let silentSince: number | undefined;
	let asking: Promise<boolean> | undefined;

	async function answer(): Promise<boolean> {
		try {
			line ??= await openLine(connection, () => (line = undefined));
			await line.query('select 1');
			silentSince = undefined;
			return true;
		} catch (error) {
			line = undefined;
			// a server that is only full answers too
			const answered = !isDatabaseGone(error) || isFull(error);
			if (answered) silentSince = undefined;
			return answered;
		}
	}

	return {
		ask(): Promise<boolean> {
			silentSince ??= performance.now();
			asking ??= answer().finally(() => (asking = undefined));
			return asking;
		},
		/** Gives up on lines that were silent for too long, and says so: its own is cut, and the time begins again. */
		givesUp(): boolean {
			if (silentSince === undefined || performance.now() - silentSince <= longestSilence) return false;
			if (line) cut(line);
			silentSince = performance.now();
			return true;
		},
	};
}

async function openLine(connection: pg.ClientConfig, onEnd: () => void): Promise<pg.Client> {
	const line = new pg.Client({ ...connection, connectionTimeoutMillis: answersWithin });
	line.on('error', () => undefined);
	line.on('end', onEnd);
	await line.connect();
	return line;
}

function isFull(error: unknown): boolean {
	return error instanceof Error && 'code' in error && error.code === '53300';
}

/** Taking leave would wait for the other side; what is cut ends here and now. */
function cut(line: pg.ClientBase): void {
	const { stream } = (line as pg.ClientBase & { readonly connection: { readonly stream: Duplex } })
		.connection;
	stream.destroy(new Error('Connection terminated: the database is silent'));
}
