import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { ownDatabase } from '../../../tests/world/database.ts';
import { system } from '#shared/actor';
import { inTransaction } from './database.ts';
import { queueMail } from './mail.ts';
import { isMailAddress } from './mail-address.ts';
import { deliverMail, smtpRelay, type Relay, type SentLinks } from './mail-delivery.ts';

const world = ownDatabase();
const ctx = (changes = {}) => world.as(system, changes);
const received: string[] = [];
let refusing = false;
let relay: Relay;
const sink = new SMTPServer({
	authOptional: true,
	disabledCommands: ['STARTTLS', 'AUTH'],
	onData(stream, _session, done) {
		let text = '';
		stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
		stream.on('end', () => {
			if (refusing) return done(new Error('not now'));
			received.push(text);
			done();
		});
	},
});

beforeAll(async () => {
	await new Promise<void>((done) => sink.listen(0, '127.0.0.1', done));
	const address = sink.server.address();
	const port = typeof address === 'object' && address ? address.port : 0;
	relay = smtpRelay(`smtp://127.0.0.1:${port}`, 'OpenTwinning <no-reply@example.org>');
});
afterAll(() => {
	relay.close();
	sink.close();
});
beforeEach(() => {
	received.length = 0;
	refusing = false;
});

const letter = {
	to: 'ines@example.org',
	locale: 'fr',
	subject: 'Bonjour',
	body: 'Un mot.\n\nAu revoir',
} as const;
const queue = () => inTransaction(ctx(), (inside) => queueMail(inside, letter));
const later = (minutes: number) => ctx({ now: new Date(ctx().now.getTime() + minutes * 60_000) });

test('a letter leaves once, under the Message-ID it was queued with', async () => {
	const id = await queue();
	expect(await deliverMail(later(1), relay)).toBe(1);
	expect(await deliverMail(later(2), relay)).toBe(0);
	expect(received).toHaveLength(1);
	expect(received[0]).toContain(`Message-ID: <${id}@opentwinning>`);
	expect(received[0]).toContain('Content-Language: fr');
});

test('a letter the relay refuses is kept and tried again later', async () => {
	await queue();
	refusing = true;
	expect(await deliverMail(later(1), relay)).toBe(0);
	refusing = false;
	expect(await deliverMail(later(1), relay)).toBe(0);
	expect(await deliverMail(later(4), relay)).toBe(1);
	expect(received).toHaveLength(1);
});

test('V6: V7: once a letter has left, no row holds the link that opens something; in a trial its pages show it', async () => {
	const secretLink = 'https://twinning.example/fr/head/secret-token';
	const words = { ...letter, subject: `Bonjour ${secretLink}`, body: `Ouvrez ${secretLink} bientôt.` };
	const kept = async (links?: SentLinks) => {
		const id = await inTransaction(ctx(), (inside) => queueMail(inside, { ...words, secretLink }));
		refusing = true;
		await deliverMail(later(1), relay, links);
		refusing = false;
		const row = () =>
			world.db
				.selectFrom('platform.mail')
				.selectAll()
				.where('id', '=', id)
				.executeTakeFirstOrThrow()
				.then((found) => JSON.stringify(found));
		const waiting = await row();
		await deliverMail(later(4), relay, links);
		expect(received.at(-1)).toContain('secret-token');
		return [waiting.includes('secret-token'), (await row()).includes('secret-token')];
	};
	expect(await kept()).toEqual([true, false]);
	expect(await kept('shown')).toEqual([true, true]);
	// a letter without a link stays as it was written
	const plain = await queue();
	await deliverMail(later(1), relay);
	const { body } = await world.db
		.selectFrom('platform.mail')
		.select('body')
		.where('id', '=', plain)
		.executeTakeFirstOrThrow();
	expect(body).toBe(letter.body);
});

test('two workers at once send each letter once', async () => {
	for (let count = 0; count < 20; count++) await queue();
	const sent = await Promise.all([deliverMail(later(1), relay), deliverMail(later(1), relay)]);
	expect(sent[0] + sent[1]).toBe(20);
	expect(received).toHaveLength(20);
});

test('a queue that takes longer than a lease is not sent twice by a second worker', async () => {
	for (let count = 0; count < 3; count++) await queue();
	const held: string[] = [];
	const slow: Relay = {
		send: async ({ id }) => {
			held.push(id);
			// while this one is under way, a minute passes on the other worker's clock
			if (held.length === 2)
				await deliverMail(later(3), { ...slow, send: async (one) => void held.push(one.id) });
		},
		close: () => undefined,
	};
	await deliverMail(later(1), slow);
	expect(held.length - new Set(held).size).toBeLessThanOrEqual(1);
});

test.each([
	'a@b',
	'a b@example.org',
	'"quoted"@example.org',
	'a@example.org, b@example.org',
	'a@example.org\r\nBcc: b@example.org',
	'a(comment)@example.org',
	'group: a@example.org;',
	'a..b@example.org',
	'a@[127.0.0.1]',
	`${'a'.repeat(65)}@example.org`,
])('%j is no address we write to', (text) => {
	expect(isMailAddress(text)).toBe(false);
});
