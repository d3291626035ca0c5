import { beforeAll, beforeEach, expect, test } from 'vitest';
import {
	answerQuestion,
	askQuestion,
	chainsFor,
	grantStep,
	openCase,
	refuseStep,
	reopenCase,
	withdrawCase,
	type Chain,
} from '#domain/support';
import type { Context } from '#platform/context';
import { newId } from '#platform/ids';
import { testDatabase } from '../../../../tests/world/database.ts';
import {
	aPerson,
	anOfficer,
	composeDesk,
	forget,
	heard,
	memberOf,
	organisationOf,
} from '../../../../tests/world/desk.ts';
import { system, type Officer } from '#shared/actor';

const database = testDatabase();
beforeAll(composeDesk);
beforeEach(forget);

const days = (count: number) => new Date(Date.parse('2026-10-05T09:00:00Z') + count * 24 * 3600 * 1000);

async function aGarden(countries: string[][], more: { kind?: string; waitsFor?: string } = {}) {
	const ctx = database.as(system);
	const applicant = await aPerson(ctx, 'Inês Carvalho', ['ribeira']);
	const subject = newId();
	const kind = more.kind ?? 'garden';
	const stages = await Promise.all(
		countries.map((stage) => Promise.all(stage.map((country) => organisationOf(ctx, country)))),
	);
	await openCase(ctx, {
		kind,
		subject,
		applicant,
		parties: [{ person: applicant }],
		stages,
		snapshot: { aims: 'roses' },
		...(more.waitsFor ? { waitsFor: { kind: 'garden', subject: more.waitsFor } } : {}),
	});
	return { kind, subject, applicant };
}

async function chain(subject: string, kind = 'garden', ctx: Context = database.as(system)): Promise<Chain> {
	const found = (await chainsFor(ctx, kind, [subject])).get(subject);
	if (!found) throw new Error('no chain');
	return found;
}

const stepOf = async (subject: string, officer: Officer, kind?: string) =>
	(await chain(subject, kind)).steps.find((step) => step.organisation.id === officer.organisation)?.id ??
	'none';

const grant = async (officer: Officer, subject: string, kind?: string) =>
	grantStep(database.as(officer), { step: await stepOf(subject, officer, kind) });

test('two organisations decide side by side, in any order, and the last one grants the case once', async () => {
	const [rui, mette] = [
		await anOfficer(database.as(system), 'LT'),
		await anOfficer(database.as(system), 'LV'),
	];
	const { subject } = await aGarden([['LT', 'LV']]);
	expect((await chain(subject)).holder?.replaceAll(/[\u2066-\u2069]/g, '')).toBe(
		'National Support Organisation Lithuania and National Support Organisation Latvia',
	);
	expect(await grant(mette, subject)).toMatchObject({ ok: true, value: { outcome: undefined } });
	expect((await chain(subject)).steps.map((step) => step.state)).toEqual(['waiting', 'granted']);
	expect(heard.decided).toEqual([]);
	expect(await grant(rui, subject)).toMatchObject({ ok: true, value: { outcome: 'granted' } });
	expect(heard.decided).toMatchObject([{ kind: 'garden', subject, outcome: 'granted' }]);
	expect(await grant(rui, subject)).toMatchObject({ ok: false, reason: 'already-decided' });
});

test('one organisation that covers both sides decides once', async () => {
	const rui = await anOfficer(database.as(system), 'LT');
	const { subject } = await aGarden([['LT', 'LT']]);
	expect((await chain(subject)).steps).toHaveLength(1);
	expect(await grant(rui, subject)).toMatchObject({ ok: true, value: { outcome: 'granted' } });
});

test('a second stage begins when the first is granted, and not before', async () => {
	const [rui, mette] = [
		await anOfficer(database.as(system), 'LT'),
		await anOfficer(database.as(system), 'LV'),
	];
	const { subject } = await aGarden([['LT'], ['LV']]);
	expect((await chain(subject)).next).toContain('National Support Organisation Latvia');
	expect(await grant(mette, subject)).toMatchObject({ ok: false, reason: 'not-begun' });
	await grant(rui, subject);
	expect((await chain(subject)).holder).toBe('National Support Organisation Latvia');
	expect(await grant(mette, subject)).toMatchObject({ ok: true, value: { outcome: 'granted' } });
});

