import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { reportThing } from '#domain/safety';
import { actorKinds } from '#shared/actor';
import type { Locale } from '#shared/locales';
import { member, people, teacher, type PersonName } from '../../../../../tests/world/index.ts';
import { testDatabase } from '../../../../../tests/world/database.ts';
import { must } from '../../../../../tests/world/must.ts';
import {
	answerAbout,
	answerRequest,
	blockPerson,
	conversationsFor,
	conversationWith,
	keepDraft,
	muteConversation,
	reportableMessage,
	requestsFor,
	seeConversation,
	sendRequest,
	unreadConversations,
	writeMessage,
} from '../index.ts';
import { insertContact } from '../contacts.sql.ts';
import { firstRequestsADay, sameWordsTo } from '../limits.ts';
import { deleteAllOf, giveBack, handOver } from '../privacy.sql.ts';

const world = testDatabase();
let minute = 0;
/** Each at a later moment, so that messages have an order. */
const as = (name: PersonName, locale: Locale = 'en') =>
	world.as(teacher(name), { locale, now: new Date(Date.UTC(2026, 9, 6, 9, (minute += 1))) });
const write = (from: PersonName, to: PersonName, words = `Hello from ${from}`) =>
	writeMessage(as(from), { to: people[to].id, words });
const befriend = (one: PersonName, other: PersonName) =>
	insertContact(as(one), people[one].id, people[other].id);
const wordsBetween = async (one: PersonName, other: PersonName) =>
	(await conversationWith(as(one), people[other].id)).messages.map(({ words }) => words);

async function lettersTo(name: PersonName) {
	return world.db
		.selectFrom('platform.mail')
		.select(['subject', 'body', 'locale'])
		.where('to_address', '=', `${name}@example.org`)
		.orderBy('id')
		.execute();
}

test('contacts write to each other; each sees what is new, until they have looked', async () => {
	await befriend('ines', 'freja');
	must(await write('ines', 'freja', 'Shall we begin on Monday?'));
	expect(await unreadConversations(as('freja'))).toBe(1);
	expect(await unreadConversations(as('ines'))).toBe(0);
	must(await write('ines', 'freja', 'Or on Tuesday?'));
	const [conversation] = await conversationsFor(as('freja'));
	expect(conversation).toMatchObject({ unread: 2, words: 'Or on Tuesday?', mine: false });
	expect(conversation?.other.name).toBe('Inês Carvalho');
	await seeConversation(as('freja'), { with: people.ines.id });
	expect(await unreadConversations(as('freja'))).toBe(0);
	expect(await conversationsFor(as('freja'), { onlyUnread: true })).toEqual([]);
	expect(await wordsBetween('freja', 'ines')).toEqual(['Shall we begin on Monday?', 'Or on Tuesday?']);
});

test('whoever answers has read', async () => {
	await befriend('ines', 'freja');
	must(await write('ines', 'freja'));
	must(await write('freja', 'ines'));
	expect(await unreadConversations(as('freja'))).toBe(0);
	expect(await unreadConversations(as('ines'))).toBe(1);
});

test('a message is told by mail in the reader’s language, with its words and no link but ours', async () => {
	await befriend('ines', 'freja');
	must(await write('ines', 'freja', 'Look at http://evil.example/win or www.evil.example'));
	const [letter] = await lettersTo('freja');
	expect(letter?.locale).toBe('da');
	expect(letter?.subject).toBe('Inês Carvalho har skrevet til dig');
	expect(letter?.body).toContain('Look at');
	expect(letter?.body).not.toMatch(/evil\.example|http:\/\/e/);
	expect(letter?.body).toContain(`/da/mailbox/${people.ines.id}`);
});

