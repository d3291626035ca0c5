// What the benches share: processor time of a process, requests in a closed loop, a seeded platform to ask.
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';

const ticksPerSecond = 100;

/** Processor time a process has used so far, in milliseconds: user and system (Linux, /proc). */
export function processorTimeOf(processId: number): number {
	const fields = readFileSync(`/proc/${processId}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
	return ((Number(fields[11]) + Number(fields[12])) * 1000) / ticksPerSecond;
}

export interface Ask {
	readonly url: string;
	readonly headers?: Readonly<Record<string, string>>;
}

/** Sends so many requests, `clients` at a time, each after its last was answered; throws on anything but 200. */
export async function closedLoop(ask: Ask, requests: number, clients = 8): Promise<void> {
	const agent = new Agent({ keepAlive: true, maxSockets: clients });
	let left = requests;
	const client = async () => {
		while (left-- > 0) await once(ask, agent);
	};
	await Promise.all(Array.from({ length: clients }, client));
	agent.destroy();
}

function once({ url, headers }: Ask, agent: Agent): Promise<void> {
	return new Promise((done, failed) => {
		const sent = request(
			url,
			{ agent, headers: { 'accept-encoding': 'identity', ...headers } },
			(response) => {
				response.resume().on('end', () => {
					if (response.statusCode === 200) done();
					else failed(new Error(`${url} answered ${response.statusCode}`));
				});
			},
		);
		sent.on('error', failed).end();
	});
}

/** The clock of the operating system counts processor time in ticks: so much makes one of them a per cent. */
const enoughTime = 100 * (1000 / ticksPerSecond);

/** Processor milliseconds per request of a process, over as many requests as keep it busy for a second. */
export async function costOf(processId: number, ask: Ask): Promise<number> {
	const batch = 200;
	const before = processorTimeOf(processId);
	let used = 0;
	let requests = 0;
	while (used < enoughTime) {
		await closedLoop(ask, batch);
		requests += batch;
		used = processorTimeOf(processId) - before;
	}
	return used / requests;
}

/** The middle one. */
export function median(values: readonly number[]): number {
	return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}

export const rounded = (value: number, digits = 2): number => Number(value.toFixed(digits));
