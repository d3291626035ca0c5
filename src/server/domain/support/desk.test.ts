import { beforeAll, beforeEach, expect, test } from 'vitest';
import {
	addHolidays,
	askQuestion,
	caseForOffice,
	chainsFor,
	endOffice,
	figuresFor,
	grantStep,
	holidaysFor,
	looksFor,
	looksToReview,
	nextInQueue,
	openCase,
	openLook,
	queueForOffice,
	refuseStep,
	removeHoliday,
	reopenCase,
	waitingAtAll,
} from '#domain/support';
import { NotFound } from '#platform/errors';
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
import { sweep } from './sweep.ts';

const database = testDatabase();
beforeAll(composeDesk);
beforeEach(forget);

const at = (day: string) => ({ now: new Date(`${day}T09:00:00Z`) });

async function aGarden(country = 'LT', schools: string[] = [], more: object = {}) {
	const ctx = database.as(system, at('2026-10-05'));
	const applicant = await aPerson(ctx, 'Inês Carvalho', schools, 'fr');
	const subject = newId();
	const stages = [[await organisationOf(ctx, country)]];
	const parties = [{ person: applicant }];
	const id = await openCase(ctx, {
		kind: 'garden',
		subject,
		applicant,
		parties,
		stages,
		snapshot: { aims: 'roses' },
		...more,
	});
	return { id, subject, applicant };
}

const stepOf = async (subject: string) =>
	(await chainsFor(database.as(system), 'garden', [subject])).get(subject)?.steps[0]?.id ?? 'none';

const auditLines = (action: string) =>
	database.db
		.selectFrom('platform.audit_entry')
		.select(['office_id', 'subject_id', 'details'])
		.where('action', '=', action)
		.execute();

test('the queue holds the oldest first, counts by state and kind, and says who is excluded and why', async () => {
	const ctx = database.as(system);
	const rui = await anOfficer(ctx, 'LT', 'validator', ['ribeira']);
	const first = await aGarden();
	const colleague = await aGarden('LT', ['ribeira']);
	await aGarden('LV');
	const desk = database.as(rui, at('2026-10-14'));
	const queue = await queueForOffice(desk);
	expect(queue.rows.map((row) => [row.case, row.age, row.conflict])).toEqual([
		[first.id, 7, undefined],
		[colleague.id, 7, 'colleague'],
	]);
	expect(queue.states).toEqual([
		{ state: 'to-decide', count: 2 },
		{ state: 'asked', count: 0 },
		{ state: 'later', count: 0 },
		{ state: 'decided', count: undefined },
	]);
	expect(queue.kinds).toMatchObject([{ kind: 'garden', count: 2 }]);
	await askQuestion(desk, { step: await stepOf(first.subject), words: 'Where?' });
	expect((await queueForOffice(desk)).rows.map((row) => row.case)).toEqual([colleague.id]);
	expect((await queueForOffice(desk, { state: 'asked' })).rows.map((row) => row.case)).toEqual([first.id]);
	expect((await queueForOffice(desk, { kind: 'school' })).rows).toEqual([]);
	expect(await nextInQueue(desk, {}, await stepOf(first.subject))).toBeUndefined();
	await grantStep(desk, { step: await stepOf(first.subject) });
	expect((await queueForOffice(desk, { state: 'decided' })).rows).toMatchObject([
		{ case: first.id, decision: 'granted' },
	]);
});

test('from one case the queue leads on to the next that is free, and from the last to the oldest', async () => {
	const rui = await anOfficer(database.as(system), 'LT', 'validator', ['ribeira']);
	const cases = [];
	for (const schools of [[], ['ribeira'], [], []]) cases.push(await aGarden('LT', schools));
	const desk = database.as(rui);
	const order = (await queueForOffice(desk)).rows;
	const free = order.filter((row) => !row.conflict);
	const next = [];
	for (const row of free) next.push(await nextInQueue(desk, {}, row.step));
	expect(next).toEqual([free[1]?.case, free[2]?.case, free[0]?.case]);
	await grantStep(desk, { step: free[1]?.step ?? '' });
	expect(await nextInQueue(desk, {}, free[1]?.step ?? '')).toBe(free[2]?.case);
});

