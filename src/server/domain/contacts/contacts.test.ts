import { expect, test } from 'vitest';
import { newId } from '#platform/ids';
import { member, people, teacher, type PersonName } from '../../../../tests/world/index.ts';
import { testDatabase } from '../../../../tests/world/database.ts';
import {
	answerRequest,
	areContacts,
	becomeContacts,
	blockPerson,
	contactsFor,
	requestsFor,
	sendRequest,
	unblockPerson,
} from './index.ts';
import { firstRequestsADay } from './limits.ts';

const world = testDatabase();
const as = (name: PersonName) => world.as(teacher(name));
const ask = (from: PersonName, to: PersonName, message = `Hello from ${from}`) =>
	sendRequest(as(from), { to: people[to].id, message });

async function waitingFor(name: PersonName): Promise<string> {
	const request = (await requestsFor(as(name))).find(({ mine, answer }) => !mine && !answer);
	return request?.id ?? '';
}

async function noticesOf(name: PersonName): Promise<string[]> {
	const rows = await world.db
		.selectFrom('notices.notice')
		.select('kind')
		.where('person_id', '=', people[name].id)
		.execute();
	return rows.map((row) => row.kind);
}

test('a request that is accepted makes two contacts and tells both in turn', async () => {
	expect(await ask('ines', 'freja')).toMatchObject({ ok: true });
	expect(await noticesOf('freja')).toEqual(['contact-requested']);
	const request = await waitingFor('freja');
	expect(await answerRequest(as('freja'), { request, accepted: true })).toMatchObject({ ok: true });
	expect(await noticesOf('ines')).toEqual(['contact-accepted']);
	expect((await contactsFor(as('ines'))).map(({ name }) => name)).toEqual(['Freja Holm']);
	expect((await contactsFor(as('freja'))).map(({ name }) => name)).toEqual(['Inês Carvalho']);
	expect(await answerRequest(as('freja'), { request, accepted: false })).toMatchObject({
		reason: 'answered-already',
	});
});

test('a request that waits is answered when both say yes elsewhere', async () => {
	await ask('ines', 'freja');
	await becomeContacts(as('freja'), people.freja.id, people.ines.id);
	expect(await waitingFor('freja')).toBe('');
	expect(await areContacts(as('ines'), people.ines.id, people.freja.id)).toBe(true);
});

test('a declined request tells nobody and makes no contact', async () => {
	await ask('ines', 'freja');
	await answerRequest(as('freja'), { request: await waitingFor('freja'), accepted: false });
	expect(await noticesOf('ines')).toEqual([]);
	expect(await areContacts(as('ines'), people.ines.id, people.freja.id)).toBe(false);
	expect(await ask('ines', 'freja')).toMatchObject({ reason: 'asked-lately' });
});

test('nobody answers a request of others', async () => {
	await ask('ines', 'freja');
	const request = await waitingFor('freja');
	await expect(answerRequest(as('amelie'), { request, accepted: true })).rejects.toThrow('request');
	await expect(answerRequest(as('ines'), { request, accepted: true })).rejects.toThrow('contacts.answer');
});

test('whoever is not validated neither asks nor is found', async () => {
	const marco = world.as(member('marco'));
	await expect(sendRequest(marco, { to: people.ines.id, message: 'Hi' })).rejects.toThrow('contacts.ask');
	await expect(ask('ines', 'marco')).rejects.toThrow('person');
});

test('nobody asks a teacher who is not available', async () => {
	await world.db
		.updateTable('people.profile')
		.set({ available: false })
		.where('person_id', '=', people.freja.id)
		.execute();
	expect(await ask('ines', 'freja')).toMatchObject({ reason: 'not-available' });
});

test('a block ends the contact, looks like not being available, and can be lifted', async () => {
	await ask('ines', 'freja');
	await answerRequest(as('freja'), { request: await waitingFor('freja'), accepted: true });
	await blockPerson(as('freja'), { person: people.ines.id });
	expect(await contactsFor(as('ines'))).toEqual([]);
	expect(await ask('ines', 'freja')).toMatchObject({ reason: 'not-available' });
	expect(await ask('freja', 'ines')).toMatchObject({ reason: 'blocked-by-me' });
	await unblockPerson(as('freja'), { person: people.ines.id });
	expect(await ask('ines', 'freja')).toMatchObject({ ok: true });
});

test('the same words go to five people at most', async () => {
	const others: PersonName[] = ['tiago', 'freja', 'amelie', 'yasmine', 'eleni'];
	for (const other of others)
		expect(await ask('ines', other, 'Join my project!')).toMatchObject({ ok: true });
	expect(await ask('ines', 'lukas', ' join  MY project! ')).toMatchObject({
		reason: 'same-words',
		field: 'message',
	});
	expect(await ask('ines', 'lukas', 'Dear Lukas, your valley interests us.')).toMatchObject({ ok: true });
});

test('a block between asking and answering stands in the way of accepting', async () => {
	await ask('ines', 'freja');
	const request = await waitingFor('freja');
	await blockPerson(as('ines'), { person: people.freja.id });
	expect(await answerRequest(as('freja'), { request, accepted: true })).toMatchObject({
		reason: 'not-available',
	});
	expect(await areContacts(as('ines'), people.ines.id, people.freja.id)).toBe(false);
	expect(await answerRequest(as('freja'), { request, accepted: false })).toMatchObject({ ok: true });
});

test('a day has twenty first requests', async () => {
	await world.db
		.insertInto('contacts.request')
		.values(
			Array.from({ length: firstRequestsADay }, (_, turn) => ({
				id: newId(),
				from_person_id: people.ines.id,
				to_person_id: people.tiago.id,
				message: `Hello ${turn}`,
				message_locale: 'en',
				message_hash: Buffer.from([turn]),
				sent_at: new Date(as('ines').now.getTime() - 3600 * 1000),
			})),
		)
		.execute();
	expect(await ask('ines', 'freja')).toMatchObject({ reason: 'too-many-today' });
	const tomorrow = world.as(teacher('ines'), { now: new Date(as('ines').now.getTime() + 24 * 3600 * 1000) });
	expect(await sendRequest(tomorrow, { to: people.freja.id, message: 'Hello' })).toMatchObject({ ok: true });
});
