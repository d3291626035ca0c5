// Starts one of the platform's processes as a child that leaves when this process does.
import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, renameSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Running } from './keep-running.ts';

const root = resolve(import.meta.dirname, '../..');
const leaveWithParent = new URL('./leave-with-parent.mjs', import.meta.url).href;
const patience = 15_000;
const largestLog = 5_000_000;

/** How a child is started. */
export interface ScriptOptions {
	readonly script: string;
	readonly args?: readonly string[];
	/** What Node itself is told. */
	readonly flags?: readonly string[];
	readonly environment: NodeJS.ProcessEnv;
	/** The file its words go to; without one they go to this terminal. */
	readonly logFile?: string;
	/** What it hands over with process.send. */
	readonly onMessage?: (message: unknown) => void;
}

/** Starts the script under the Node that runs us. */
export function launchScript(options: ScriptOptions): Running {
	const words = options.logFile === undefined ? 'inherit' : openLog(options.logFile);
	const child = spawn(
		process.execPath,
		[...(options.flags ?? []), '--import', leaveWithParent, options.script, ...(options.args ?? [])],
		{
			cwd: root,
			env: { ...process.env, NODE_ENV: 'production', ...options.environment, OPENTWINNING_PARENT_PIPE: '3' },
			// Ctrl-C in the terminal is for the supervisor, which stops its children in order.
			detached: true,
			stdio: ['ignore', words, words, 'pipe', ...(options.onMessage ? (['ipc'] as const) : [])],
		},
	);
	if (typeof words === 'number') closeSync(words);
	if (options.onMessage) child.on('message', options.onMessage);
	return { ended: endOf(child), stop: () => stop(child) };
}

/** The log file of a process of that name. */
export function logFileOf(dataFolder: string, name: string): string {
	return join(dataFolder, 'log', `${name}.log`);
}

function openLog(file: string): number {
	mkdirSync(resolve(file, '..'), { recursive: true, mode: 0o700 });
	if (existsSync(file) && statSync(file).size > largestLog) renameSync(file, `${file}.old`);
	return openSync(file, 'a', 0o600);
}

function endOf(child: ChildProcess): Promise<string> {
	return new Promise((done) => {
		child.once('error', (error) => done(error.message));
		child.once('exit', (code, signal) => done(signal === null ? `exit code ${code}` : `signal ${signal}`));
	});
}

async function stop(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	const gone = new Promise((done) => child.once('exit', done));
	child.kill('SIGTERM');
	const late = pause(patience, undefined, { ref: false }).then(() => child.kill('SIGKILL'));
	await Promise.race([gone, late]);
	await gone;
}