test('a long queue comes in pages, each case once', async () => {
	const rui = await anOfficer(database.as(system), 'LT');
	for (let count = 0; count < 53; count++) await aGarden();
	const desk = database.as(rui);
	const first = await queueForOffice(desk);
	const second = await queueForOffice(desk, { after: first.next });
	expect([first.rows.length, second.rows.length, second.next]).toEqual([50, 3, undefined]);
	expect(new Set([...first.rows, ...second.rows].map((row) => row.case)).size).toBe(53);
	expect((await queueForOffice(desk, { after: 'nonsense' })).rows).toHaveLength(50);
});

test('words lead to a case by its title, its place and its facts, page after page', async () => {
	const rui = await anOfficer(database.as(system), 'LT');
	const first = await aGarden();
	const second = await aGarden();
	const desk = database.as(rui);
	const found = async (words: string) => (await queueForOffice(desk, { words })).rows.map((row) => row.case);
	expect(await found('GARDÉN porto')).toEqual([first.id, second.id]);
	expect(await found('small')).toHaveLength(2);
	expect(await found('arden')).toEqual([]);
	expect(await found('garden lyon')).toEqual([]);
	expect((await queueForOffice(desk, { words: 'garden' })).rows[0]?.daysLeft).toBe(10);
	const step = await stepOf(first.subject);
	expect(await nextInQueue(desk, { words: 'garden' }, step)).toBe(second.id);
	expect(await nextInQueue(desk, { words: 'lyon' }, step)).toBeUndefined();
});

test('on a day on which the organisation is closed its clocks stand still, those that run already too', async () => {
	const rui = await anOfficer(database.as(system), 'LT');
	const mette = await anOfficer(database.as(system), 'LV');
	const { subject } = await aGarden();
	const desk = database.as(rui, at('2026-10-07'));
	const age = async (day: string) => (await queueForOffice(database.as(rui, at(day)))).rows[0]?.age;
	const due = async () => {
		const { remind_at } = await database.db
			.selectFrom('support.case_step')
			.select('remind_at')
			.where('id', '=', await stepOf(subject))
			.executeTakeFirstOrThrow();
		return remind_at?.toISOString().slice(0, 10);
	};
	expect([await age('2026-10-14'), await due()]).toEqual([7, '2026-10-12']);
	const closed = { from: '2026-10-09', until: '2026-10-12', name: 'Autumn' };
	await addHolidays(desk, closed);
	expect([await age('2026-10-14'), await due()]).toEqual([5, '2026-10-14']);
	expect((await holidaysFor(desk)).map(({ day }) => day)).toEqual([
		...['2026-10-09', '2026-10-10', '2026-10-11', '2026-10-12'],
	]);
	await removeHoliday(desk, '2026-10-12');
	expect([await age('2026-10-14'), await due()]).toEqual([6, '2026-10-13']);
	expect(await holidaysFor(database.as(mette))).toEqual([]);
	await expect(removeHoliday(database.as(mette), '2026-10-09')).rejects.toThrow(NotFound);
	expect(await addHolidays(desk, { ...closed, until: '2026-10-01' })).toMatchObject({
		reason: 'days-backwards',
	});
	expect(await addHolidays(desk, { ...closed, until: '2027-10-01' })).toMatchObject({
		reason: 'days-too-many',
	});
});

test('the figures of a queue count what came, was decided and waits; others’ are for the central desk', async () => {
	const rui = await anOfficer(database.as(system), 'LT');
	const anna = await anOfficer(database.as(system), 'XX', 'central');
	const [first, second] = [await aGarden(), await aGarden(), await aGarden()];
	const step = await stepOf(first.subject);
	await askQuestion(database.as(rui, at('2026-10-06')), { step, words: '?' });
	await grantStep(database.as(rui, at('2026-10-12')), { step });
	const refusal = { step: await stepOf(second.subject), reason: 'duplicate' } as const;
	await refuseStep(database.as(rui, at('2026-10-12')), refusal);
	const query = { period: 'month', kind: undefined, organisation: undefined } as const;
	const desk = database.as(rui, at('2026-10-14'));
	const { periods, kinds } = await figuresFor(desk, query);
	expect(periods.at(-1)).toMatchObject({ incoming: 3, granted: 1, refused: 1, waiting: 1, median: 1 });
	expect(kinds).toMatchObject([{ kind: 'garden' }]);
	expect((await figuresFor(desk, { ...query, kind: 'seed' })).periods.at(-1)).toMatchObject({ incoming: 0 });
	await expect(figuresFor(desk, { ...query, organisation: anna.organisation })).rejects.toThrow(NotFound);
	expect(await waitingAtAll(desk)).toBeUndefined();
	const central = database.as(anna, at('2026-10-14'));
	const { organisation } = rui;
	expect((await figuresFor(central, { ...query, organisation })).periods.at(-1)).toMatchObject({
		waiting: 1,
	});
	const waits = (await waitingAtAll(central))?.filter(({ waiting }) => waiting > 0);
	expect(waits).toMatchObject([{ organisation: { country: 'LT' }, waiting: 1, oldest: 7 }]);
	await expect(figuresFor(central, { ...query, organisation: newId() })).rejects.toThrow(NotFound);
});

