// The letters of the archive beside this file, one after another.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const block = 512;

/** Each letter with its name, as it came. */
export function* machineLetters(): Generator<readonly [name: string, raw: Buffer]> {
	const tape = gunzipSync(readFileSync(join(import.meta.dirname, 'bounces-odd.tar.gz')));
	for (let at = 0; at + block <= tape.length;) {
		const name = tape.toString('utf8', at, at + 100).replace(/\0.*$/s, '');
		const size = Number.parseInt(tape.toString('latin1', at + 124, at + 136), 8) || 0;
		if (name.endsWith('.eml')) yield [name, tape.subarray(at + block, at + block + size)];
		at += block + Math.ceil(size / block) * block;
	}
}
