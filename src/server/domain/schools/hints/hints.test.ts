import { beforeEach, expect, test } from 'vitest';
import { chainsFor, grantStep, openLook, refuseStep } from '#domain/support';
import { compose } from '#platform/part';
import { system } from '#shared/actor';
import { allParts } from '../../../parts.ts';
import { testDatabase } from '../../../../../tests/world/database.ts';
import { member, officer, schools, teacher } from '../../../../../tests/world/index.ts';
import { giveHint, ownHints, schoolFor, schoolHistory, type HintRefusal } from '../index.ts';

const world = testDatabase();
beforeEach(() => compose(allParts));

const ribeira = schools.ribeira.id;
const held = { name: 'Escola Básica da Ribeira', town: 'Porto', address: '', postcode: '', website: '' };
const nothing = { name: '', town: '', address: '', postcode: '', website: '' };
const marco = () => world.as(member('marco'));

async function hinted(changes: Partial<typeof held>) {
	const outcome = await giveHint(marco(), {
		...{ school: ribeira, kind: 'details', words: '' },
		...held,
		...changes,
	});
	if (!outcome.ok) throw new Error(outcome.reason);
	const [hint = ''] = await ownHints(marco(), { id: ribeira });
	const rui = world.as(await officer(world.as(system), 'rui'));
	const chain = (await chainsFor(rui, 'school-hint', [hint])).get(hint);
	if (!chain) throw new Error('no case');
	await openLook(rui, { case: chain.case, reason: 'to-decide' }).catch(() => undefined);
	return { rui, step: chain.steps[0]?.id ?? '' };
}

test('what a teacher noticed is changed when an officer of the country grants it, and not before', async () => {
	const { rui, step } = await hinted({ address: ' Rua da  Ribeira 1', website: 'ribeira.example.org' });
	expect((await schoolFor(marco(), ribeira)).address).toBeNull();
	expect((await grantStep(rui, { step })).ok).toBe(true);
	expect(await schoolFor(marco(), ribeira)).toMatchObject({
		name: held.name,
		address: 'Rua da Ribeira 1',
		website: 'http://ribeira.example.org/',
	});
});

test('a refused hint changes nothing', async () => {
	const { rui, step } = await hinted({ name: 'Escola Nova' });
	expect((await refuseStep(rui, { step, reason: 'other', words: 'It is still called so.' })).ok).toBe(true);
	expect((await schoolFor(marco(), ribeira)).name).toBe(held.name);
});

test('a school that closed is closed by the officer who grants it', async () => {
	const given = await giveHint(marco(), { school: ribeira, kind: 'closed', words: '', ...nothing });
	expect(given.ok).toBe(true);
	const [hint = ''] = await ownHints(marco(), { id: ribeira });
	const rui = world.as(await officer(world.as(system), 'rui'));
	const chain = (await chainsFor(rui, 'school-hint', [hint])).get(hint);
	expect((await grantStep(rui, { step: chain?.steps[0]?.id ?? '' })).ok).toBe(true);
	expect((await schoolFor(marco(), ribeira)).state).toBe('closed');
	expect((await schoolHistory(marco(), { id: ribeira })).states).toMatchObject([
		{ state: 'closed', by: 'officer' },
	]);
});

test.each<[HintRefusal, Partial<typeof held>, 'details' | 'other']>([
	['nothing-changed', {}, 'details'],
	['nothing-changed', { name: '' }, 'details'],
	['website-unreadable', { website: 'somebody@example.org' }, 'details'],
	['words-missing', {}, 'other'],
])('%s is said before a case is made', async (reason, changes, kind) => {
	const outcome = await giveHint(marco(), { school: ribeira, kind, words: '', ...held, ...changes });
	expect(outcome).toMatchObject({ ok: false, reason });
	expect(await ownHints(marco(), { id: ribeira })).toEqual([]);
});

test('another reads nothing of my hints', async () => {
	await hinted({ town: 'Gaia' });
	expect(await ownHints(world.as(teacher('ines')), { id: ribeira })).toEqual([]);
});