test('personal data stays closed until it is opened, and each read under the look is written down', async () => {
	const rui = await anOfficer(database.as(system), 'LT');
	const { id, applicant } = await aGarden();
	const desk = database.as(rui);
	const closed = await caseForOffice(desk, id);
	expect(closed).toMatchObject({
		title: 'A school garden',
		look: { is: 'closed' },
		revealed: [],
		fields: [],
	});
	expect(JSON.stringify(closed)).not.toContain('Inês');
	expect(await auditLines('support.case-read')).toEqual([]);
	await openLook(desk, { case: id, reason: 'to-decide' });
	await openLook(desk, { case: id, reason: 'to-decide' });
	expect(await auditLines('support.look-opened')).toHaveLength(1);
	expect(await caseForOffice(desk, id)).toMatchObject({
		look: { is: 'open' },
		revealed: [['Gardener', 'Inês Carvalho']],
		fields: [{ value: 'roses' }],
	});
	await caseForOffice(desk, id);
	expect(await auditLines('support.case-read')).toMatchObject([
		{ office_id: rui.office, details: { fields: ['aims'] } },
		{},
	]);
	const later = database.as(rui, { now: new Date(desk.now.getTime() + 31 * 60_000) });
	expect((await caseForOffice(later, id)).look.is).toBe('closed');
	expect(await looksFor(database.as(memberOf(applicant)))).toMatchObject([
		{ reason: 'to-decide', organisation: { country: 'LT' } },
	]);
});

test('R-NSO: each month a tenth of all looks, drawn by chance, is gone through at the central desk', async () => {
	const rui = await anOfficer(database.as(system), 'LT');
	const { id, applicant } = await aGarden();
	const at = (day: string) => ({ now: new Date(`${day}T09:00:00Z`) });
	await openLook(database.as(rui, at('2026-09-30')), { case: id, reason: 'to-decide' });
	for (let turn = 0; turn < 120; turn++) {
		const now = new Date(Date.UTC(2026, 9, 2, turn * 5));
		await openLook(database.as(rui, { now }), { case: id, reason: 'to-check-complaint' });
	}
	const central = { ...rui, officeKind: 'central' } as const;
	const review = async (day: string) => looksToReview(database.as(central, at(day)));
	const first = await review('2026-11-03');
	expect([first.all, first.drawn.length]).toEqual([120, 12]);
	expect(first.drawn[0]).toMatchObject({
		officer: rui.person,
		organisation: { country: 'LT' },
		reason: 'to-check-complaint',
		title: 'A school garden',
	});
	expect(new Set(first.drawn.map(({ at: when }) => when.getUTCDate())).size).toBeGreaterThan(3);
	expect((await review('2026-11-28')).drawn).toEqual(first.drawn);
	expect(JSON.stringify(first)).not.toContain(applicant);
	expect((await review('2026-10-05')).all).toBe(1);
	expect((await review('2026-12-05')).drawn).toEqual([]);
	await expect(looksToReview(database.as(rui))).rejects.toThrow('support.review-looks');
});

test('T10: an officer who opens more than two hundred cases in an hour is cut off', async () => {
	const rui = await anOfficer(database.as(system), 'LT');
	const desk = database.as(rui);
	await database.db
		.insertInto('platform.limit_count')
		.values({ key: `support.looks:${rui.person}`, window_start: desk.now, count: 200 })
		.execute();
	const { id } = await aGarden();
	await expect(openLook(desk, { case: id, reason: 'to-decide' })).rejects.toThrow('too-often');
	expect(await auditLines('support.look-cut-off')).toHaveLength(1);
});