test('a request begins the conversation, may be asked back, and ends with a no', async () => {
	must(await sendRequest(as('ines'), { to: people.freja.id, message: 'Would you like to?' }));
	expect(await write('ines', 'freja', 'Hello?')).toMatchObject({ reason: 'wait-for-answer' });
	must(await write('freja', 'ines', 'What about?'));
	must(await write('ines', 'freja', 'Rivers.'));
	expect(await wordsBetween('freja', 'ines')).toEqual(['Would you like to?', 'What about?', 'Rivers.']);
	const waiting = (await requestsFor(as('freja'))).find(({ mine }) => !mine);
	expect((await conversationWith(as('freja'), people.ines.id)).waiting?.id).toBe(waiting?.id);
	must(await answerRequest(as('freja'), { request: waiting?.id ?? '', accepted: false }));
	expect(await write('ines', 'freja')).toMatchObject({ reason: 'no-contact' });
	expect(await write('freja', 'ines')).toMatchObject({ reason: 'no-contact' });
});

test('strangers write nothing, and a block looks like not being available', async () => {
	expect(await write('ines', 'freja')).toMatchObject({ reason: 'no-contact' });
	await befriend('ines', 'freja');
	must(await write('ines', 'freja'));
	await blockPerson(as('freja'), { person: people.ines.id });
	expect(await write('ines', 'freja')).toMatchObject({ reason: 'not-available' });
	expect(await write('freja', 'ines')).toMatchObject({ reason: 'blocked-by-me' });
	expect(await wordsBetween('ines', 'freja')).toEqual(['Hello from ines']);
});

test('nobody who is not validated writes or is written to, and no third person reads along', async () => {
	const marco = world.as(member('marco'));
	await expect(writeMessage(marco, { to: people.ines.id, words: 'Hi' })).rejects.toThrow('contacts.write');
	await expect(conversationsFor(marco)).rejects.toThrow('contacts.write');
	await expect(write('ines', 'marco')).rejects.toThrow('person');
	await befriend('ines', 'freja');
	must(await write('ines', 'freja', 'Between us'));
	const message = (await conversationWith(as('freja'), people.ines.id)).messages[0]?.id ?? '';
	expect(await wordsBetween('amelie', 'ines')).toEqual([]);
	await expect(reportableMessage(as('amelie'), message)).rejects.toThrow('message');
	await expect(reportableMessage(as('ines'), message)).rejects.toThrow('message');
	await expect(seeConversation(as('amelie'), { with: people.ines.id })).rejects.toThrow('conversation');
});

test('a pupil can be neither sender nor receiver: no column of the mailbox can hold one', async () => {
	const { rows } = await sql<{ column: string; points: string }>`
		select distinct key.conrelid::regclass || '.' || attribute.attname as column, key.confrelid::regclass::text as points
		from pg_constraint as key join pg_attribute as attribute
			on attribute.attrelid = key.conrelid and attribute.attnum = any(key.conkey)
		where key.contype = 'f' and key.connamespace = 'contacts'::regnamespace`.execute(world.db);
	expect(rows.filter(({ points }) => points.startsWith('pupils'))).toEqual([]);
	const persons = rows.filter(({ points }) => points === 'people.person').map(({ column }) => column);
	expect(persons).toEqual(
		expect.arrayContaining([
			'contacts.message.from_person_id',
			'contacts.message.to_person_id',
			'contacts.side.person_id',
		]),
	);
	for (const kind of actorKinds.filter((each) => each !== 'teacher')) {
		const somebody = world.as({ ...teacher('ines'), kind } as never);
		await expect(writeMessage(somebody, { to: people.freja.id, words: 'Hi' })).rejects.toThrow();
	}
});

test('the same words go to five people at most, by request or message; a short thank-you is free', async () => {
	const others: PersonName[] = ['tiago', 'freja', 'amelie', 'yasmine', 'eleni', 'lukas'];
	for (const other of others) await befriend('ines', other);
	const words = 'Come and join my wonderful project about rivers and the sea!';
	for (const other of others.slice(0, sameWordsTo)) must(await write('ines', other, words));
	expect(await write('ines', 'lukas', ` ${words.toUpperCase()}`)).toMatchObject({
		reason: 'same-words',
		field: 'words',
	});
	expect(await sendRequest(as('ines'), { to: people.liis.id, message: words })).toMatchObject({
		reason: 'same-words',
	});
	for (const other of others) {
		must(await write(other, 'ines'));
		must(await write('ines', other, 'Thank you!'));
	}
});

