import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Pupil, Teacher } from '#shared/actor';
import { visitor } from '#shared/actor';
import { rememberSessionUses, type SessionUse } from './session-uses.ts';

const ines: Teacher = { kind: 'teacher', person: 'ines', session: 'a' };
const otter: Pupil = { kind: 'pupil', pupil: 'otter', session: 'b' };
let written: (readonly SessionUse[])[] = [];
const write = async (uses: readonly SessionUse[]) => void written.push(uses);
const clock = () => new Date(Date.now());
const seconds = (count: number) => vi.advanceTimersByTimeAsync(count * 1000);

beforeEach(() => {
	vi.useFakeTimers({ now: new Date('2026-10-05T09:00:00Z') });
	written = [];
});
afterEach(() => vi.useRealTimers());

test('a request writes nothing; a moment later the uses of all sessions are written together', async () => {
	const uses = rememberSessionUses(write);
	uses.note(ines, clock());
	uses.note(otter, clock());
	uses.note(visitor, clock());
	expect(written).toEqual([]);
	await seconds(2);
	expect(written.map((batch) => batch.map(({ session }) => session))).toEqual([['a', 'b']]);
});

test('somebody who reads a page each second for ten minutes is written once a minute, and the last use is not lost', async () => {
	const uses = rememberSessionUses(write);
	for (let second = 0; second < 600; second++) {
		uses.note(ines, clock());
		await seconds(1);
	}
	expect(written.length).toBeLessThanOrEqual(11);
	const last = new Date(Date.now() - 1000);
	await seconds(61);
	expect(written.at(-1)?.[0]?.at).toEqual(last);
	const count = written.length;
	await seconds(600);
	expect(written.length).toBe(count);
});

test('at the end of the process the rest is written', async () => {
	const uses = rememberSessionUses(write);
	uses.note(ines, clock());
	await uses.close();
	expect(written).toHaveLength(1);
	uses.note(ines, clock());
	await uses.close();
	expect(written).toHaveLength(2);
});

test('while the database is away uses are kept, the newest of each session', async () => {
	let away = true;
	const uses = rememberSessionUses(async (batch) => {
		if (away) throw new Error('gone');
		written.push(batch);
	});
	uses.note(ines, clock());
	await seconds(5);
	uses.note(ines, clock());
	const newest = clock();
	await seconds(5);
	away = false;
	await seconds(3);
	expect(written.map((batch) => batch.map(({ at }) => at))).toEqual([[newest]]);
});
