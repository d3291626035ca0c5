import { expect, test } from 'vitest';
import {
	actorOfRequest,
	addPasskey,
	beginApp,
	chooseNewPassword,
	askForNewPassword,
	codeAt,
	confirmApp,
	enterByPasskey,
	enterCode,
	halfwayIn,
	isProved,
	makeRecoveryCodes,
	ownApp,
	ownFactors,
	ownRecoveryCodes,
	passkeyToAdd,
	passkeyToEnter,
	proveByPasskey,
	proveMyself,
	removeApp,
	removePasskey,
	shownCodes,
	signIn,
	stepOf,
} from '#domain/people';
import type { Context } from '#platform/context';
import { NotFound, TooOften } from '#platform/errors';
import { installation } from '#platform/installation';
import { system, visitor } from '#shared/actor';
import { anAuthenticator } from '../../../../../tests/world/authenticator.ts';
import { testDatabase } from '../../../../../tests/world/database.ts';
import {
	here,
	network,
	passPhrase,
	signedIn,
	tokenInLetterTo,
	withCookies,
	withLogin,
} from '../../../../../tests/world/signing-in.ts';
import { resetFactorsCommand } from './reset-factors-command.ts';

const database = testDatabase();
const email = 'ines@school.example';
const origin = installation().publicUrl.origin;
const seconds = (count: number, ctx: Context): Context => ({
	...ctx,
	now: new Date(ctx.now.getTime() + count * 1000),
});

async function inesSignedIn() {
	const ctx = database.as(visitor);
	await withLogin(ctx, 'ines');
	return { ...ctx, actor: await actorOfRequest(ctx, await signedIn(ctx, email)) };
}

async function withApp() {
	const ines = await inesSignedIn();
	await beginApp(ines);
	const app = await ownApp(ines);
	if (app.state !== 'begun') throw new Error(app.state);
	const codeIn = (ctx: Context, later = 0) => codeAt(app.key, stepOf(ctx.now) + later);
	expect(await confirmApp(ines, { code: await codeIn(ines) })).toMatchObject({ ok: true });
	return { ines, codeIn };
}

/** The right password in a fresh browser; answers the second step. */
async function halfway(ctx: Context) {
	const outcome = await signIn({ ...ctx, actor: visitor }, { email, password: passPhrase, ...here });
	if (!outcome.ok || !outcome.value.halfway) throw new Error('no second step');
	const cookies = withCookies(outcome.value.cookies);
	const login = await halfwayIn(ctx, cookies);
	const enter = (code: string, at: Context = ctx) =>
		enterCode({ ...at, actor: visitor }, { login, code, device: here.device });
	return { cookies, enter };
}

async function withCodes() {
	const { ines, codeIn } = await withApp();
	const made = await makeRecoveryCodes(ines);
	if (!made.ok) throw new Error(made.reason);
	return { ines, codeIn, codes: await shownCodes(made.value.sealed) };
}

test('V6: with an app the password alone opens no session, and its code does', async () => {
	const { ines, codeIn } = await withApp();
	const later = seconds(60, ines);
	const { cookies, enter } = await halfway(later);
	expect(await actorOfRequest(later, cookies)).toEqual(visitor);
	expect(await enter('000000')).toMatchObject({ reason: 'wrong-code' });
	const entered = await enter(await codeIn(later));
	if (!entered.ok) throw new Error(entered.reason);
	expect((await actorOfRequest(later, withCookies(entered.value.cookies))).kind).toBe('teacher');
});

test('V6: each code of the app counts once, and none older or newer than a minute', async () => {
	const { ines, codeIn } = await withApp();
	const { enter } = await halfway(ines);
	expect(await enter(await codeIn(ines))).toMatchObject({ reason: 'wrong-code' });
	for (const step of [-3, 3]) expect(await enter(await codeIn(ines, step))).toMatchObject({ ok: false });
	expect(await enter(await codeIn(ines, 1))).toMatchObject({ ok: true });
});

