import { expect, test } from 'vitest';
import { keepRunning, type Running } from './keep-running.ts';

class Program implements Running {
	readonly ended: Promise<string>;
	stopped = false;
	readonly #end: (how: string) => void;
	constructor() {
		const { promise, resolve } = Promise.withResolvers<string>();
		this.ended = promise;
		this.#end = resolve;
	}
	crash(): void {
		this.#end('exit code 1');
	}
	async stop(): Promise<void> {
		this.stopped = true;
		this.#end('signal SIGTERM');
	}
}

function programs(): { launched: Program[]; launch: () => Program } {
	const launched: Program[] = [];
	return {
		launched,
		launch() {
			const program = new Program();
			launched.push(program);
			return program;
		},
	};
}

test('a program that ends is started again, after pauses that grow', async () => {
	const { launched, launch } = programs();
	const said: string[] = [];
	const kept = await keepRunning('The web process', launch, (sentence) => said.push(sentence));
	launched[0]?.crash();
	await expect.poll(() => launched.length).toBe(2);
	launched[1]?.crash();
	await expect.poll(() => launched.length).toBe(3);
	await kept.stop();
	expect(said).toEqual([
		'The web process ended (exit code 1) and is started again in 0.2 s.',
		'The web process ended (exit code 1) and is started again in 0.4 s.',
	]);
});

test('a program that is stopped stays away, also when it was about to be started again', async () => {
	const { launched, launch } = programs();
	const kept = await keepRunning('The worker process', launch, () => undefined);
	launched[0]?.crash();
	await kept.stop();
	expect(launched).toHaveLength(1);
});

test('a first start that fails is told to the caller', async () => {
	const failing = () => Promise.reject(new Error('no disk'));
	await expect(keepRunning('The database', failing, () => undefined)).rejects.toThrow('no disk');
});
