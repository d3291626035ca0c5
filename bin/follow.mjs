// Runs one program of the platform and ends with it: signals reach it, and it never outlives this process.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { root } from './install.mjs';

/** Starts a script under the pinned Node; resolves with its exit code. */
export function follow(node, script, args = []) {
	const watch = ['--import', new URL('../scripts/start/leave-with-parent.mjs', import.meta.url).href];
	const child = spawn(node, [...watch, script, ...args], {
		cwd: root,
		// A session of its own: Ctrl-C reaches it through us, once, and in order.
		detached: true,
		// The pipe on the fourth place closes when this process ends, however it ends.
		stdio: ['inherit', 'inherit', 'inherit', 'pipe'],
		env: { ...process.env, OPENTWINNING_PARENT_PIPE: '3' },
	});
	for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill('SIGTERM'));
	stopWithNpm(child);
	return new Promise((resolve) => {
		child.once('error', (error) => {
			console.error(error.message);
			resolve(1);
		});
		child.once('exit', (code) => resolve(code ?? 1));
	});
}

// npm waits for what it runs; when it is gone, it was killed, and what it ran must not stay behind.
function stopWithNpm(child) {
	if (process.env.npm_lifecycle_event === undefined) return;
	const family = parents();
	setInterval(() => {
		if (parents() !== family) child.kill('SIGTERM');
	}, 1_000).unref();
}

/** Our parent and, as npm may have a shell between itself and us, the parent's parent. */
function parents() {
	try {
		const status = readFileSync(`/proc/${process.ppid}/stat`, 'utf8');
		return `${process.ppid} ${status.slice(status.lastIndexOf(')')).split(' ')[2]}`;
	} catch {
		return String(process.ppid);
	}
}
