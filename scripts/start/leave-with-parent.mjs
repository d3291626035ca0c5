// Loaded first into a child process: when the pipe to its parent closes, the child stops as if it had been asked to.
import { Socket } from 'node:net';

const place = process.env.OPENTWINNING_PARENT_PIPE;
// What this process starts in turn gets a pipe of its own, or none.
delete process.env.OPENTWINNING_PARENT_PIPE;

if (place !== undefined) {
	const pipe = new Socket({ fd: Number(place), readable: true, writable: false });
	pipe.on('error', () => undefined);
	pipe.once('close', () => process.kill(process.pid, 'SIGTERM'));
	pipe.resume();
	pipe.unref();
}
