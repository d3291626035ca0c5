// Who only reads stays signed in, over the wire, also when the web process is killed in between.
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, expect, test, vi } from 'vitest';
import { system } from '#shared/actor';
import { aCard } from '../world/a-card.ts';
import { people } from '../world/index.ts';
import { runningPlatform } from '../world/running-platform.ts';
import { aVisitor, signedInAs, type Visiting } from '../world/visiting.ts';

const platform = runningPlatform();
let ines: Visiting;
let otter: Visiting;

beforeAll(async () => {
	ines = await signedInAs(platform, 'ines');
	const { code } = await aCard(platform.as(system));
	otter = aVisitor(platform);
	expect((await otter.send('/en/pupil?/enter', { card: code })).location).toBe('/en/pupil/home');
	// what signing in itself noted is written
	await pause(2500);
}, 30_000);

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);

async function lastUseOfInes(): Promise<number> {
	const row = await platform.db
		.selectFrom('people.session as session')
		.innerJoin('people.person as person', 'person.login_id', 'session.login_id')
		.select('session.updated_at')
		.where('person.id', '=', people.ines.id)
		.executeTakeFirstOrThrow();
	return (Date.now() - row.updated_at.getTime()) / 60_000;
}

async function lastUseOfOtter(): Promise<number> {
	const row = await platform.db.selectFrom('pupils.session').select('last_seen_at').executeTakeFirstOrThrow();
	return (Date.now() - row.last_seen_at.getTime()) / 60_000;
}

/** As if everybody had been away for so long. */
async function away(minutes: number): Promise<void> {
	await platform.db
		.updateTable('people.session')
		.set({ updated_at: minutesAgo(minutes) })
		.execute();
	await platform.db
		.updateTable('pupils.session')
		.set({ last_seen_at: minutesAgo(minutes) })
		.execute();
	// the process wrote these sessions within the last minute: a new one has not
	await startAgain();
}

async function startAgain(): Promise<void> {
	await platform.kill('web');
	await platform.start('web');
	for (let attempt = 0; attempt < 200; attempt++) {
		if (
			await fetch(`${platform.url}/readyz`).then(
				({ ok }) => ok,
				() => false,
			)
		)
			return;
		await pause(50);
	}
	throw new Error('the web process did not come back');
}

test('a teacher and a pupil who read are known to be in use a moment later', async () => {
	await away(40);
	expect((await ines.get('/en/me')).status).toBe(200);
	expect((await otter.get('/en/pupil/home')).status).toBe(200);
	await vi.waitFor(async () => {
		expect(await lastUseOfInes()).toBeLessThan(1);
		expect(await lastUseOfOtter()).toBeLessThan(1);
	}, 15_000);
}, 60_000);

test('a web process that is killed right after a reading signs nobody out', async () => {
	await away(30);
	expect((await ines.get('/en/me')).status).toBe(200);
	await startAgain();
	expect((await ines.get('/en/me')).status).toBe(200);
	expect((await otter.get('/en/pupil/home')).status).toBe(200);
}, 60_000);

test('who was away for too long signs in again', async () => {
	await away(46);
	expect((await otter.get('/en/pupil/home')).status).not.toBe(200);
	expect((await ines.get('/en/me')).status).toBe(200);
	await away(8 * 60 + 1);
	expect((await ines.get('/en/me')).location).toContain('/en/sign-in');
}, 60_000);
