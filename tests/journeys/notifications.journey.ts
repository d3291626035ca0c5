// Notices: the numbers in the top bar move by themselves, choices and quiet hours hold, one click mutes without signing in.
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sendRequest, writeMessage } from '#domain/contacts';
import { areContacts } from '../world/a-project.ts';
import { people, teacher } from '../world/index.ts';
import { must } from '../world/must.ts';
import { runningPlatform } from '../world/running-platform.ts';
import { journey } from './people.ts';

const received: string[] = [];
const sink = new SMTPServer({
	authOptional: true,
	disabledCommands: ['STARTTLS', 'AUTH'],
	onData(stream, _session, done) {
		let text = '';
		stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
		stream.on('end', () => {
			received.push(text);
			done();
		});
	},
});
const environment: Record<string, string> = {};
beforeAll(async () => {
	await new Promise<void>((done) => sink.listen(0, '127.0.0.1', done));
	const address = sink.server.address();
	environment['SMTP_URL'] = `smtp://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
});
afterAll(() => void sink.close(() => undefined));

const way = journey({
	javaScript: true,
	live: true,
	platform: runningPlatform({ worker: true, environment }),
});
const as = (name: 'ines' | 'tiago') => way.platform.as(teacher(name), { now: new Date() });

test('what is new appears while the page is open, and what one chooses holds', async () => {
	const freja = await way.known('freja');
	await freja.open('/notices');
	await freja.sees('Nothing yet.');
	must(await sendRequest(as('ines'), { to: people.freja.id, message: 'Shall we measure rivers?' }));
	await freja.sees(/Inês Carvalho would like to be in contact/);
	const bar = freja.page.getByRole('banner');
	await bar.getByRole('link', { name: 'Notices, 1 new' }).waitFor();
	await bar.getByRole('link', { name: 'Messages, 1 unread' }).waitFor();
	// in another window it counts down too
	await freja.press('Mark all as seen');
	await bar.getByRole('link', { name: 'Notices', exact: true }).waitFor();

	await freja.follow('What we tell you, and how');
	await freja.choose('Messages from other teachers', 'Here only');
	await freja.choose('Quiet from', '21:00');
	await freja.press('Save');
	await freja.sees('Choose both hours');
	await freja.choose('Quiet until', '07:00');
	await freja.press('Save');
	await freja.sees('Saved.');
	await areContacts(way.platform, 'tiago', 'freja');
	must(await writeMessage(as('tiago'), { to: people.freja.id, words: 'No letter for this' }));
	await freja.open('/mailbox');
	await freja.sees('No letter for this');
	const letters = await way.platform.db
		.selectFrom('platform.mail')
		.select('subject')
		.where('to_address', '=', 'freja@example.org')
		.execute();
	expect(letters.map(({ subject }) => subject)).toEqual(['Inês Carvalho vil gerne i kontakt med dig']);
	while (received.length === 0) await freja.page.waitForTimeout(100);
	expect(received[0]).toMatch(/^List-Unsubscribe:\s+<http/m);
	expect(received[0]).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
});

test('a mail program mutes by itself, and a stranger’s link does nothing', async () => {
	const letter = await way.platform.db
		.selectFrom('platform.mail')
		.select('mute_link')
		.where('to_address', '=', 'freja@example.org')
		.executeTakeFirstOrThrow();
	const token = letter.mute_link?.split('/').at(-1) ?? '';
	const mute = (address: string) =>
		fetch(`${way.platform.url}/en/notices/mute/${address}`, {
			method: 'POST',
			body: 'List-Unsubscribe=One-Click',
			headers: { 'content-type': 'application/x-www-form-urlencoded' },
			redirect: 'manual',
		});
	expect((await mute(`${token.slice(0, -2)}xx`)).status).toBe(404);
	expect([200, 303]).toContain((await mute(token)).status);
	const chosen = await way.platform.db
		.selectFrom('notices.choice')
		.select('way')
		.where('topic', '=', 'contacts')
		.where('person_id', '=', people.freja.id)
		.execute();
	expect(chosen).toEqual([{ way: 'platform' }]);
});

test('the stream of whoever signs out ends within five seconds, and nobody else’s', async () => {
	const [freja, ines] = [await way.known('freja'), await way.known('ines')];
	const cookieOf = async (somebody: typeof freja) =>
		(await somebody.page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
	const open = async (cookie: string) => {
		const answer = await fetch(`${way.platform.url}/en/notices/stream`, { headers: { cookie } });
		expect(answer.headers.get('content-type')).toContain('text/event-stream');
		expect(answer.headers.get('content-encoding')).toBeNull();
		const reader = (answer.body as ReadableStream<Uint8Array>).getReader();
		let ended = false;
		const over = (async () => {
			while (!(await reader.read()).done);
			ended = true;
		})();
		return { over, isOver: () => ended, leave: () => reader.cancel() };
	};
	const [hers, other] = [await open(await cookieOf(freja)), await open(await cookieOf(ines))];
	await way.platform.db
		.deleteFrom('people.session')
		.where('login_id', 'in', (eb) =>
			eb
				.selectFrom('people.person')
				.select('login_id')
				.where('id', '=', people.freja.id)
				.$castTo<{ login_id: string }>(),
		)
		.execute();
	await Promise.race([hers.over, freja.page.waitForTimeout(5_000)]);
	expect([hers.isOver(), other.isOver()]).toEqual([true, false]);
	await other.leave();
	const refused = await fetch(`${way.platform.url}/en/notices/stream`, { redirect: 'manual' });
	expect(refused.status).toBe(303);
});
