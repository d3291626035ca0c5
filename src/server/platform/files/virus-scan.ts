/** Asks the virus scanner of the machine (clamd) about a file, where CLAMD_ADDRESS names one. Without one all is clean. */
import { createReadStream } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { Unavailable } from '../errors.ts';
import { installation } from '../installation.ts';

const patience = 300_000;

/** False when the scanner found something; throws Unavailable when it does not answer: then nothing is taken. */
export async function isClean(path: string): Promise<boolean> {
	const address = installation().clamd;
	if (address === undefined) return true;
	const answer = await ask(address, path).catch((error: unknown) => {
		throw new Unavailable('virus-scanner', { said: error instanceof Error ? error.message : '' });
	});
	if (/^stream: OK\0?$/.test(answer)) return true;
	if (/^stream: .* FOUND\0?$/.test(answer)) return false;
	throw new Unavailable('virus-scanner', { said: answer.slice(0, 200) });
}

async function ask(address: URL, path: string): Promise<string> {
	const socket =
		address.protocol === 'unix:'
			? connect(address.pathname)
			: connect(Number(address.port || 3310), address.hostname);
	socket.setTimeout(patience, () => socket.destroy(new Error('no answer')));
	const answered = answerOf(socket);
	// the answer may be a refusal in the middle of the file
	answered.catch(() => undefined);
	try {
		socket.write('zINSTREAM\0');
		for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
			if (!socket.writable) break;
			await write(socket, Buffer.concat([lengthOf(chunk.length), chunk]));
		}
		if (socket.writable) socket.write(lengthOf(0));
		return await answered;
	} finally {
		socket.destroy();
	}
}

function answerOf(socket: Socket): Promise<string> {
	return new Promise((resolve, reject) => {
		let said = '';
		socket.setEncoding('utf8').on('data', (part: string) => (said += part));
		socket.once('end', () => resolve(said)).once('error', reject);
	});
}

function write(socket: Socket, bytes: Buffer): Promise<void> {
	return new Promise((resolve) => socket.write(bytes, () => resolve()));
}

function lengthOf(bytes: number): Buffer {
	const length = Buffer.alloc(4);
	length.writeUInt32BE(bytes);
	return length;
}
