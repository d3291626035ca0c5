// The index beside a web process: an edit is found at once, and neither a lost line nor a crash loses one.
import { mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterEach, expect, test } from 'vitest';
import { changeProfile, type changeProfile as ChangeProfile } from '#domain/people';
import { queryOf, searchPartners } from '#domain/partner-finding';
import { inTransaction } from '#platform/database';
import { parts } from '#platform/part';
import { FollowedIndex } from '#platform/search-index/followed-index';
import { makeSnapshot } from '#platform/search-index/make-snapshot';
import { readSnapshot } from '#platform/search-index/snapshot';
import { system } from '#shared/actor';
import { refreshPeople } from '../../src/server/domain/partner-finding/keep-entries.ts';
import { partnerIndex } from '../../src/server/domain/partner-finding/partner-index.ts';
import { searchIn } from '../../src/server/domain/partner-finding/search-in-index.ts';
import { ownDatabase } from '../world/database.ts';
import { people, teacher, type PersonName } from '../world/index.ts';

const world = ownDatabase();
const folder = mkdtempSync(join(tmpdir(), 'opentwinning-index-'));
const file = join(folder, 'partners.index');
const open = new Set<FollowedIndex>();
let snapshots = 0;

afterEach(async () => {
	for (const index of open) await index.close();
	open.clear();
	rmSync(file, { force: true });
});

/** A web process begins to follow. */
function follow(times: object = {}, worthwhileFrom = 1): FollowedIndex {
	const source = { ...partnerIndex, worthwhileFrom };
	const index = new FollowedIndex(source, {
		context: () => world.as(system, { now: new Date() }),
		connection: world.connection,
		file,
		makeSnapshot: async () => {
			snapshots++;
			await makeSnapshot(world.as(system), source, file);
		},
		times: { poll: 60_000, look: 50, ...times },
	});
	open.add(index);
	index.start();
	return index;
}

async function ready(index: FollowedIndex): Promise<FollowedIndex> {
	await until(() => index.state === 'ready');
	return index;
}

async function until(holds: () => boolean | Promise<boolean>, within = 10_000): Promise<number> {
	const began = performance.now();
	while (!(await holds())) {
		if (performance.now() - began > within) throw new Error('it did not come true');
		await pause(2);
	}
	return performance.now() - began;
}

async function found(index: FollowedIndex, words: string): Promise<number> {
	if (!index.index) return -1;
	const query = queryOf(new URLSearchParams({ q: words, kind: 'person' }));
	const page = await searchPartners(world.as(teacher('ines')), query, searchIn(index.index));
	return page.loosely ? 0 : page.total;
}

const write = (name: PersonName, about: string) => changeProfile(world.as(teacher(name)), profile(about));

function profile(about: string): Parameters<typeof ChangeProfile>[1] {
	return {
		available: true,
		wantsToFound: false,
		wishes: '',
		hidden: [],
		languages: [],
		subjects: [],
		agesFrom: undefined,
		agesTo: undefined,
		about,
		aboutLocale: 'en',
	};
}

test('an edit is found within a tenth of a second after it was written', async () => {
	const index = await ready(follow());
	const times: number[] = [];
	for (let turn = 0; turn < 20; turn++) {
		await write('freja', `kites number${turn}`);
		times.push(await until(async () => (await found(index, `number${turn}`)) === 1));
	}
	times.sort((one, other) => one - other);
	// the machine of a test may be busy: the middle one holds the promise, the worst stays within a second
	expect(times[10]).toBeLessThan(100);
	expect(times[19]).toBeLessThan(1000);
	expect(await found(index, 'number0')).toBe(0);
});

test('a lost line loses nothing: what was written meanwhile is found when it stands again', async () => {
	const index = await ready(follow());
	await sql`select pg_terminate_backend(pid) from pg_stat_activity
		where datname = current_database() and pid <> pg_backend_pid() and query ilike 'listen%'`.execute(world.db);
	await write('freja', 'written while nobody listened');
	await until(async () => (await found(index, 'nobody listened')) === 1);
});

