import { expect, test } from 'vitest';
import {
	actorOfRequest,
	changePassword,
	deviceOf,
	endOtherSessions,
	endOwnSession,
	isProved,
	ownSessions,
	proveMyself,
	signIn,
} from '#domain/people';
import type { Context } from '#platform/context';
import { Forbidden, NotFound } from '#platform/errors';
import { system, visitor } from '#shared/actor';
import { testDatabase } from '../../../../../tests/world/database.ts';
import { officer } from '../../../../../tests/world/index.ts';
import {
	network,
	passPhrase,
	signedIn,
	withCookies,
	withLogin,
} from '../../../../../tests/world/signing-in.ts';
import { endSessionsCommand } from './end-sessions-command.ts';

const database = testDatabase();
const minutes = (count: number, ctx: Context): Context => ({
	...ctx,
	now: new Date(ctx.now.getTime() + count * 60_000),
});

const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:150.0) Gecko/20100101 Firefox/150.0';
const iphone =
	'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1';

/** Inês signs in with a browser that holds these cookies; answers what it holds then. */
async function inesWith(agent: string, more: { country?: string; cookies?: Headers } = {}) {
	const ctx = database.as(visitor);
	const headers = new Headers(more.cookies);
	headers.set('user-agent', agent);
	if (more.country) headers.set('x-opentwinning-country', more.country);
	const input = { email: 'ines@school.example', password: passPhrase, network, device: deviceOf(headers) };
	const outcome = await signIn(ctx, input);
	if (!outcome.ok) throw new Error(outcome.reason);
	const cookies = withCookies(outcome.value.cookies);
	return { cookies, as: { ...ctx, actor: await actorOfRequest(ctx, cookies) } };
}

const lettersOf = async (to = 'ines@school.example') =>
	(
		await database.db
			.selectFrom('platform.mail')
			.select(['subject', 'body'])
			.where('to_address', '=', to)
			.orderBy('id')
			.execute()
	).map(({ subject, body }) => `${subject}\n${body}`);

test('V7: a person sees where they are signed in, in words, with the country and no network', async () => {
	await withLogin(database.as(visitor), 'ines');
	await inesWith(iphone, { country: 'PT' });
	const { as } = await inesWith(firefox);
	expect(await ownSessions(as)).toMatchObject([
		{ browser: 'firefox', system: 'windows', country: null, current: true },
		{ browser: 'safari', system: 'ios', country: 'PT', current: false },
	]);
	expect(JSON.stringify(await database.db.selectFrom('people.session').selectAll().execute())).not.toMatch(
		/Mozilla|192\.0\.2/,
	);
});

test('V7: a session ended elsewhere is out at its next request, one or all others, never that of somebody else', async () => {
	await withLogin(database.as(visitor), 'ines');
	const phone = await inesWith(iphone);
	const school = await inesWith(firefox);
	const home = await inesWith(firefox);
	const onPhone = (await ownSessions(home.as)).find(({ system }) => system === 'ios');
	expect(await endOwnSession(home.as, onPhone?.id ?? '')).toMatchObject({ ok: true });
	expect(await actorOfRequest(home.as, phone.cookies)).toEqual(visitor);
	expect((await actorOfRequest(home.as, school.cookies)).kind).toBe('teacher');

	const { email } = await withLogin(database.as(visitor), 'marco');
	const marco = await signedIn(database.as(visitor), email);
	expect(await endOtherSessions(home.as)).toMatchObject({ ok: true });
	expect(await actorOfRequest(home.as, school.cookies)).toEqual(visitor);
	expect((await actorOfRequest(home.as, home.cookies)).kind).toBe('teacher');
	const marcoActs = await actorOfRequest(home.as, marco);
	expect(marcoActs.kind).toBe('member');
	await endOwnSession(home.as, 'session' in marcoActs ? marcoActs.session : '');
	expect((await actorOfRequest(home.as, marco)).kind).toBe('member');
	const own = (await ownSessions(home.as))[0]?.id ?? '';
	await expect(endOwnSession(home.as, own)).rejects.toThrow(NotFound);
});

