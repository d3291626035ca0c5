import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { writeMessage } from '#domain/contacts';
import { giveOffice, organisationFor } from '#domain/support';
import { Forbidden, NotFound } from '#platform/errors';
import { compose } from '#platform/part';
import { system, visitor, type Officer } from '#shared/actor';
import { areContacts } from '../../../../tests/world/a-project.ts';
import { testDatabase } from '../../../../tests/world/database.ts';
import { officer, people, teacher } from '../../../../tests/world/index.ts';
import { must } from '../../../../tests/world/must.ts';
import { allParts } from '../../parts.ts';
import { escalateOverdue } from './escalate.ts';
import {
	appealAsAuthor,
	appealAsReporter,
	countsFor,
	decisionFor,
	looksAtMyWords,
	matterForDesk,
	mattersForDesk,
	openWords,
	receiptFor,
	reportThing,
	settleAtDesk,
	suspendPerson,
} from './index.ts';

compose(allParts);
const world = testDatabase();
const later = (hours: number) => ({ now: new Date(world.as(system).now.getTime() + hours * 3600 * 1000) });
const why = { reason: 'money', words: 'Nobody sells here.' } as const;
let message: string;
let number: string;
beforeEach(async () => {
	await areContacts(world, 'ines', 'freja');
	message = must(
		await writeMessage(world.as(teacher('ines')), { to: people.freja.id, words: 'Buy my books' }),
	);
	const report = { kind: 'message', thing: message, reason: 'money', words: 'Twice already' } as const;
	({ number } = must(await reportThing(world.as(teacher('freja')), report)));
});

/** Rui of Portugal, in the office of a moderator. */
async function moderator(): Promise<Officer> {
	const organisation = await organisationFor(world.as(system), { country: 'PT' });
	await giveOffice(world.as(system), { person: people.rui.id, organisation, kind: 'moderator' });
	const { id: office } = await world.db
		.selectFrom('support.office')
		.select('id')
		.where('person_id', '=', people.rui.id)
		.where('kind', '=', 'moderator')
		.executeTakeFirstOrThrow();
	const held = { office, officeKind: 'moderator', organisation } as const;
	return { kind: 'officer', person: people.rui.id, session: 's', ...held };
}
const central = () => officer(world.as(system), 'anna');
const idAt = async (by: Officer) => (await mattersForDesk(world.as(by), 'open'))[0]?.id ?? '';

test('a message reaches the moderators of its writer’s country, or the central desk where there are none', async () => {
	const anna = await central();
	expect(await mattersForDesk(world.as(anna), 'open')).toMatchObject([{ kind: 'message', settledAt: null }]);
	const rui = await moderator();
	expect(await mattersForDesk(world.as(rui), 'open')).toHaveLength(1);
	expect(await mattersForDesk(world.as(anna), 'open')).toEqual([]);
	// what they do not look at in time, the central desk has too
	expect(await mattersForDesk(world.as(anna, later(73)), 'open')).toHaveLength(1);
	await expect(mattersForDesk(world.as(await officer(world.as(system), 'rui')), 'open')).rejects.toThrow(
		Forbidden,
	);
	const elsewhere = { ...rui, organisation: await organisationFor(world.as(system), { country: 'TN' }) };
	await expect(matterForDesk(world.as(elsewhere), await idAt(rui))).rejects.toThrow(NotFound);
});

test('T11 R-NSO: moderators see words only after opening them, for thirty minutes, and each reading is written down', async () => {
	const rui = await moderator();
	const id = await idAt(rui);
	expect(JSON.stringify(await matterForDesk(world.as(rui), id))).not.toMatch(
		/Buy my books|Twice already|Inês/,
	);
	await openWords(world.as(rui), id);
	const opened = await matterForDesk(world.as(rui), id);
	expect(opened).toMatchObject({
		country: 'PT',
		opened: { evidence: { words: 'Buy my books' }, reports: [{ words: 'Twice already' }] },
	});
	expect(JSON.stringify(opened)).not.toMatch(/Inês|Freja/);
	expect(await matterForDesk(world.as(rui, later(0.6)), id)).toMatchObject({ opened: undefined });
	const lines = await world.db
		.selectFrom('platform.audit_entry')
		.select('action')
		.where('action', 'like', 'safety.words-%')
		.execute();
	expect(lines.map(({ action }) => action).sort()).toEqual(['safety.words-opened', 'safety.words-read']);
});

