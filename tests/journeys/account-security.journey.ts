// A teacher makes her account safe: a second address, a code app with recovery codes, a passkey, a sign-in service;
// sees where she is signed in, and ends it.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { codeAt, stepOf } from '#domain/people';
import { system } from '#shared/actor';
import { aProvider } from '../world/provider.ts';
import { runningPlatform } from '../world/running-platform.ts';
import { tokenInLetterTo } from '../world/signing-in.ts';
import { journey, type Traveller } from './people.ts';

const folder = mkdtempSync(join(tmpdir(), 'account-security-'));
const file = join(folder, 'providers.json');
const provider = await aProvider();
writeFileSync(
	file,
	JSON.stringify([{ id: 'edu-id', name: 'edu-ID', issuer: provider.issuer, ...provider.client }]),
);
const platform = runningPlatform({ worker: true, environment: { SIGN_IN_PROVIDERS: file } });
const way = journey({ javaScript: true, platform });
const email = 'ines@example.org';
let ines: Traveller;
let key = '';
let codes: string[] = [];

beforeAll(async () => {
	ines = await way.known('ines');
}, 180_000);
afterAll(async () => {
	await provider.stop();
	rmSync(folder, { recursive: true });
});

test('she adds a private address and has letters sent to it', async () => {
	await ines.open('/me/security/addresses');
	await ines.fill('E-mail address', 'ines@home.example');
	await ines.press('Send the letter');
	await ines.sees('Waits for you to open our letter');
	const token = await tokenInLetterTo(platform.as(system), 'ines@home.example');
	await ines.open(`/me/security/addresses/${token}`);
	await ines.press('Yes, it is mine');
	await ines.sees('This address is yours now as well.');
	await ines.press(/Write to this one/);
	await ines.sees('From now on we write to this address.');
});

test('she sets up a code app by the square or its key, and takes recovery codes once', async () => {
	await ines.open('/me/security/app');
	await ines.press('Begin');
	await ines.page.getByRole('img', { name: /Square with the key/ }).waitFor();
	key = (await ines.page.locator('main code').innerText()).replaceAll(' ', '');
	await ines.fill('Six digits', '000000');
	await ines.press('Set the app up');
	await ines.sees(/This code is not right/);
	await ines.fill('Six digits', await codeAt(key, stepOf(new Date())));
	await ines.press('Set the app up');
	await ines.sees(/One step is left/);
	await ines.press('Make the codes');
	await ines.sees('These codes are shown only now.');
	codes = await ines.page.locator('main ol code').allInnerTexts();
	expect(codes).toHaveLength(10);
	await ines.open('/me/security/codes');
	await ines.seesNothingOf(codes[0] ?? '');
});

test('she makes a passkey, signs out, and is in by it alone', async () => {
	const devtools = await ines.page.context().newCDPSession(ines.page);
	await devtools.send('WebAuthn.enable');
	await devtools.send('WebAuthn.addVirtualAuthenticator', {
		options: {
			protocol: 'ctap2',
			transport: 'internal',
			hasResidentKey: true,
			hasUserVerification: true,
			isUserVerified: true,
			automaticPresenceSimulation: true,
		},
	});
	await ines.open('/me/security/passkeys');
	await ines.fill('Name it', 'My phone');
	await ines.press('Make the passkey');
	await ines.sees('The passkey is yours.');
	await ines.sees('My phone');
	await ines.open('/sign-out');
	await ines.press('Sign out');
	await ines.open('/sign-in');
	await ines.follow('Sign in with a passkey');
	await ines.press('Use my passkey');
	await ines.sees(/Good to see you, Inês/);
});

test('elsewhere the password asks for a code, a recovery code works once, and she is told by letter', async () => {
	const school = await elsewhere('ines@home.example');
	await school.sees('Your second key');
	await school.fill('Code', codes[0] ?? '');
	await school.press('Sign in');
	await school.sees(/Good to see you, Inês/);
	const thief = await elsewhere(email);
	await thief.fill('Code', codes[0] ?? '');
	await thief.press('Sign in');
	await thief.sees(/This code is not right/);
	const letters = await platform.db
		.selectFrom('platform.mail')
		.select('subject')
		.where('to_address', '=', 'ines@home.example')
		.execute();
	expect(letters.map(({ subject }) => subject)).toContain('A new browser is signed in to your account');

	await ines.open('/me/security');
	await ines.page.locator('summary', { hasText: 'Sign out everywhere else' }).click();
	await ines.press('Yes, sign out there');
	await ines.sees('Only this browser is signed in now.');
	await school.page.goto(`${platform.url}/en/me`);
	await school.sees('Sign in');
});

test('a sign-in service that was down at start works once it is up, and she connects it', async () => {
	await ines.open('/me/security/providers');
	await ines.follow(/Connect/);
	await ines.sees(/does not answer just now/);
	await provider.start(`${platform.url}/sign-in/with/edu-id/callback`);
	await ines.open('/me/security/providers');
	await ines.page.getByRole('link', { name: /Connect/ }).click();
	await throughProvider(ines);
	await ines.press('Connect');
	await ines.sees('Connected. From now on you can come in this way too.');

	const fresh = await way.traveller();
	await fresh.open('/sign-in');
	await fresh.page.getByRole('link', { name: 'Sign in through edu-ID' }).click();
	await throughProvider(fresh);
	await fresh.sees('Your second key');
	await fresh.fill('Code', codes[1] ?? '');
	await fresh.press('Sign in');
	await fresh.sees(/Good to see you, Inês/);
});

test('a forgotten password is replaced by letter, and then she is in nowhere any more', async () => {
	const forgetful = await way.traveller();
	await forgetful.open('/password');
	await forgetful.fill('E-mail address', email);
	await forgetful.press(/./);
	const token = await tokenInLetterTo(platform.as(system), email);
	await forgetful.open(`/password/${token}`);
	await forgetful.fill('New password', 'password1234');
	await forgetful.press('Save');
	await forgetful.sees(/among the first that are guessed/);
	await forgetful.fill('New password', 'nine storks above the lake');
	await forgetful.press('Save');
	await forgetful.sees(/password/i);
	await ines.page.goto(`${platform.url}/en/me`);
	await ines.sees('Sign in');
});

/** Somebody at another browser with her address and password. */
async function elsewhere(address: string): Promise<Traveller> {
	const somebody = await way.traveller();
	await somebody.open('/sign-in');
	await somebody.page.locator('input[name=email]').first().fill(address);
	await somebody.page.locator('input[name=password]').first().fill(way.password);
	await somebody.press('Sign in');
	return somebody;
}

/** The provider's own pages: a name, then the question whether to go on. */
async function throughProvider({ page }: Traveller): Promise<void> {
	await page.locator('input[name=login]').fill('ines-at-school');
	await page.locator('input[name=password]').fill('x');
	await page.locator('button[type=submit]').click();
	await page.locator('button[type=submit]').click();
	await page.waitForURL(`${platform.url}/**`);
}