test('answering a post asks for contact, also of somebody who is not available, and counts among the twenty', async () => {
	await world.db
		.updateTable('people.profile')
		.set({ available: false })
		.where('person_id', '=', people.freja.id)
		.execute();
	const about = { title: 'Rivers', path: '/partners/posts/x' };
	must(await answerAbout(as('ines'), { to: people.freja.id, words: 'We live at the Douro.', about }));
	const conversation = await conversationWith(as('freja'), people.ines.id);
	expect(conversation.messages[0]).toMatchObject({ about, asks: true, mine: false });
	expect(conversation.waiting).toBeDefined();
	await befriend('ines', 'tiago');
	must(await answerAbout(as('ines'), { to: people.tiago.id, words: 'We too.', about }));
	expect((await conversationWith(as('tiago'), people.ines.id)).messages[0]).toMatchObject({ asks: false });
	expect(firstRequestsADay).toBe(20);
});

test('a muted conversation goes on and is not told of', async () => {
	await befriend('ines', 'freja');
	must(await write('ines', 'freja'));
	await muteConversation(as('freja'), { with: people.ines.id, muted: true });
	must(await write('ines', 'freja', 'And one more'));
	expect(await lettersTo('freja')).toHaveLength(1);
	expect(await unreadConversations(as('freja'))).toBe(0);
	expect(await conversationsFor(as('freja'))).toMatchObject([{ muted: true, unread: 2 }]);
	await muteConversation(as('freja'), { with: people.ines.id, muted: false });
	expect(await unreadConversations(as('freja'))).toBe(1);
});

test('what was begun is kept until it is sent, and is nobody else’s', async () => {
	await befriend('ines', 'freja');
	await keepDraft(as('ines'), { to: people.freja.id, words: 'Dear Fr' });
	expect((await conversationWith(as('ines'), people.freja.id)).draft?.words).toBe('Dear Fr');
	expect((await conversationWith(as('freja'), people.ines.id)).draft).toBeUndefined();
	must(await write('ines', 'freja', 'Dear Freja'));
	expect((await conversationWith(as('ines'), people.freja.id)).draft).toBeUndefined();
	await keepDraft(as('ines'), { to: people.freja.id, words: 'And' });
	await keepDraft(as('ines'), { to: people.freja.id, words: '' });
	expect((await conversationWith(as('ines'), people.freja.id)).draft).toBeUndefined();
});

test('a report keeps the words as they were, once', async () => {
	await befriend('ines', 'freja');
	const message = must(await write('ines', 'freja', 'Send me money'));
	const report = { kind: 'message', thing: message, reason: 'money', words: 'Twice already' } as const;
	must(await reportThing(as('freja'), report));
	expect(await reportThing(as('freja'), report)).toMatchObject({ reason: 'reported-already' });
	const kept = await world.db.selectFrom('safety.matter').selectAll().execute();
	expect(kept).toMatchObject([{ evidence: { words: 'Send me money' }, author_person_id: people.ines.id }]);
	expect((await conversationWith(as('freja'), people.ines.id)).messages).toMatchObject([{ reported: true }]);
});

test('conversations move to another account and back, and go with one of the two', async () => {
	await befriend('ines', 'freja');
	await befriend('ines', 'tiago');
	must(await write('ines', 'freja'));
	must(await write('tiago', 'ines'));
	const handed = await handOver(as('ines'), people.ines.id, people.amelie.id);
	expect(await wordsBetween('amelie', 'freja')).toEqual(['Hello from ines']);
	expect(await conversationsFor(as('ines'))).toEqual([]);
	expect(await conversationsFor(as('amelie'))).toHaveLength(2);
	await giveBack(as('ines'), handed);
	expect(await wordsBetween('ines', 'tiago')).toEqual(['Hello from tiago']);
	expect(await conversationsFor(as('amelie'))).toEqual([]);
	await deleteAllOf(as('ines'), people.ines.id);
	expect(await conversationsFor(as('freja'))).toEqual([]);
});