test('R-NTC: both sides read the same reasons, and each may ask once for somebody else to decide', async () => {
	const rui = await moderator();
	const id = await idAt(rui);
	await openWords(world.as(rui), id);
	// nobody is warned while it is looked into
	expect(await looksAtMyWords(world.as(teacher('ines')))).toEqual([]);
	must(await settleAtDesk(world.as(rui), { matter: id, outcome: 'removed', ...why }));
	expect(await looksAtMyWords(world.as(teacher('ines')))).toMatchObject([
		{ kind: 'message', organisation: { country: 'PT' } },
	]);
	expect(await looksAtMyWords(world.as(teacher('freja')))).toEqual([]);
	const decision = { outcome: 'removed', reason: 'money', words: 'Nobody sells here.' };
	expect(await receiptFor(world.as(visitor), number)).toMatchObject({
		decisions: [decision],
		mayAppeal: false,
	});
	const ines = world.as(teacher('ines'));
	expect(await decisionFor(ines, id)).toMatchObject({ decisions: [decision], mayAppeal: true });
	await expect(decisionFor(world.as(teacher('amelie')), id)).rejects.toThrow(NotFound);
	expect(await appealAsReporter(world.as(visitor), { number, words: 'But' })).toMatchObject({
		reason: 'no-appeal',
	});
	must(await appealAsAuthor(ines, { matter: id, words: 'They are free.' }));
	expect(await appealAsAuthor(ines, { matter: id, words: 'Again' })).toMatchObject({ reason: 'no-appeal' });
	// whoever decided does not decide again
	await expect(settleAtDesk(world.as(rui), { matter: id, outcome: 'kept', ...why })).rejects.toThrow(
		Forbidden,
	);
	must(await settleAtDesk(world.as(await central()), { matter: id, outcome: 'kept', ...why }));
	expect(await decisionFor(ines, id)).toMatchObject({ decisions: [decision, { round: 2, outcome: 'kept' }] });
	const [row] = await world.db
		.selectFrom('contacts.message')
		.select('removed_at')
		.where('id', '=', message)
		.execute();
	expect(row).toEqual({ removed_at: null });
	expect(await countsFor(world.as(await central()), 2026)).toMatchObject([
		{ kind: 'message', reason: 'money', outcome: 'removed', matters: 1, reports: 1, appeals: 1, changed: 1 },
	]);
});

test('a decision without a reason cannot be kept, and none is made by a machine', async () => {
	const { id: matter_id } = await world.db.selectFrom('safety.matter').select('id').executeTakeFirstOrThrow();
	const bare = { matter_id, round: 1, outcome: 'removed', words: '', locale: 'en', decided_at: new Date() };
	const office_id = (await central()).office;
	const keep = (row: object) =>
		world.db
			.insertInto('safety.decision')
			.values(row as never)
			.execute();
	await sql`savepoint before`.execute(world.db);
	await expect(keep({ ...bare, office_id })).rejects.toThrow('reason');
	await sql`rollback to savepoint before`.execute(world.db);
	await expect(keep({ ...bare, reason: 'money' })).rejects.toThrow('check');
});

test('a number is read as people type it, and opens nothing else', async () => {
	const typed = number.toLowerCase().replace(/(.{4})(?=.)/g, '$1 - ');
	expect((await receiptFor(world.as(visitor), typed)).number).toBe(number);
	const other = [...number].reverse().join('');
	await expect(receiptFor(world.as(visitor), other)).rejects.toThrow(NotFound);
	expect(JSON.stringify(await receiptFor(world.as(visitor), number))).not.toMatch(
		/Buy my books|Twice|Inês|Freja/,
	);
});

test('V7: whoever is suspended has no session any more, and is told by letter', async () => {
	const rui = await moderator();
	must(await suspendPerson(world.as(rui), { matter: await idAt(rui), days: 7, ...why }));
	const { suspended_until } = await world.db
		.selectFrom('people.person')
		.select('suspended_until')
		.where('id', '=', people.ines.id)
		.executeTakeFirstOrThrow();
	expect(suspended_until).toEqual(later(7 * 24).now);
	const told = await world.db
		.selectFrom('notices.notice')
		.select('kind')
		.where('person_id', '=', people.ines.id)
		.execute();
	expect(told.map(({ kind }) => kind)).toContain('suspended');
});

test('the clock hands on only what lies in rooms, and once', async () => {
	await escalateOverdue(world.as(system, later(80)));
	const [matter] = await world.db.selectFrom('safety.matter').select('escalated_at').execute();
	expect(matter).toEqual({ escalated_at: null });
});
