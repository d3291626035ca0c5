import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { Partials } from './partials.ts';

const directory = mkdtempSync(join(tmpdir(), 'partials-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const whole = randomBytes(5_300_000);
const sha256 = createHash('sha256').update(whole).digest();

async function begun(store: Partials, id: string): Promise<void> {
	await store.create({ id, size: whole.length, offset: 0 } as never);
}
async function* pieces(from: number, to: number, breaks = false): AsyncGenerator<Buffer> {
	for (let at = from; at < to; at += 65_536) {
		await Promise.resolve();
		yield whole.subarray(at, Math.min(at + 65_536, to));
	}
	if (breaks) throw new Error('the line broke');
}

test('what came in pieces is there whole, and its check sum is known without reading it', async () => {
	const store = new Partials({ directory });
	await begun(store, 'whole');
	let offset = 0;
	while (offset < whole.length)
		offset = await store.write(pieces(offset, Math.min(offset + 2_000_000, whole.length)), 'whole', offset);
	expect((await readFile(join(directory, 'whole'))).equals(whole)).toBe(true);
	expect(store.sumOf('whole', whole.length)).toEqual({ sha256, bytes: whole.length });
	expect(store.sumOf('whole', whole.length)).toBeUndefined();
});

test('a line that breaks loses nothing that came, and the sum holds when it is gone on with', async () => {
	const store = new Partials({ directory });
	await begun(store, 'broken');
	await expect(store.write(pieces(0, 1_500_000, true), 'broken', 0)).rejects.toThrow('the line broke');
	const { offset } = await store.getUpload('broken');
	expect(offset).toBe(1_500_000);
	await store.write(pieces(offset, whole.length), 'broken', offset);
	expect((await readFile(join(directory, 'broken'))).equals(whole)).toBe(true);
	expect(store.sumOf('broken', whole.length)).toEqual({ sha256, bytes: whole.length });
});

test('where another process wrote in between, or the upload is not whole, no sum is believed', async () => {
	const [one, other] = [new Partials({ directory }), new Partials({ directory })];
	await begun(one, 'two');
	await one.write(pieces(0, 1_000_000), 'two', 0);
	await other.write(pieces(1_000_000, 2_000_000), 'two', 1_000_000);
	await one.write(pieces(2_000_000, whole.length), 'two', 2_000_000);
	expect((await readFile(join(directory, 'two'))).equals(whole)).toBe(true);
	expect(one.sumOf('two', whole.length)).toBeUndefined();
	expect(other.sumOf('two', whole.length)).toBeUndefined();
});
