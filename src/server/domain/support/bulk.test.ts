import { beforeAll, beforeEach, expect, test } from 'vitest';
import {
	askQuestion,
	chainsFor,
	decideInBulk,
	endOffice,
	grantStep,
	openCase,
	queueForOffice,
	reasonsForAll,
	runningBulks,
	undoBulk,
} from '#domain/support';
import type { Context } from '#platform/context';
import { newId } from '#platform/ids';
import { system, type Officer } from '#shared/actor';
import { testDatabase } from '../../../../tests/world/database.ts';
import {
	anOfficer,
	aPerson,
	composeDesk,
	forget,
	heard,
	memberOf,
	organisationOf,
} from '../../../../tests/world/desk.ts';
import { must } from '../../../../tests/world/must.ts';
import { carryOutBulks } from './decide-in-bulk.ts';

const database = testDatabase();
beforeAll(composeDesk);
beforeEach(forget);

const monday = new Date('2026-10-05T09:00:00Z');
const later = (seconds: number) => new Date(monday.getTime() + seconds * 1000);
const as = <A extends Officer>(actor: A, now = monday): Context<Officer> => database.as(actor, { now });

/** A case of the country, and the step that lies at its desk. */
async function aCase(country = 'LT', schools: string[] = []) {
	const ctx = database.as(system, { now: monday });
	const applicant = await aPerson(ctx, 'Inês Carvalho', schools, 'fr');
	const subject = newId();
	const stages = [[await organisationOf(ctx, country)]];
	const parties = [{ person: applicant }];
	await openCase(ctx, { kind: 'garden', subject, applicant, parties, stages, snapshot: { aims: 'roses' } });
	const step = (await chainsFor(ctx, 'garden', [subject])).get(subject)?.steps[0]?.id ?? '';
	return { subject, step, applicant };
}

const stateOf = async (subject: string) =>
	(await chainsFor(database.as(system, { now: monday }), 'garden', [subject])).get(subject)?.state;

const carryOut = (seconds: number) => carryOutBulks(database.as(system, { now: later(seconds) }));
const waiting = async (rui: Context<Officer>) =>
	(await queueForOffice(rui)).rows.map((row) => row.step).sort();

test('several cases are refused with one reason, a minute later and not before', async () => {
	const officer = as(await anOfficer(database.as(system), 'LT'));
	const cases = [await aCase(), await aCase(), await aCase()];
	const steps = cases.map(({ step }) => step);
	const input = {
		steps,
		decision: 'refused',
		reason: 'duplicate',
		words: 'You have one.',
		wordsLocale: 'en',
	} as const;
	expect(must(await decideInBulk(officer, input))).toEqual({ count: 3, left: 0 });
	expect(await waiting(officer)).toEqual([]);
	await carryOut(59);
	expect(heard.decided).toEqual([]);
	await carryOut(60);
	await carryOut(61);
	expect(heard.decided.map(({ outcome, reason, words }) => [outcome, reason, words])).toEqual(
		cases.map(() => ['refused', 'duplicate', 'You have one.']),
	);
	expect(await runningBulks(officer)).toEqual([]);
});

test('within the minute it is taken back, and nobody has been told', async () => {
	const officer = as(await anOfficer(database.as(system), 'LT'));
	const { step, subject } = await aCase();
	must(await decideInBulk(officer, { steps: [step], decision: 'granted' }));
	const [bulk] = await runningBulks(officer);
	expect(bulk).toMatchObject({ count: 1, decision: 'granted' });
	const inTime = as(officer.actor, later(59));
	expect((await undoBulk(inTime, bulk?.id ?? '')).ok).toBe(true);
	expect(await waiting(inTime)).toEqual([step]);
	await carryOut(120);
	expect(await stateOf(subject)).toBe('running');
	expect(heard.notices).toEqual([]);
});