test('V6: a letter tells of a browser that is new to the account, once, and never of the first', async () => {
	await withLogin(database.as(visitor), 'ines');
	const first = await inesWith(firefox);
	expect(await lettersOf()).toEqual([]);
	await inesWith(firefox, { cookies: first.cookies });
	expect(await lettersOf()).toEqual([]);
	const phone = await inesWith(iphone, { country: 'FR' });
	await inesWith(iphone, { cookies: phone.cookies });
	const letters = await lettersOf();
	expect(letters).toHaveLength(1);
	// Inês reads Portuguese when the platform speaks it; until then English
	expect(letters[0]).toMatch(/Safari on iPhone or iPad, from France/);
});

test('V7: what guards the account is changed only within 15 minutes of a proof, and a new proof opens it again', async () => {
	await withLogin(database.as(visitor), 'ines');
	const { as } = await inesWith(firefox);
	expect(await isProved(minutes(14, as))).toBe(true);
	const later = minutes(16, as);
	expect(await isProved(later)).toBe(false);
	const phrase = 'nine storks above the lake';
	for (const refusal of [
		await changePassword(later, { password: phrase }),
		await endOtherSessions(later),
		await endOwnSession(later, 'whichever'),
	])
		expect(refusal).toMatchObject({ reason: 'prove-again' });
	expect(await proveMyself(later, { password: 'wrong wrong wrong', code: '' })).toMatchObject({
		reason: 'wrong-password-here',
	});
	expect(await proveMyself(later, { password: passPhrase, code: '' })).toMatchObject({ ok: true });
	expect(await changePassword(later, { password: phrase })).toMatchObject({ ok: true });
});

test('V6: a changed password is told by letter, holds at once, and everywhere else the person is out', async () => {
	await withLogin(database.as(visitor), 'ines');
	const phone = await inesWith(iphone);
	const { as, cookies } = await inesWith(firefox);
	expect(await changePassword(as, { password: 'password1234' })).toMatchObject({
		reason: 'password-common',
	});
	expect(await changePassword(as, { password: 'nine storks above the lake' })).toMatchObject({ ok: true });
	expect(await actorOfRequest(as, phone.cookies)).toEqual(visitor);
	expect((await actorOfRequest(as, cookies)).kind).toBe('teacher');
	await expect(inesWith(firefox)).rejects.toThrow('not-signed-in');
	expect((await lettersOf()).at(-1)).toMatch(/^Your password was changed/);
});

test('V7: whoever runs the machine signs one person out everywhere, or everybody, and says why', async () => {
	await withLogin(database.as(visitor), 'ines');
	const { as, cookies } = await inesWith(firefox);
	const { email } = await withLogin(database.as(visitor), 'marco');
	const marco = await signedIn(database.as(visitor), email);
	const run = (...words: string[]) => endSessionsCommand.run(database.as(system), words, () => undefined);
	await expect(run('ines@school.example')).rejects.toThrow('and why');
	await expect(run('nobody@school.example', 'the laptop was stolen')).rejects.toThrow('Nobody signs in');
	await run('INES@school.example', 'the laptop was stolen');
	expect(await actorOfRequest(as, cookies)).toEqual(visitor);
	expect((await actorOfRequest(as, marco)).kind).toBe('member');
	await run('everybody', 'a copy of the database was lost');
	expect(await actorOfRequest(as, marco)).toEqual(visitor);
	const written = await database.db
		.selectFrom('platform.audit_entry')
		.select('details')
		.where('action', '=', 'people.sessions-ended')
		.orderBy('id')
		.execute();
	expect(written.map(({ details }) => details)).toMatchObject([
		{ reason: 'the laptop was stolen' },
		{ reason: 'a copy of the database was lost' },
	]);
});

test('V8: from a desk nobody changes what guards an account', async () => {
	const rui = await officer(database.as(visitor), 'rui');
	await expect(ownSessions(database.as(rui))).rejects.toThrow(Forbidden);
});

test.each([
	[firefox, 'firefox', 'windows'],
	[iphone, 'safari', 'ios'],
	[
		'Mozilla/5.0 (X11; CrOS x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36',
		'chrome',
		'chromeos',
	],
	[
		'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 SamsungBrowser/28.0 Chrome/130.0 Mobile Safari/537.36',
		'samsung',
		'android',
	],
	[
		'Mozilla/5.0 (Macintosh; Intel Mac OS X 15_0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0',
		'edge',
		'macos',
	],
	['curl/8.5.0', 'other', 'other'],
	['', 'other', 'other'],
])('the browser %j is %s on %s', (agent, browser, system) => {
	expect(deviceOf(new Headers({ 'user-agent': agent }))).toMatchObject({ browser, system });
});