test('one refusal ends the round, its reason reaches the applicant, and a corrected case is decided anew by all', async () => {
	const [rui, mette] = [
		await anOfficer(database.as(system), 'LT'),
		await anOfficer(database.as(system), 'LV'),
	];
	const { subject } = await aGarden([['LT', 'LV']]);
	await grant(rui, subject);
	const step = await stepOf(subject, mette);
	await refuseStep(database.as(mette), {
		step,
		reason: 'other',
		words: 'Hvor er vandet?',
		wordsLocale: 'da',
	});
	expect(heard.decided).toMatchObject([
		{ outcome: 'refused', reason: 'other', words: 'Hvor er vandet?', wordsLocale: 'da' },
	]);
	expect(await chain(subject)).toMatchObject({
		state: 'refused',
		holder: 'You',
		next: 'Correct what was said and send it again.',
	});
	expect(
		await reopenCase(database.as(system), { kind: 'garden', subject, snapshot: { aims: 'roses and water' } }),
	).toMatchObject({ ok: true, value: { round: 2 } });
	expect((await chain(subject)).steps.map((each) => each.state)).toEqual(['waiting', 'waiting']);
	await grant(rui, subject);
	expect(await grant(mette, subject)).toMatchObject({ ok: true, value: { outcome: 'granted' } });
	expect(await reopenCase(database.as(system), { kind: 'garden', subject, snapshot: {} })).toMatchObject({
		ok: false,
		reason: 'already-granted',
	});
	expect(heard.decided.map((each) => each.outcome)).toEqual(['refused', 'granted']);
});

test('some reasons need words, and a reason that is not on the list is no reason', async () => {
	const rui = await anOfficer(database.as(system), 'LT');
	const { subject } = await aGarden([['LT']]);
	const step = await stepOf(subject, rui);
	expect(await refuseStep(database.as(rui), { step, reason: 'other' })).toMatchObject({
		ok: false,
		reason: 'words-missing',
		field: 'words',
	});
	await expect(refuseStep(database.as(rui), { step, reason: 'bad-weather' })).rejects.toThrow('reason');
});

test('a correction in mid-round ends that round: nobody grants what they did not see', async () => {
	const [rui, mette] = [
		await anOfficer(database.as(system), 'LT'),
		await anOfficer(database.as(system), 'LV'),
	];
	const { subject } = await aGarden([['LT', 'LV']]);
	await grant(rui, subject);
	const stale = await stepOf(subject, mette);
	await reopenCase(database.as(system), { kind: 'garden', subject, snapshot: { aims: 'tulips' } });
	expect(await grantStep(database.as(mette), { step: stale })).toMatchObject({
		ok: false,
		reason: 'already-decided',
	});
	expect((await chain(subject)).steps.map((step) => step.state)).toEqual(['waiting', 'waiting']);
	expect(heard.decided).toEqual([]);
});

test('a question makes the applicant the holder and stops the clock; the answer gives it back', async () => {
	const rui = await anOfficer(database.as(system), 'LT');
	const { subject, applicant } = await aGarden([['LT']]);
	const step = await stepOf(subject, rui);
	expect(
		await askQuestion(database.as(rui, { now: days(2) }), { step, words: 'Which flowers?' }),
	).toMatchObject({ ok: true });
	expect(await askQuestion(database.as(rui, { now: days(2) }), { step, words: 'And trees?' })).toMatchObject({
		ok: false,
		reason: 'already-asked',
	});
	const asked = await chain(subject);
	expect(asked).toMatchObject({
		holder: 'You',
		applicantHolds: true,
		openQuestion: { words: 'Which flowers?' },
	});
	const question = asked.openQuestion?.id ?? '';
	await expect(answerQuestion(database.as(memberOf(rui.person)), { question, answer: 'x' })).rejects.toThrow(
		'question',
	);
	const ines = database.as(memberOf(applicant), { now: days(14) });
	expect(await answerQuestion(ines, { question, answer: 'Roses.' })).toMatchObject({ ok: true });
	expect(await answerQuestion(ines, { question, answer: 'Roses.' })).toMatchObject({
		ok: false,
		reason: 'no-longer-asked',
	});
	expect(await chain(subject)).toMatchObject({
		holder: 'National Support Organisation Lithuania',
		applicantHolds: false,
	});
	const clock = await database.db
		.selectFrom('support.case_step')
		.select(['remind_at', 'escalate_at'])
		.where('id', '=', step)
		.executeTakeFirstOrThrow();
	// two working days had gone before the question: three are left until the reminder, eight until it goes up
	expect(clock.remind_at).toEqual(new Date('2026-10-22T05:00:00Z'));
	expect(clock.escalate_at).toEqual(new Date('2026-10-29T06:00:00Z'));
});

