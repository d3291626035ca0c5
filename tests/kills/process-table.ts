// The processes of this machine, as `ps` tells them.
import { execFileSync } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';

export interface Process {
	readonly pid: number;
	readonly command: string;
}

/** The living children of a process. */
export function childrenOf(parent: number): Process[] {
	return table().filter((process) => process.parent === parent);
}

/** Whether a process of that number lives; one that only waits to be forgotten does not. */
export function isAlive(pid: number): boolean {
	return table().some((process) => process.pid === pid);
}

/** Ends a process without warning; one that is gone already is fine. */
export function killNow(pid: number): void {
	try {
		process.kill(pid, 'SIGKILL');
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
	}
}

/** Resolves when all of them have ended. */
export async function untilGone(pids: readonly number[], patience: number): Promise<void> {
	for (const end = Date.now() + patience; pids.some(isAlive); await pause(20)) {
		if (Date.now() > end) throw new Error(`the processes ${pids.join(', ')} do not end`);
	}
}

function table(): (Process & { readonly parent: number })[] {
	const lines = execFileSync('ps', ['-axo', 'pid=,ppid=,stat=,args='], { encoding: 'utf8', maxBuffer: 1e8 });
	return lines.split('\n').flatMap((line) => {
		const [, pid, parent, state = '', command = ''] = /^\s*(\d+)\s+(\d+)\s+(\S+)\s*(.*)$/.exec(line) ?? [];
		return pid === undefined || state.startsWith('Z')
			? []
			: [{ pid: Number(pid), parent: Number(parent), command }];
	});
}
