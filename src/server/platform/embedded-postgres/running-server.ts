// Finds and stops a server that still runs on a cluster, for instance after a kill -9 of what had started it.
import { existsSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';

const patience = 30_000;

/** The process id of the server that runs on the cluster, if one does. */
export function runningServerOf(cluster: string): number | undefined {
	const file = join(cluster, 'postmaster.pid');
	if (!existsSync(file)) return undefined;
	const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
	return Number.isInteger(pid) && pid > 0 && isServerOn(pid, cluster) ? pid : undefined;
}

/** Stops the server of the cluster, if one runs, and removes a pid file that names another program. */
export async function stopServerOf(cluster: string): Promise<void> {
	const pid = runningServerOf(cluster);
	if (pid === undefined) {
		// PostgreSQL refuses to start when another program happens to have got the old process id.
		rmSync(join(cluster, 'postmaster.pid'), { force: true });
		return;
	}
	// Fast shutdown first: sessions end, data is written. Immediate shutdown is safe as well, but slower to come back.
	for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
		signalTo(pid, signal);
		if (await hasEnded(pid)) return;
	}
	throw new Error(
		`The PostgreSQL process ${pid} of an earlier start does not end. End it (kill -9 ${pid}), then start again.`,
	);
}

function isServerOn(pid: number, cluster: string): boolean {
	if (!isAlive(pid)) return false;
	if (process.platform === 'linux') {
		// The working directory of a PostgreSQL server is its cluster.
		return linkOf(`/proc/${pid}/cwd`) === realpathSync(cluster);
	}
	const command = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
	return command.stdout.includes(cluster);
}

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}

function linkOf(path: string): string | undefined {
	try {
		return readlinkSync(path);
	} catch {
		return undefined;
	}
}

function signalTo(pid: number, signal: NodeJS.Signals): void {
	try {
		process.kill(pid, signal);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
	}
}

async function hasEnded(pid: number): Promise<boolean> {
	for (const end = Date.now() + patience; Date.now() < end; await pause(50)) {
		if (!isAlive(pid)) return true;
	}
	return false;
}