test('V6: the second step is over after ten minutes, with another password, and without our signature', async () => {
	const { ines, codeIn } = await withApp();
	const { cookies } = await halfway(ines);
	expect(await halfwayIn(seconds(599, ines), cookies)).toBeDefined();
	expect(await halfwayIn(seconds(601, ines), cookies)).toBeUndefined();
	const forged = new Headers({ cookie: (cookies.get('cookie') ?? '').replace(/.$/, 'x') });
	expect(await halfwayIn(ines, forged)).toBeUndefined();
	const asVisitor = { ...ines, actor: visitor };
	await askForNewPassword(asVisitor, { email, network });
	const token = await tokenInLetterTo(ines, email);
	await chooseNewPassword(asVisitor, { token, password: 'nine storks above the lake', network });
	expect(await halfwayIn(ines, cookies)).toBeUndefined();
	const asked = { login: undefined, code: await codeIn(ines, 1), device: here.device };
	expect(await enterCode(asVisitor, asked)).toMatchObject({ reason: 'halfway-over' });
});

test('V6: the eleventh wrong code within the hour is not looked at', async () => {
	const { ines, codeIn } = await withApp();
	const { enter } = await halfway(ines);
	for (let at = 0; at < 10; at++) await enter('000000');
	await expect(enter(await codeIn(ines, 1))).rejects.toThrow(TooOften);
});

test('V6: recovery codes work once each, new ones end the old, and only check sums are kept', async () => {
	const { ines, codes } = await withCodes();
	expect(codes).toHaveLength(10);
	expect(new Set(codes).size).toBe(10);
	const { enter } = await halfway(ines);
	const [first = '', second = ''] = codes;
	expect(await enter(first.toUpperCase().replace('-', ' '))).toMatchObject({ ok: true });
	expect(await enter(first)).toMatchObject({ reason: 'wrong-code' });
	expect(await ownRecoveryCodes(ines)).toBe(9);
	const kept = await database.db.selectFrom('people.recovery_code').selectAll().execute();
	expect(JSON.stringify(kept)).not.toContain(second.replace('-', ''));
	await makeRecoveryCodes(ines);
	expect(await enter(second)).toMatchObject({ reason: 'wrong-code' });
});

test('V6: the key of an app is kept sealed and shown until its first code only', async () => {
	const ines = await inesSignedIn();
	await beginApp(ines);
	const app = await ownApp(ines);
	if (app.state !== 'begun') throw new Error(app.state);
	expect(app.address).toMatch(/^otpauth:\/\/totp\/OpenTwinning:ines%40school\.example\?secret=[A-Z2-7]{32}&/);
	const { secret } = await database.db
		.selectFrom('people.authenticator')
		.select('secret')
		.executeTakeFirstOrThrow();
	expect(secret).not.toContain(app.key);
	// not asked for before it is confirmed
	expect(await signIn({ ...ines, actor: visitor }, { email, password: passPhrase, ...here })).toMatchObject({
		value: { halfway: false },
	});
	await confirmApp(ines, { code: await codeAt(app.key, stepOf(ines.now)) });
	expect(await ownApp(ines)).toEqual({ state: 'on' });
	expect(await beginApp(ines)).toMatchObject({ reason: 'app-on' });
});

test('V7: with a second factor a proof takes both, and the password alone proves nothing', async () => {
	const { ines, codeIn } = await withApp();
	const later = seconds(16 * 60, ines);
	expect(await isProved(later)).toBe(false);
	expect(await removeApp(later)).toMatchObject({ reason: 'prove-again' });
	expect(await proveMyself(later, { password: passPhrase, code: '' })).toMatchObject({
		reason: 'wrong-code',
	});
	expect(await proveMyself(later, { password: passPhrase, code: await codeIn(later) })).toMatchObject({
		ok: true,
	});
	expect(await removeApp(later)).toMatchObject({ ok: true });
	expect(await ownFactors(later)).toEqual({ app: false, passkeys: 0 });
	expect(await makeRecoveryCodes(later)).toMatchObject({ reason: 'no-factor' });
});

async function withPasskey() {
	const ines = await inesSignedIn();
	const device = anAuthenticator();
	const answer = device.make(await passkeyToAdd(ines), { origin });
	expect(await addPasskey(ines, { name: 'Phone', answer })).toMatchObject({ ok: true });
	const asVisitor = { ...ines, actor: visitor };
	const enter = (signed: ReturnType<typeof device.answer>, at: Context = asVisitor) =>
		enterByPasskey(at, { answer: signed, network, device: here.device });
	return { ines, device, asVisitor, enter };
}

