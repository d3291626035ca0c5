import { expect, test } from 'vitest';
import {
	actorOfRequest,
	addressOfResetLink,
	askToJoin,
	confirmAddress,
	confirmationFor,
	correctJoinAddress,
	sendJoinLetterAgain,
	signIn,
	writtenLetter,
} from '#domain/people';
import type { Context } from '#platform/context';
import { TooOften } from '#platform/errors';
import { visitor } from '#shared/actor';
import { member } from '../../../../../tests/world/index.ts';
import { testDatabase } from '../../../../../tests/world/database.ts';
import {
	join,
	network,
	newTeacher,
	passPhrase,
	tokenInLetterTo,
	withCookies,
	withLogin,
	here,
} from '../../../../../tests/world/signing-in.ts';

const database = testDatabase();
const minutes = (count: number, from: Date) => new Date(from.getTime() + count * 60_000);

const letters = (to: string) =>
	database.db
		.selectFrom('platform.mail')
		.select(['subject', 'secret_link'])
		.where('to_address', '=', to)
		.orderBy('id')
		.execute();

test('a teacher joins, opens the letter in the same browser and is in with one click', async () => {
	const ctx = database.as(visitor);
	const { joining, token } = await join(ctx);
	const asked = { kind: 'join', id: joining } as const;
	expect(await confirmationFor(ctx, token, asked)).toEqual({
		name: newTeacher.name,
		email: newTeacher.email,
		asksPassword: false,
	});
	const outcome = await confirmAddress(ctx, { token, asked, password: '', ...here });
	if (!outcome.ok) throw new Error(outcome.reason);
	const actor = await actorOfRequest(ctx, withCookies(outcome.value.cookies));
	expect(actor.kind).toBe('member');
});

test('the person speaks the language of the page and comes from the country named', async () => {
	const ctx = database.as(visitor, { locale: 'fr' });
	const { joining, token } = await join(ctx);
	await confirmAddress(ctx, { token, asked: { kind: 'join', id: joining }, password: '', ...here });
	const person = await database.db
		.selectFrom('people.person')
		.select(['name', 'locale', 'country'])
		.where('email', '=', newTeacher.email)
		.executeTakeFirst();
	expect(person).toEqual({ name: newTeacher.name, locale: 'fr', country: 'PT' });
});

test('V6: in another browser the password is asked, so that nobody confirms a stranger’s account', async () => {
	const ctx = database.as(visitor);
	const { token } = await join(ctx);
	expect((await confirmationFor(ctx, token, undefined))?.asksPassword).toBe(true);
	expect(
		await confirmAddress(ctx, { token, asked: undefined, password: 'not this one here', ...here }),
	).toMatchObject({ reason: 'wrong-password' });
	expect((await confirmAddress(ctx, { token, asked: undefined, password: passPhrase, ...here })).ok).toBe(
		true,
	);
});

test('V6: before the address is confirmed nobody signs in with it', async () => {
	const ctx = database.as(visitor);
	await join(ctx);
	const outcome = await signIn(ctx, { email: newTeacher.email, password: passPhrase, ...here });
	expect(outcome).toMatchObject({ reason: 'not-signed-in' });
});

test('looking at the link does not use it up, confirming does', async () => {
	const ctx = database.as(visitor);
	const { joining, token } = await join(ctx);
	const asked = { kind: 'join', id: joining } as const;
	for (let look = 0; look < 3; look++) expect(await confirmationFor(ctx, token, asked)).toBeDefined();
	expect((await confirmAddress(ctx, { token, asked, password: '', ...here })).ok).toBe(true);
	expect(await confirmationFor(ctx, token, asked)).toBeUndefined();
	expect(await confirmAddress(ctx, { token, asked: undefined, password: passPhrase, ...here })).toMatchObject(
		{ reason: 'link-over' },
	);
});

test('whoever lost the answer and confirms once more is told that it is done, and nobody else', async () => {
	const ctx = database.as(visitor);
	const { joining, token } = await join(ctx);
	const other = await join(ctx, { email: 'other@escola.example' });
	const asked = { kind: 'join', id: joining } as const;
	const outcome = await confirmAddress(ctx, { token, asked, password: '', ...here });
	if (!outcome.ok) throw new Error(outcome.reason);
	const again = (changes: object, by: Context = ctx) =>
		confirmAddress(by, { token, asked, password: '', ...here, ...changes });
	expect(await again({})).toMatchObject({ reason: 'confirmed-before' });
	for (const stranger of [
		{ asked: undefined, password: passPhrase },
		{ asked: { kind: 'join', id: other.joining } },
		{ token: 'x'.repeat(43) },
	])
		expect(await again(stranger)).toMatchObject({ reason: 'link-over' });
	const rows = await database.db
		.selectFrom('people.person')
		.select('id')
		.where('email', '=', newTeacher.email)
		.execute();
	expect(rows).toHaveLength(1);
	// the first answer came after all, and took the mark of the letter away
	const person = await actorOfRequest(ctx, withCookies(outcome.value.cookies));
	const unmarked = { asked: undefined };
	expect(await again(unmarked, database.as(person))).toMatchObject({ reason: 'confirmed-before' });
	expect(await again(unmarked, database.as(member('ines')))).toMatchObject({ reason: 'link-over' });
});

