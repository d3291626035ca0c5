import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { holderOf, takeLock } from './process-lock.ts';

let folder: string;
let file: string;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'lock-'));
	file = join(folder, 'lock');
});
afterEach(() => {
	rmSync(folder, { recursive: true });
});

test('a lock is held by one process and free again after it', () => {
	const lock = takeLock(file);
	expect(holderOf(file)).toBe(process.pid);
	expect(takeLock(file)).toBeUndefined();
	lock?.release();
	expect(takeLock(file)).toBeDefined();
});

test('the lock of a process that was killed does not count', () => {
	writeFileSync(file, '999999999 1');
	expect(holderOf(file)).toBeUndefined();
	expect(takeLock(file)).toBeDefined();
	expect(readFileSync(file, 'utf8')).toMatch(new RegExp(`^${process.pid} `));
});

test('a process does not hold the lock of one that had its number and another birth', () => {
	writeFileSync(file, `${process.pid} 1`);
	expect(holderOf(file)).toBeUndefined();
	expect(takeLock(file)).toBeDefined();
});