test('a case begins when the one it waits for is granted, waits on when that is refused, falls when it is withdrawn', async () => {
	const rui = await anOfficer(database.as(system), 'LT');
	const school = await aGarden([['LT']]);
	const { subject } = await aGarden([['LT']], { kind: 'seed', waitsFor: school.subject });
	expect(await chain(subject, 'seed')).toMatchObject({
		state: 'waits',
		holder: undefined,
		waitsFor: { state: 'running' },
	});
	expect(await grant(rui, subject, 'seed')).toMatchObject({ ok: false, reason: 'not-begun' });
	await refuseStep(database.as(rui), { step: await stepOf(school.subject, rui), reason: 'duplicate' });
	expect(await chain(subject, 'seed')).toMatchObject({
		state: 'waits',
		holder: 'You',
		waitsFor: { state: 'refused' },
	});
	await reopenCase(database.as(system), { kind: 'garden', subject: school.subject, snapshot: {} });
	await grant(rui, school.subject);
	expect(await chain(subject, 'seed')).toMatchObject({ state: 'running', waitsFor: { state: 'granted' } });
	expect(await grant(rui, subject, 'seed')).toMatchObject({ ok: true, value: { outcome: 'granted' } });

	const other = await aGarden([['LT']]);
	const waiting = await aGarden([['LT']], { kind: 'seed', waitsFor: other.subject });
	await withdrawCase(database.as(system), { kind: 'garden', subject: other.subject });
	expect((await chain(waiting.subject, 'seed')).state).toBe('withdrawn');
	expect(await withdrawCase(database.as(system), { kind: 'garden', subject: other.subject })).toMatchObject({
		ok: false,
		reason: 'nothing-runs',
	});
});

test('a question about the case one waits for is shown and answered with the case that waits', async () => {
	const rui = await anOfficer(database.as(system), 'LT');
	const school = await aGarden([['LT']]);
	const ctx = database.as(system);
	const subject = newId();
	await openCase(ctx, {
		kind: 'seed',
		subject,
		applicant: school.applicant,
		parties: [],
		stages: [[rui.organisation]],
		snapshot: {},
		waitsFor: { kind: 'garden', subject: school.subject },
	});
	const foreign = await aGarden([['LT']], { kind: 'seed', waitsFor: school.subject });
	await askQuestion(database.as(rui), { step: await stepOf(school.subject, rui), words: 'Where is it?' });
	expect(await chain(subject, 'seed')).toMatchObject({
		state: 'waits',
		holder: 'You',
		openQuestion: { words: 'Where is it?' },
	});
	expect((await chain(foreign.subject, 'seed')).openQuestion).toBeUndefined();
});

test('nobody decides a case in which they are a party or a colleague; the central desk does where nobody else is', async () => {
	const ctx = database.as(system);
	const anna = await anOfficer(ctx, 'XX', 'central');
	const colleague = await anOfficer(ctx, 'LT', 'validator', ['ribeira']);
	const { subject } = await aGarden([['LT']]);
	const step = await stepOf(subject, colleague);
	expect((await chain(subject)).holder).toBe('Central Support Desk');
	expect(await grantStep(database.as(colleague), { step })).toMatchObject({
		ok: false,
		reason: 'your-colleague',
	});
	expect(await askQuestion(database.as(colleague), { step, words: '?' })).toMatchObject({
		ok: false,
		reason: 'your-colleague',
	});
	expect(await grantStep(database.as(anna), { step })).toMatchObject({
		ok: true,
		value: { outcome: 'granted' },
	});
});

test('an officer of another organisation does not reach a step, and the central desk only where it went up', async () => {
	const ctx = database.as(system);
	const [rui, mette, anna] = [
		await anOfficer(ctx, 'LT'),
		await anOfficer(ctx, 'LV'),
		await anOfficer(ctx, 'XX', 'central'),
	];
	const { subject } = await aGarden([['LT']]);
	const step = await stepOf(subject, rui);
	await expect(grantStep(database.as(mette), { step })).rejects.toThrow('step');
	await expect(grantStep(database.as(anna), { step })).rejects.toThrow('step');
	await expect(grantStep(database.as(memberOf(rui.person)), { step })).rejects.toThrow('support.see-queue');
});
