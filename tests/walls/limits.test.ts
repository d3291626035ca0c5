import { beforeAll, expect, test } from 'vitest';
import { makeClass } from '#domain/pupils';
import { schools, teacher } from '../world/index.ts';
import { runningPlatform } from '../world/running-platform.ts';
import { aVisitor, signedInAs } from '../world/visiting.ts';

const platform = runningPlatform();
const wholeClass = 30;
let codes: readonly string[] = [];
beforeAll(async () => {
	const ctx = platform.as(teacher('ines'), { now: new Date() });
	const made = await makeClass(ctx, { school: schools.ribeira.id, name: '4B', locale: 'en' });
	const ines = await signedInAs(platform, 'ines');
	const aliases = Array.from({ length: wholeClass }, (_, place) => `Otter number ${place}`);
	const sheet = await ines.send(`/en/me/classes/${made.value}?/add`, { aliases });
	codes = [...sheet.text.matchAll(/>([\dA-Z]{4}(?:-[\dA-Z]{4}){2})</g)].map(([, code]) => code ?? '');
	expect(codes).toHaveLength(wholeClass);
}, 180_000);

/** What a client can write to look like somebody else each time. */
const forged = (guess: number) => ({
	'x-forwarded-for': `198.51.100.${guess % 250}`,
	'x-real-ip': `203.0.113.${guess % 250}`,
	'x-opentwinning-client': `2001:db8::${guess.toString(16)}`,
	forwarded: `for=198.51.100.${guess % 250}`,
});

function knock(path: string, fields: Record<string, string>, guess: number): Promise<number> {
	const body = new URLSearchParams({ 'form-key': crypto.randomUUID(), ...fields });
	return aVisitor(platform)
		.post(path, body, forged(guess))
		.then(({ status }) => status);
}

/** Many at once, as one who guesses would send them. */
async function knockOften(count: number, ask: (guess: number) => Promise<number>): Promise<number[]> {
	const statuses: number[] = [];
	for (let guess = 0; guess < count; guess += 20) {
		const some = Array.from({ length: 20 }, (_, place) => ask(guess + place));
		statuses.push(...(await Promise.all(some)));
	}
	return statuses;
}

const enter = (card: string, guess = 0) => knock('/en/pupil?/enter', { card }, guess);

test('thirty pupils behind one address sign in within a minute', async () => {
	const from = performance.now();
	const statuses = await Promise.all(codes.map((code) => enter(code)));
	expect(statuses).toEqual(codes.map(() => 303));
	expect(performance.now() - from).toBeLessThan(60_000);
}, 90_000);

test('V6: whoever guesses cards is stopped, whatever address they pretend, and the class beside them is not', async () => {
	const statuses = await knockOften(700, (guess) => enter(`AAAA-AAAA-${1000 + guess}`, guess));
	// a border of two windows lets through twice as many
	expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(600);
	expect(statuses.at(-1)).toBe(429);
	expect(await Promise.all(codes.slice(0, 3).map((code) => enter(code)))).toEqual([303, 303, 303]);
}, 120_000);

test('whoever tries one password at many addresses is stopped as well', async () => {
	const statuses = await knockOften(240, (guess) => {
		const fields = { email: `teacher-${guess}@school.example`, password: 'summer holidays 2026' };
		return knock('/en/sign-in?/enter', fields, guess);
	});
	expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(200);
	expect(statuses.at(-1)).toBe(429);
}, 300_000);