test('V6: a passkey alone signs in, as two factors', async () => {
	const { ines, device, asVisitor, enter } = await withPasskey();
	const entered = await enter(device.answer(await passkeyToEnter(asVisitor), { origin }));
	if (!entered.ok) throw new Error(entered.reason);
	const actor = await actorOfRequest(asVisitor, withCookies(entered.value.cookies));
	expect(actor.kind).toBe('teacher');
	expect(await isProved({ ...ines, actor })).toBe(true);
	// and the password alone signs in no more
	await halfway(ines);
});

test('V6: what a passkey signed counts once, soon, for our site, and only with face, finger or PIN', async () => {
	const { device, asVisitor, enter } = await withPasskey();
	const asked = await passkeyToEnter(asVisitor);
	const wrong = [
		device.answer(asked, { origin, verifies: false }),
		device.answer(asked, { origin: 'https://evil.example' }),
		device.answer({ challenge: Buffer.alloc(54).toString('base64url') }, { origin }),
		anAuthenticator().answer(asked, { origin }),
	];
	for (const answer of wrong) expect(await enter(answer)).toMatchObject({ reason: 'passkey-wrong' });
	const late = seconds(301, asVisitor);
	expect(await enter(device.answer(asked, { origin }), late)).toMatchObject({ ok: false });
	const right = device.answer(asked, { origin });
	expect(await enter(right)).toMatchObject({ ok: true });
	expect(await enter(right)).toMatchObject({ reason: 'passkey-wrong' });
});

test('V8: a passkey is made for the account that asked, and proves nothing for another', async () => {
	const { ines, device } = await withPasskey();
	const { email: his } = await withLogin(database.as(visitor), 'marco');
	const marco = { ...ines, actor: await actorOfRequest(ines, await signedIn(ines, his)) };
	const stolen = anAuthenticator().make(await passkeyToAdd(ines), { origin });
	expect(await addPasskey(marco, { name: 'x', answer: stolen })).toMatchObject({ reason: 'passkey-wrong' });
	const hers = device.answer(await passkeyToEnter(marco), { origin });
	expect(await proveByPasskey(marco, hers)).toMatchObject({ reason: 'passkey-wrong' });
	const [{ id = '' } = {}] = await database.db.selectFrom('people.passkey').select('id').execute();
	await expect(removePasskey(marco, { passkey: id })).rejects.toThrow(NotFound);
	expect(await removePasskey(ines, { passkey: id })).toMatchObject({ ok: true });
});

test('V6: every change of a factor is told by letter', async () => {
	const { ines } = await withCodes();
	await removeApp(ines);
	const letters = await database.db
		.selectFrom('platform.mail')
		.select('subject')
		.where('to_address', '=', email)
		.orderBy('id')
		.execute();
	expect(letters.map(({ subject }) => subject)).toEqual([
		'Your account asks for a code now',
		'New recovery codes were made',
		'Your account asks for no code any more',
	]);
});

test('V6: a lost second factor is reset at the machine alone, with a reason, written down and told', async () => {
	const { ines } = await withCodes();
	const said: string[] = [];
	const run = (...words: string[]) =>
		resetFactorsCommand.run(database.as(system), words, (line) => void said.push(line));
	await expect(run(email)).rejects.toThrow('how you know who asked');
	await expect(run(email, 'asked')).rejects.toThrow('how you know who asked');
	await expect(run('nobody@school.example', 'called back on her number')).rejects.toThrow('Nobody signs in');
	await run(email.toUpperCase(), 'called back on her number');
	expect(said[0]).toContain('Inês');
	await expect(ownFactors(ines)).rejects.toThrow(NotFound);
	const opened = await signIn({ ...ines, actor: visitor }, { email, password: passPhrase, ...here });
	expect(opened).toMatchObject({ ok: true, value: { halfway: false } });
	const [written] = await database.db
		.selectFrom('platform.audit_entry')
		.select('details')
		.where('action', '=', 'people.factors-reset')
		.execute();
	expect(written?.details).toMatchObject({ reason: 'called back on her number' });
	const letters = await database.db
		.selectFrom('platform.mail')
		.select('subject')
		.where('to_address', '=', email)
		.where('subject', 'like', 'The second factor%')
		.execute();
	expect(letters).toHaveLength(1);
	await expect(run(email, 'called back on her number')).rejects.toThrow('no second factor');
});
