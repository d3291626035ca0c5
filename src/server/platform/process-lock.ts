// Keeps two processes of this machine from using one folder at the same time; a lock of a dead process does not count.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** A lock that is held; it is given back by `release` or by the end of the process. */
export interface ProcessLock {
	release(): void;
}

/** Takes the lock, or returns undefined while a living process holds it. */
export function takeLock(file: string): ProcessLock | undefined {
	mkdirSync(dirname(file), { recursive: true });
	for (let attempt = 0; attempt < 3; attempt++) {
		if (writeNew(file)) return { release: () => rmSync(file, { force: true }) };
		if (holderOf(file) !== undefined) return undefined;
		setAside(file);
	}
	return undefined;
}

/** The process id that holds the lock, if it lives. */
export function holderOf(file: string): number | undefined {
	if (!existsSync(file)) return undefined;
	const [pid, birth] = readFileSync(file, 'utf8').split(' ');
	return birth !== undefined && birth === birthOf(Number(pid)) ? Number(pid) : undefined;
}

function writeNew(file: string): boolean {
	try {
		writeFileSync(file, `${process.pid} ${birthOf(process.pid)}`, { flag: 'wx', mode: 0o600 });
		return true;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
		throw error;
	}
}

// Renaming first makes sure that of several who find the same dead lock only one clears it away.
function setAside(file: string): void {
	const aside = `${file}.${process.pid}`;
	try {
		renameSync(file, aside);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
		throw error;
	}
	rmSync(aside, { force: true });
}

/** When the process was born, so that a new process with an old number is not taken for it. */
function birthOf(pid: number): string | undefined {
	try {
		process.kill(pid, 0);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EPERM') return undefined;
	}
	if (process.platform !== 'linux') return 'alive';
	const status = readFileSync(`/proc/${pid}/stat`, 'utf8');
	// Fields after the name in parentheses; the twentieth of them is the start time.
	return status.slice(status.lastIndexOf(')') + 2).split(' ')[19];
}
