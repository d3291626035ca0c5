import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
	answerRequest,
	blockPerson,
	conversationWith,
	keepDraft,
	requestsFor,
	sendRequest,
	writeMessage,
} from '#domain/contacts';
import { makeLogin } from '#domain/people';
import { answerAddress } from '#platform/answer-address';
import { createLogger } from '#platform/log';
import { system } from '#shared/actor';
import { machineLetters } from '../../../tests/mail/letters.ts';
import { people, teacher, type PersonName } from '../../../tests/world/index.ts';
import { must } from '../../../tests/world/must.ts';
import { ownDatabase } from '../../../tests/world/database.ts';
import { passPhrase } from '../../../tests/world/signing-in.ts';
import { openMailDoor, type MailDoor } from './mail-door.ts';

process.env['ANSWER_MAIL_DOMAIN'] = 'answers.example.org';
const world = ownDatabase();
let door: MailDoor;
const as = (name: PersonName) => world.as(teacher(name), { now: new Date() });
const wordsWith = async (one: PersonName, other: PersonName) =>
	(await conversationWith(as(one), people[other].id)).messages.map(({ words }) => words);

beforeAll(async () => {
	for (const name of ['ines', 'freja', 'amelie', 'tiago'] as const) {
		const { id, name: full, locale, country } = people[name];
		const person = { id, name: full, locale, country };
		await makeLogin(world.as(system), { person, email: `${name}@example.org`, password: passPhrase });
	}
	await befriend('ines', 'freja');
	door = await openMailDoor({
		db: world.db,
		log: createLogger('test'),
		config: {
			listenOn: '127.0.0.1',
			publicUrl: new URL('https://twinning.example'),
			answerMail: { domain: 'answers.example.org', port: 0 },
		},
	});
});
afterAll(() => door.close());

async function befriend(one: PersonName, other: PersonName): Promise<void> {
	must(await sendRequest(as(one), { to: people[other].id, message: 'Shall we?' }));
	const asked = (await requestsFor(as(other))).find(({ from }) => from === people[one].id);
	must(await answerRequest(as(other), { request: asked?.id ?? '', accepted: true }));
}

/** Ines writes to Freja; answers where Freja's letter is answered. */
async function letterToFreja(words: string): Promise<string> {
	must(await writeMessage(as('ines'), { to: people.freja.id, words }));
	const letter = await world.db
		.selectFrom('platform.mail')
		.select(['answer_to', 'body'])
		.where('to_address', '=', 'freja@example.org')
		.orderBy('id', 'desc')
		.executeTakeFirstOrThrow();
	expect(letter.body).toMatch(/^✂ /);
	return letter.answer_to ?? '';
}

/** What the door says to a letter. */
async function send(to: string, raw: string | Buffer, from = 'freja@example.org'): Promise<string> {
	const transport = createTransport({ host: '127.0.0.1', port: door.port, secure: false, ignoreTLS: true });
	try {
		return (await transport.sendMail({ envelope: { from, to: [to] }, raw })).response;
	} catch (error) {
		return (error as { response?: string }).response ?? String(error);
	} finally {
		transport.close();
	}
}

const letter = (words: string, { from = 'Freja <freja@example.org>', id = crypto.randomUUID() } = {}) =>
	[`From: ${from}`, `Message-ID: <${id}@example.org>`, 'Subject: Re: hello', '', words].join('\r\n');

test('an answer by mail is a message, once, however often the letter comes and in whatever case its address', async () => {
	const to = await letterToFreja('Do you like rivers?');
	const answer = letter('Yes, a lot.\r\n\r\n> ✂ Write your answer above this line.');
	expect(await send(to, answer)).toMatch(/^250/);
	expect(await send(to.toUpperCase().replace('@ANSWERS', '@answers'), answer)).toMatch(/^250/);
	expect(await wordsWith('ines', 'freja')).toContain('Yes, a lot.');
	expect((await wordsWith('ines', 'freja')).filter((words) => words === 'Yes, a lot.')).toHaveLength(1);
});

test('nobody else answers for whom the letter was', async () => {
	const to = await letterToFreja('And lakes?');
	expect(await send(to, letter('I do.', { from: 'amelie@example.org' }))).toMatch(/^550/);
	expect(await send(to, letter('I do.', { from: 'ines@example.org' }))).toMatch(/^550/);
	expect(await wordsWith('ines', 'freja')).not.toContain('I do.');
});

