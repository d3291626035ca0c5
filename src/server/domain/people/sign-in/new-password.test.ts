import { expect, test } from 'vitest';
import {
	actorOfRequest,
	addressOfResetLink,
	askForNewPassword,
	chooseNewPassword,
	confirmationFor,
	signIn,
} from '#domain/people';
import { visitor } from '#shared/actor';
import { testDatabase } from '../../../../../tests/world/database.ts';
import {
	network,
	passPhrase,
	signedIn,
	tokenInLetterTo,
	withLogin,
	here,
} from '../../../../../tests/world/signing-in.ts';

const database = testDatabase();
const newPhrase = 'nine storks above the lake';

async function forgotten() {
	const ctx = database.as(visitor);
	const { email } = await withLogin(ctx, 'ines');
	const headers = await signedIn(ctx, email);
	await askForNewPassword(ctx, { email, network });
	return { ctx, email, headers, token: await tokenInLetterTo(ctx, email) };
}

test('V7: T9: a new password takes the place of the old one and ends every session of it', async () => {
	const { ctx, email, headers, token } = await forgotten();
	expect(await addressOfResetLink(ctx, token)).toBe(email);
	expect((await chooseNewPassword(ctx, { token, password: newPhrase, network })).ok).toBe(true);
	expect(await actorOfRequest(ctx, headers)).toEqual(visitor);
	expect((await signIn(ctx, { email, password: passPhrase, ...here })).ok).toBe(false);
	expect((await signIn(ctx, { email, password: newPhrase, ...here })).ok).toBe(true);
});

test('V6: a link is used once, and with it all links that were asked for beside it', async () => {
	const { ctx, email, token: first } = await forgotten();
	await askForNewPassword(ctx, { email, network });
	const second = await tokenInLetterTo(ctx, email);
	expect((await chooseNewPassword(ctx, { token: second, password: newPhrase, network })).ok).toBe(true);
	for (const token of [first, second]) {
		expect(await chooseNewPassword(ctx, { token, password: newPhrase, network })).toMatchObject({
			reason: 'link-over',
		});
	}
});

test('V6: a link is over after 15 minutes and confirms no address', async () => {
	const { ctx, token } = await forgotten();
	expect(await confirmationFor(ctx, token, undefined)).toBeUndefined();
	const late = { ...ctx, now: new Date(ctx.now.getTime() + 16 * 60_000) };
	expect(await addressOfResetLink(late, token)).toBeUndefined();
	expect(await chooseNewPassword(late, { token, password: newPhrase, network })).toMatchObject({
		reason: 'link-over',
	});
});

test('a weak password leaves the link usable', async () => {
	const { ctx, token } = await forgotten();
	expect(await chooseNewPassword(ctx, { token, password: 'password1234', network })).toMatchObject({
		reason: 'password-common',
	});
	expect((await chooseNewPassword(ctx, { token, password: newPhrase, network })).ok).toBe(true);
});

test('V6: an unknown address gets a letter too, without a link that changes anything', async () => {
	const ctx = database.as(visitor);
	const outcome = await askForNewPassword(ctx, { email: 'nobody@school.example', network });
	expect(outcome).toMatchObject({ ok: true, value: { link: expect.any(String) as string } });
	expect(await tokenInLetterTo(ctx, 'nobody@school.example')).toBe('');
});

test.each(['', 'x', 'a'.repeat(43), '../../etc/passwd', "' or 1=1 --"])(
	'the token %j opens nothing',
	async (token) => {
		const ctx = database.as(visitor);
		expect(await addressOfResetLink(ctx, token)).toBeUndefined();
		expect(await chooseNewPassword(ctx, { token, password: newPhrase, network })).toMatchObject({
			reason: 'link-over',
		});
	},
);