test('after the minute it cannot be taken back, and nobody takes back what another officer decided', async () => {
	const officer = as(await anOfficer(database.as(system), 'LT'));
	const colleague = as(await anOfficer(database.as(system), 'LT'));
	must(await decideInBulk(officer, { steps: [(await aCase()).step], decision: 'granted' }));
	const [bulk] = await runningBulks(officer);
	expect(await undoBulk(colleague, bulk?.id ?? '')).toMatchObject({ reason: 'minute-over' });
	expect(await undoBulk(as(officer.actor, later(60)), bulk?.id ?? '')).toMatchObject({
		reason: 'minute-over',
	});
});

test('cases of other desks, of colleagues and with an open question are left as they are', async () => {
	const officer = as(await anOfficer(database.as(system), 'LT', 'validator', ['school']));
	const own = await aCase();
	const foreign = await aCase('LV');
	const ofColleague = await aCase('LT', ['school']);
	const steps = [own, own, foreign, ofColleague].map(({ step }) => step);
	expect(must(await decideInBulk(officer, { steps, decision: 'granted' }))).toEqual({ count: 1, left: 2 });
	await carryOut(60);
	expect(await stateOf(own.subject)).toBe('granted');
	expect(await stateOf(foreign.subject)).toBe('running');
	expect(await stateOf(ofColleague.subject)).toBe('running');
	expect(await decideInBulk(officer, { steps: [foreign.step], decision: 'granted' })).toMatchObject({
		reason: 'nothing-to-decide',
	});
});

test('a case that a colleague decides within the minute stays as the colleague decided', async () => {
	const officer = as(await anOfficer(database.as(system), 'LT'));
	const colleague = as(await anOfficer(database.as(system), 'LT'), later(10));
	const { step, subject } = await aCase();
	const other = await aCase();
	const steps = [step, other.step];
	must(await decideInBulk(officer, { steps, decision: 'refused', reason: 'duplicate' }));
	expect(await decideInBulk(colleague, { steps: [step], decision: 'granted' })).toMatchObject({
		reason: 'nothing-to-decide',
	});
	must(await grantStep(colleague, { step }));
	await carryOut(60);
	expect(await stateOf(subject)).toBe('granted');
	expect(await stateOf(other.subject)).toBe('refused');
});

test('an officer whose office ends within the minute has decided nothing', async () => {
	const actor = await anOfficer(database.as(system), 'LT');
	const { step, subject } = await aCase();
	must(await decideInBulk(as(actor), { steps: [step], decision: 'granted' }));
	await endOffice(database.as(system, { now: later(30) }), actor.office);
	await carryOut(60);
	expect(await stateOf(subject)).toBe('running');
});

test('a question asked within the minute does not stop what was decided before it', async () => {
	const officer = as(await anOfficer(database.as(system), 'LT'));
	const { step, subject } = await aCase();
	must(await decideInBulk(officer, { steps: [step], decision: 'granted' }));
	must(await askQuestion(officer, { step, words: 'Which roses?' }));
	await carryOut(60);
	expect(await stateOf(subject)).toBe('granted');
});

test.each([
	[{ decision: 'refused' }, 'reason-missing'],
	[{ decision: 'refused', reason: 'other' }, 'words-missing'],
	[{ decision: 'refused', reason: 'wrong-school' }, 'reason-does-not-fit'],
	[{ decision: 'refused', reason: 'made-up' }, 'reason-does-not-fit'],
] as const)('%j is refused: %s', async (input, reason) => {
	const officer = as(await anOfficer(database.as(system), 'LT'));
	const { step } = await aCase();
	expect(await decideInBulk(officer, { steps: [step], ...input })).toMatchObject({ reason });
});

test('the reasons for several kinds are those that fit each of them', () => {
	expect(reasonsForAll(['garden', 'seed'])).toContain('duplicate');
	expect(reasonsForAll([])).toContain('incomplete');
});

test('whoever is no officer decides nothing at once', async () => {
	const { step, applicant } = await aCase();
	const ctx = database.as(memberOf(applicant), { now: monday });
	await expect(decideInBulk(ctx, { steps: [step], decision: 'granted' })).rejects.toThrow();
	await expect(undoBulk(ctx, newId())).rejects.toThrow();
});
