import { beforeAll, expect, test } from 'vitest';
import { findAtDesk, personAtDesk } from '#domain/people';
import { looksFor, openLook } from '#domain/support';
import { NotFound, TooOften } from '#platform/errors';
import { compose } from '#platform/part';
import { visitor } from '#shared/actor';
import { allParts } from '../../../parts.ts';
import { testDatabase } from '../../../../../tests/world/database.ts';
import { withLogin } from '../../../../../tests/world/signing-in.ts';
import { officer, people, teacher, type offices } from '../../../../../tests/world/index.ts';

const database = testDatabase();
beforeAll(() => compose(allParts));

const at = async (name: keyof typeof offices) => database.as(await officer(database.as(visitor), name));
const lines = (action: string) =>
	database.db
		.selectFrom('platform.audit_entry')
		.select(['subject_id', 'details'])
		.where('action', '=', action)
		.execute();

test('a whole name finds who sent a case to this desk, in the own country only, and each is written down', async () => {
	const rui = await at('rui');
	expect(await findAtDesk(rui, 'ines CARVALHO')).toMatchObject([{ person: people.ines.id, cases: [{}] }]);
	expect(await lines('people.found-at-desk')).toMatchObject([{ subject_id: people.ines.id }]);
	expect(await findAtDesk(rui, 'Inês')).toEqual([]);
	expect(await findAtDesk(rui, people.freja.name)).toEqual([]);
	expect(await findAtDesk(await at('mette'), people.freja.name)).toMatchObject([{ person: people.freja.id }]);
	expect(await lines('people.found-at-desk')).toHaveLength(2);
});

test('any confirmed address of an account finds its person, and an address of nobody nobody', async () => {
	await withLogin(database.as(visitor), 'ines');
	const { login_id } = await database.db
		.selectFrom('people.person')
		.select('login_id')
		.where('id', '=', people.ines.id)
		.executeTakeFirstOrThrow();
	const rui = await at('rui');
	const second = 'ines.carvalho@city.example';
	expect(await findAtDesk(rui, second)).toEqual([]);
	await database.db
		.insertInto('people.address')
		.values({ email: second, login_id: login_id ?? '', confirmed_at: rui.now })
		.execute();
	for (const address of [second, 'Ines@School.example'])
		expect(await findAtDesk(rui, address)).toMatchObject([{ person: people.ines.id }]);
});

test('V8: a person is closed until opened with a case and a reason, and reads are written down before they answer', async () => {
	const rui = await at('rui');
	const closed = await personAtDesk(rui, people.ines.id);
	expect(closed.opened).toBeUndefined();
	expect(JSON.stringify(closed)).not.toMatch(/Inês|ines@/);
	expect(await lines('support.person-read')).toEqual([]);
	const [{ case: id } = { case: '' }] = closed.cases;
	await openLook(rui, { case: id, person: people.ines.id, reason: 'to-help' });
	expect(await personAtDesk(rui, people.ines.id)).toMatchObject({
		opened: { name: people.ines.name, places: [{ state: 'validated', town: 'Porto' }] },
	});
	expect(await lines('support.person-read')).toMatchObject([{ subject_id: people.ines.id }]);
	const later = { ...rui, now: new Date(rui.now.getTime() + 31 * 60_000) };
	expect((await personAtDesk(later, people.ines.id)).opened).toBeUndefined();
});

test('V8: the person looked at sees who, why and through which case; nobody else does', async () => {
	const rui = await at('rui');
	const [found] = await findAtDesk(rui, people.ines.name);
	await openLook(rui, { case: found?.cases[0]?.case ?? '', reason: 'to-check-complaint' });
	expect(await looksFor(database.as(teacher('ines')))).toMatchObject([
		{
			reason: 'to-check-complaint',
			organisation: { country: 'PT' },
			title: expect.stringContaining('Ribeira'),
		},
	]);
	expect(await looksFor(database.as(teacher('freja')))).toEqual([]);
});

test('V8: who lives and works elsewhere, and who is no party of the case, does not exist at this desk', async () => {
	const rui = await at('rui');
	for (const person of [people.freja.id, people.marco.id, 'no-id'])
		await expect(personAtDesk(rui, person)).rejects.toThrow(NotFound);
	const [found] = await findAtDesk(rui, people.ines.name);
	const look = { case: found?.cases[0]?.case ?? '', person: people.tiago.id, reason: 'to-help' } as const;
	await expect(openLook(rui, look)).rejects.toThrow(NotFound);
	await expect(personAtDesk(await at('mette'), people.ines.id)).rejects.toThrow(NotFound);
});

test('whoever tries out names is stopped', async () => {
	const rui = await at('rui');
	const key = `people.searches-at-desk:${people.rui.id}`;
	const window_start = new Date(Math.floor(rui.now.getTime() / 3_600_000) * 3_600_000);
	await database.db.insertInto('platform.limit_count').values({ key, window_start, count: 200 }).execute();
	await expect(findAtDesk(rui, people.ines.name)).rejects.toThrow(TooOften);
});
