// Clients that ask over HTTP: one after another, all the time, or at a steady pace whatever the answers take.
import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

export interface Asked {
	/** Milliseconds of every answer. */
	readonly times: readonly number[];
	readonly seconds: number;
}

export interface Asking {
	readonly url: string;
	readonly paths: readonly string[];
	readonly headers: Readonly<Record<string, string>>;
}

/** So many clients, each asking again as soon as it was answered, until all paths were asked once. */
export async function askClosed(asking: Asking, clients: number): Promise<Asked> {
	const agent = new Agent({ keepAlive: true, maxSockets: clients });
	const times: number[] = [];
	const began = performance.now();
	let next = 0;
	const client = async () => {
		while (next < asking.paths.length) times.push(await ask(asking, asking.paths[next++] ?? '', agent));
	};
	await Promise.all(Array.from({ length: clients }, client));
	agent.destroy();
	return { times, seconds: (performance.now() - began) / 1000 };
}

/** So many requests a second, each on its own time: an answer that is late holds up nobody who asks next. */
export async function askOpen(asking: Asking, aSecond: number, seconds: number): Promise<Asked> {
	const agent = new Agent({ keepAlive: true });
	const times: number[] = [];
	const began = performance.now();
	const waiting: Promise<void>[] = [];
	for (let number = 0; number < aSecond * seconds; number++) {
		const due = began + (number * 1000) / aSecond;
		const early = due - performance.now();
		if (early > 0) await pause(early);
		const path = asking.paths[number % asking.paths.length] ?? '';
		// counted from when it was due, so that a client that is late itself hides nothing
		waiting.push(ask(asking, path, agent).then(() => void times.push(performance.now() - due)));
	}
	await Promise.all(waiting);
	agent.destroy();
	return { times, seconds: (performance.now() - began) / 1000 };
}

function ask({ url, headers }: Asking, path: string, agent: Agent): Promise<number> {
	const began = performance.now();
	return new Promise((done, failed) => {
		const sent = request(url + path, { agent, headers: { ...headers } }, (response) => {
			response.resume().on('end', () => {
				if (response.statusCode === 200) done(performance.now() - began);
				else failed(new Error(`${path} answered ${response.statusCode}`));
			});
		});
		sent.on('error', failed).end();
	});
}

/** The value that this share of all stays below. */
export function percentile(values: readonly number[], share: number): number {
	const sorted = [...values].sort((one, other) => one - other);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