test('a transaction that was numbered first and committed last is found as well', async () => {
	const index = await ready(follow());
	let finish: () => void = () => undefined;
	const held = new Promise<void>((resolve) => (finish = resolve));
	let written: () => void = () => undefined;
	const wrote = new Promise<void>((resolve) => (written = resolve));
	const slow = inTransaction(world.as(teacher('freja')), async (inside) => {
		await changeProfile(inside, profile('slowly thought over'));
		written();
		await held;
	});
	await wrote;
	await write('tiago', 'quickly written');
	await until(async () => (await found(index, 'quickly')) === 1);
	expect(await found(index, 'slowly')).toBe(0);
	finish();
	await slow;
	await until(async () => (await found(index, 'slowly')) === 1);
});

test('a process that was away reads from its snapshot what it knew, and from the changes what it missed', async () => {
	await (await ready(follow())).close();
	snapshots = 0;
	await write('freja', 'written while the process was down');
	const index = await ready(follow());
	expect(await found(index, 'process was down')).toBe(1);
	expect(snapshots).toBe(0);
});

test.each([
	['cut off', () => truncateSync(file, statSync(file).size - 10)],
	['with one byte changed', () => flip(-100)],
	['of another format', () => flip(20)],
])('a snapshot that is %s is made anew', async (_, harm) => {
	await (await ready(follow())).close();
	snapshots = 0;
	harm();
	const index = await ready(follow());
	expect(await found(index, 'freja')).toBe(1);
	expect(snapshots).toBe(1);
});

function flip(at: number): void {
	const bytes = readFileSync(file);
	const place = at < 0 ? bytes.length + at : at;
	bytes[place] = (bytes[place] ?? 0) ^ 0x55;
	writeFileSync(file, bytes);
}

test('a process that was away for too long starts anew', async () => {
	await (await ready(follow())).close();
	snapshots = 0;
	await write('freja', 'long ago');
	await sql`update partner_finding.search_horizon set transaction_id = pg_current_xact_id()`.execute(
		world.db,
	);
	await write('tiago', 'after that');
	const index = await ready(follow());
	// more than one where a transaction elsewhere on the server is older than the horizon
	expect(snapshots).toBeGreaterThan(0);
	expect(await found(index, 'long ago')).toBe(1);
	await sql`update partner_finding.search_horizon set transaction_id = '0'`.execute(world.db);
});

test('whoever is erased leaves the index at once and the snapshot soon', async () => {
	await write('lukas', 'a word like no other: quetzalcoatl');
	const index = await ready(follow({ snapshotAfterErasure: 1 }));
	const holds = () => readFileSync(file).includes('quetzalcoatl');
	expect(holds()).toBe(true);
	await inTransaction(world.as(system), async (inside) => {
		for (const part of [...parts()].reverse()) await part.privacy.erase?.(inside, people.lukas.id);
	});
	await until(async () => (await found(index, 'quetzalcoatl')) === 0);
	await until(() => !holds());
	expect((await readSnapshot(file))?.segment.slotsOf(people.lukas.id)).toEqual([]);
});

test('when much has changed, old versions leave by a new snapshot, and what came meanwhile stays', async () => {
	const index = await ready(follow({ snapshotEvery: 200 }));
	for (let turn = 0; turn < 30; turn++) await write('tiago', `version${turn}`);
	await until(async () => (await found(index, 'version29')) === 1);
	await until(() => index.index?.size.tail === 0 && index.index.size.takenOut === 0);
	expect(await found(index, 'version29')).toBe(1);
	expect(await found(index, 'version28')).toBe(0);
});

test('a small installation keeps no index, no file and no line', async () => {
	const index = follow({}, 20_000);
	await pause(300);
	expect(index.state).toBe('not worthwhile');
	expect(() => statSync(file)).toThrow();
	const lines = await sql<{ count: number }>`select count(*)::integer as count from pg_stat_activity
		where datname = current_database() and query ilike 'listen%'`.execute(world.db);
	expect(lines.rows[0]?.count).toBe(0);
});

test('it becomes worthwhile when more can be found', async () => {
	const index = follow({ weigh: 50 }, 21);
	await pause(200);
	expect(index.state).toBe('not worthwhile');
	await sql`insert into partner_finding.search_entry (kind, thing_id, owner_id, school_ids, tags, words, title_words,
			place_words, other_words, fresh)
		select 'school', gen_random_uuid(), gen_random_uuid(), '{}', '{kind:school}', '', ' school', '', '', 0
		from generate_series(1, 20)`.execute(world.db);
	await ready(index);
	await refreshPeople(world.as(system), [people.freja.id]);
});
