// A scanner as clamd speaks, over a socket of the machine.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Unavailable } from '../errors.ts';
import { isClean } from './virus-scan.ts';

const folder = mkdtempSync(join(tmpdir(), 'scan-'));
const path = join(folder, 'clamd');
process.env['OPENTWINNING_DATA'] = folder;
process.env['CLAMD_ADDRESS'] = `unix:${path}`;
let scanner: Server;
let mood: 'well' | 'overwhelmed' = 'well';
beforeAll(async () => {
	scanner = createServer((socket) => {
		let said = Buffer.alloc(0);
		socket
			.on('error', () => undefined)
			.on('data', (part: Buffer) => {
				said = Buffer.concat([said, part]);
				if (mood === 'overwhelmed') return void socket.end('INSTREAM size limit exceeded. ERROR\0');
				if (!said.subarray(-4).equals(Buffer.alloc(4))) return;
				expect(said.subarray(0, 10).toString()).toBe('zINSTREAM\0');
				socket.end(said.includes('EICAR') ? 'stream: Eicar-Test FOUND\0' : 'stream: OK\0');
			});
	});
	await new Promise<void>((resolve) => scanner.listen(path, resolve));
});
afterAll(() => {
	scanner.close();
	rmSync(folder, { recursive: true, force: true });
});

function fileWith(text: string): string {
	const file = join(folder, 'file');
	writeFileSync(file, text);
	return file;
}

test('what the scanner finds is not clean, and all else is', async () => {
	expect(await isClean(fileWith('a river'))).toBe(true);
	expect(await isClean(fileWith(`${'x'.repeat(300_000)}EICAR`))).toBe(false);
});

test('while the scanner does not answer, nothing is taken', async () => {
	mood = 'overwhelmed';
	await expect(isClean(fileWith('a river'))).rejects.toThrow(Unavailable);
});