test('an address that is not signed leads nowhere', async () => {
	const to = await letterToFreja('And seas?');
	const forged = to.replace(/\.[0-9a-f]{20}@/, '.00000000000000000000@');
	expect(await send(forged, letter('I do.'))).toMatch(/^550/);
	expect(await send('postmaster@answers.example.org', letter('I do.'))).toMatch(/^550/);
	const unknown = answerAddress({ kind: 'message', thing: people.ines.id }) ?? '';
	expect(await send(unknown, letter('I do.'))).toMatch(/^550/);
});

test('what machines write never becomes a message', async () => {
	const to = await letterToFreja('And the sky?');
	const before = await wordsWith('ines', 'freja');
	// all of them are read in letter-read.test.ts
	for (const [name, raw] of [...machineLetters()].filter((_, place) => place % 8 === 0)) {
		expect(await send(to, raw, 'freja@example.org'), name).toMatch(/^250/);
	}
	expect(await send(to, letter('I am away.'), '')).toMatch(/^250/);
	expect(await wordsWith('ines', 'freja')).toEqual(before);
}, 60_000);

test('a letter that is too large is refused, and the next one is taken', async () => {
	const to = await letterToFreja('And pictures?');
	expect(await send(to, letter('x'.repeat(11 * 1024 * 1024)))).toMatch(/^552/);
	expect(await send(to, letter('No pictures.'))).toMatch(/^250/);
	expect(await wordsWith('ines', 'freja')).toContain('No pictures.');
});

test('what cannot be sent goes back to its writer and waits where nothing was begun', async () => {
	const to = await letterToFreja('Goodbye.');
	await blockPerson(as('freja'), { person: people.ines.id });
	expect(await send(to, letter('Wait, one more thing.'))).toMatch(/^250/);
	expect(await wordsWith('ines', 'freja')).not.toContain('Wait, one more thing.');
	expect((await conversationWith(as('freja'), people.ines.id)).draft?.words).toBe('Wait, one more thing.');
	await keepDraft(as('freja'), { to: people.ines.id, words: 'Begun here' });
	expect(await send(to, letter('And another.'))).toMatch(/^250/);
	expect((await conversationWith(as('freja'), people.ines.id)).draft?.words).toBe('Begun here');
	const told = await world.db
		.selectFrom('platform.mail')
		.select('body')
		.where('to_address', '=', 'freja@example.org')
		.orderBy('id', 'desc')
		.executeTakeFirstOrThrow();
	expect(told.body).toContain('And another.');
});

test('an answer to a request for contact arrives as a message and accepts nothing', async () => {
	must(await sendRequest(as('ines'), { to: people.tiago.id, message: 'Shall we measure a river?' }));
	const { answer_to: to, body } = await world.db
		.selectFrom('platform.mail')
		.select(['answer_to', 'body'])
		.where('to_address', '=', 'tiago@example.org')
		.orderBy('id', 'desc')
		.executeTakeFirstOrThrow();
	expect(body).toMatch(/^✂ .*accepts nothing/);
	const from = 'tiago@example.org';
	expect(await send(to ?? '', letter('Which river?', { from }), from)).toMatch(/^250/);
	expect(await wordsWith('ines', 'tiago')).toContain('Which river?');
	const [request] = await requestsFor(as('tiago'));
	expect(request?.from).toBe(people.ines.id);
	// what was declined stays so: a later answer goes back to its writer
	must(await answerRequest(as('tiago'), { request: request?.id ?? '', accepted: false }));
	expect(await send(to ?? '', letter('Yes, let us.', { from }), from)).toMatch(/^250/);
	expect(await wordsWith('ines', 'tiago')).not.toContain('Yes, let us.');
	expect((await conversationWith(as('tiago'), people.ines.id)).draft?.words).toBe('Yes, let us.');
});

test('whoever is suspended answers nothing', async () => {
	const to = await letterToAmelie();
	await world.db
		.updateTable('people.person')
		.set({ suspended_until: new Date(Date.now() + 3_600_000) })
		.where('id', '=', people.amelie.id)
		.execute();
	expect(await send(to, letter('Still here.', { from: 'amelie@example.org' }))).toMatch(/^550/);
});

async function letterToAmelie(): Promise<string> {
	await befriend('ines', 'amelie');
	const thing = must(await writeMessage(as('ines'), { to: people.amelie.id, words: 'Hello Amélie.' }));
	return answerAddress({ kind: 'message', thing }) ?? '';
}