test('who granted before sees what changed since and confirms', async () => {
	const rui = await anOfficer(database.as(system), 'LT');
	const mette = await anOfficer(database.as(system), 'LV');
	const stages = [[rui.organisation, mette.organisation]];
	const { id, subject } = await aGarden('LT', [], { stages });
	const step = async (officer: Officer) =>
		(await chainsFor(database.as(system), 'garden', [subject]))
			.get(subject)
			?.steps.find((each) => each.organisation.id === officer.organisation)?.id ?? '';
	await grantStep(database.as(rui), { step: await step(rui) });
	await refuseStep(database.as(mette), { step: await step(mette), reason: 'duplicate' });
	await reopenCase(database.as(system), {
		kind: 'garden',
		subject,
		snapshot: { aims: 'roses and water', size: 3 },
		note: 'Now with water.',
	});
	const desk = database.as(rui);
	expect((await queueForOffice(desk)).rows[0]).toMatchObject({ grantedBefore: true, round: 2 });
	expect((await queueForOffice(database.as(mette))).rows[0]).toMatchObject({ grantedBefore: false });
	await openLook(desk, { case: id, reason: 'to-decide' });
	const seen = await caseForOffice(desk, id);
	expect(seen.grantedBefore).toMatchObject({
		round: 1,
		changes: [
			{ label: 'aims', before: 'roses', after: 'roses and water' },
			{ label: 'size', before: undefined, after: '3' },
		],
	});
	expect(seen.rounds).toMatchObject([
		{ round: 2, note: { text: 'Now with water.' } },
		{
			round: 1,
			outcome: 'refused',
			decisions: [{ decision: 'granted' }, { decision: 'refused', reason: 'It exists already' }],
		},
	]);
	expect(await grantStep(desk, { step: seen.step ?? '' })).toMatchObject({ ok: true });
});

test('after five working days the officers are reminded, after ten the central desk has it too; each once', async () => {
	const ctx = database.as(system);
	const rui = await anOfficer(ctx, 'LT');
	const anna = await anOfficer(ctx, 'XX', 'central');
	const { id, subject, applicant } = await aGarden();
	const asked = await aGarden();
	await askQuestion(database.as(rui, at('2026-10-06')), { step: await stepOf(asked.subject), words: '?' });
	heard.notices.length = 0;
	const sweepOn = (day: string) => sweep(database.as(system, at(day)));
	await sweepOn('2026-10-11');
	expect(heard.notices).toEqual([]);
	await sweepOn('2026-10-12');
	await sweepOn('2026-10-12');
	expect(heard.notices).toMatchObject([
		{ to: [rui.person], kind: 'cases-waiting', params: { count: 1, days: 5 } },
	]);
	await expect(caseForOffice(database.as(anna), id)).rejects.toThrow('case');
	await sweepOn('2026-10-19');
	await sweepOn('2026-10-20');
	expect(heard.notices.slice(1)).toMatchObject([
		{ kind: 'cases-escalated', params: { count: 1 } },
		// whoever waits hears of it, and whoever is waited for
		{ kind: 'case-escalated', to: [applicant] },
		{ kind: 'case-question-again', to: [asked.applicant] },
	]);
	expect(heard.notices[1]?.to).toContain(anna.person);
	const queue = await queueForOffice(database.as(anna, at('2026-10-20')));
	expect(queue.rows.find((row) => row.case === id)).toMatchObject({ central: 'overdue', age: 11 });
	expect(await grantStep(database.as(anna), { step: await stepOf(subject) })).toMatchObject({ ok: true });
});

test('when the last officer leaves, the central desk has the case from the next hour on', async () => {
	const ctx = database.as(system);
	const rui = await anOfficer(ctx, 'LT');
	const anna = await anOfficer(ctx, 'XX', 'central');
	const { id } = await aGarden();
	await endOffice(ctx, rui.office);
	await sweep(ctx);
	expect((await queueForOffice(database.as(anna))).rows.find((row) => row.case === id)).toMatchObject({
		central: 'no-officer',
	});
});

test('the applicant is told of a question and of the outcome in their own language', async () => {
	const rui = await anOfficer(database.as(system), 'LT');
	const { subject, applicant } = await aGarden();
	const step = await stepOf(subject);
	await askQuestion(database.as(rui), { step, words: 'Where?' });
	await refuseStep(database.as(rui), { step, reason: 'duplicate' });
	const params = { organisation: 'Organisation nationale de soutien (Lituanie)', title: 'A school garden' };
	expect(heard.notices).toEqual([
		{ to: [applicant], kind: 'case-question', params, path: '/gardens' },
		{ to: [applicant], kind: 'case-refused', params, path: '/gardens' },
	]);
});