test('V6: the link lives 15 minutes', async () => {
	const ctx = database.as(visitor);
	const { joining, token } = await join(ctx);
	const asked = { kind: 'join', id: joining } as const;
	expect(await confirmationFor({ ...ctx, now: minutes(14, ctx.now) }, token, asked)).toBeDefined();
	const late = { ...ctx, now: minutes(16, ctx.now) };
	expect(await confirmAddress(late, { token, asked, password: '', ...here })).toMatchObject({
		reason: 'link-over',
	});
	await sendJoinLetterAgain(late, { asked: { kind: 'join', id: joining }, network });
	const again = await tokenInLetterTo(ctx, newTeacher.email);
	expect((await confirmAddress(late, { token: again, asked, password: '', ...here })).ok).toBe(true);
});

test('V6: a link serves one purpose: what confirms an address changes no password', async () => {
	const ctx = database.as(visitor);
	const { token } = await join(ctx);
	expect(await addressOfResetLink(ctx, token)).toBeUndefined();
});

test('V6: only a hash of the token is kept', async () => {
	const ctx = database.as(visitor);
	const { token } = await join(ctx);
	const rows = await database.db.selectFrom('people.link').selectAll().execute();
	expect(JSON.stringify(rows)).not.toContain(token);
	expect(rows[0]?.token_hash).toHaveLength(32);
});

test('V6: an address that has an account gets another letter and the page says the same', async () => {
	const ctx = database.as(visitor);
	const { email } = await withLogin(ctx, 'ines');
	const known = await askToJoin(ctx, { ...newTeacher, email });
	const unknown = await askToJoin(ctx, newTeacher);
	if (!known.ok || !unknown.ok) throw new Error('both must look granted');
	const pages = [known, unknown].map(({ value }) => writtenLetter(ctx, { kind: 'join', id: value.joining }));
	expect((await Promise.all(pages)).map((page) => page && Object.keys(page))).toEqual([
		['email', 'letters'],
		['email', 'letters'],
	]);
	expect(await letters(email)).toEqual([{ subject: 'You have an account already', secret_link: null }]);
	expect((await letters(newTeacher.email)).map(({ subject }) => subject)).toEqual(['Confirm your address']);
});

test('a mistyped address is corrected, and its letter confirms nothing any more', async () => {
	const ctx = database.as(visitor);
	const { joining, token: toWrong } = await join(ctx, { email: 'nova@escola.exampel' });
	await correctJoinAddress(ctx, { asked: { kind: 'join', id: joining }, email: newTeacher.email, network });
	const asked = { kind: 'join', id: joining } as const;
	expect(await confirmAddress(ctx, { token: toWrong, asked, password: '', ...here })).toMatchObject({
		reason: 'link-over',
	});
	const token = await tokenInLetterTo(ctx, newTeacher.email);
	expect((await confirmAddress(ctx, { token, asked, password: '', ...here })).ok).toBe(true);
});

test('a second request with the same address replaces nothing of the first', async () => {
	const ctx = database.as(visitor);
	const first = await join(ctx);
	await join(ctx, { name: 'Somebody Else', password: 'nine storks above the lake' });
	const asked = { kind: 'join', id: first.joining } as const;
	const outcome = await confirmAddress(ctx, { token: first.token, asked, password: '', ...here });
	expect(outcome.ok).toBe(true);
	expect((await signIn(ctx, { email: newTeacher.email, password: passPhrase, ...here })).ok).toBe(true);
});

test.each([
	['password1234', 'password-common'],
	['short', 'password-too-short'],
	['novapessoa2026', 'password-about-you'],
])('the password "%s" is refused', async (password, reason) => {
	expect(await askToJoin(database.as(visitor), { ...newTeacher, password })).toMatchObject({
		reason,
		field: 'password',
	});
});

test('V6: the seventh letter to one address within the hour is refused, from whatever network', async () => {
	const ctx = database.as(visitor);
	for (let letter = 1; letter <= 6; letter++) await join(ctx, { network: `198.51.100.${letter}` });
	await expect(join(ctx, { network: '198.51.100.99' })).rejects.toThrow(TooOften);
	await join({ ...ctx, now: minutes(60, ctx.now) });
});
