// Keeps one program running: when it ends by itself it is started again, after pauses that grow.
import { setTimeout as pause } from 'node:timers/promises';

/** A program that runs; `ended` tells in half a sentence how it ended. */
export interface Running {
	readonly ended: Promise<string>;
	stop(): Promise<void>;
}

/** A program that is kept running until it is stopped. */
export interface Kept {
	stop(): Promise<void>;
}

const shortestPause = 200;
const longestPause = 10_000;
/** Who has outlived the longest pause is not in a crash loop: the next pause is short again. */
const longLife = longestPause;

/** Starts the program (the first start may fail, and that is thrown) and keeps it running. */
export async function keepRunning(
	name: string,
	launch: () => Promise<Running> | Running,
	say: (sentence: string) => void,
): Promise<Kept> {
	const stopping = new AbortController();
	let current = await launch();
	const guard = guardIt();

	async function guardIt(): Promise<void> {
		let wait = shortestPause;
		let born = Date.now();
		let how = await current.ended;
		while (!stopping.signal.aborted) {
			if (Date.now() - born > longLife) wait = shortestPause;
			say(`${name} ended (${how}) and is started again in ${wait / 1_000} s.`);
			await pause(wait, undefined, { signal: stopping.signal }).catch(() => undefined);
			if (stopping.signal.aborted) return;
			wait = Math.min(wait * 2, longestPause);
			born = Date.now();
			how = await launchAgain();
		}
	}

	async function launchAgain(): Promise<string> {
		try {
			current = await launch();
			if (stopping.signal.aborted) await current.stop();
			return await current.ended;
		} catch (error) {
			return error instanceof Error ? error.message : String(error);
		}
	}

	return {
		async stop() {
			stopping.abort();
			await current.stop();
			await guard;
		},
	};
}
