import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test } from 'vitest';
import {
	actorOfRequest,
	comeBackFromProvider,
	connectProvider,
	disconnectProvider,
	goToProvider,
	joinByProvider,
	newcomerIn,
	waysOfNewcomer,
} from '#domain/people';
import { publicAddress } from '#platform/addresses';
import type { Context } from '#platform/context';
import { NotFound } from '#platform/errors';
import { visitor } from '#shared/actor';
import { testDatabase } from '../../../../../../tests/world/database.ts';
import { aProvider, type Somebody } from '../../../../../../tests/world/provider.ts';
import { here, signedIn, withCookies, withLogin } from '../../../../../../tests/world/signing-in.ts';

const folder = mkdtempSync(join(tmpdir(), 'providers-'));
const file = join(folder, 'providers.json');
const provider = await aProvider();
const { issuer, client } = provider;
writeFileSync(file, JSON.stringify([{ id: 'edu-id', name: 'edu-ID', issuer, ...client }]));
// read once, at the first use of the database
process.env['SIGN_IN_PROVIDERS'] = file;

const database = testDatabase();
const callback = () => publicAddress('/sign-in/with/edu-id/callback');
afterEach(() => provider.spoil(undefined));
afterAll(async () => {
	await provider.stop();
	rmSync(folder, { recursive: true });
});

const nova: Somebody = { sub: 'nova', email: 'nova@escola.example' };

async function goes(ctx: Context) {
	const outcome = await goToProvider(ctx, { provider: 'edu-id', next: '/en/me' });
	if (!outcome.ok) throw new Error(outcome.reason);
	return { address: outcome.value.address, headers: withCookies(outcome.value.cookies) };
}

function comesBack(ctx: Context, search: string, headers: Headers) {
	return comeBackFromProvider(ctx, { provider: 'edu-id', search, headers, ...here });
}

/** There and back in one browser; answers what it holds then. */
async function through(ctx: Context, who: Somebody) {
	const { address, headers } = await goes(ctx);
	const { search } = await provider.walk(address, who);
	const outcome = await comesBack(ctx, search, headers);
	if (!outcome.ok) throw new Error(outcome.reason);
	return { as: outcome.value.as, headers: withCookies(outcome.value.cookies) };
}

async function joined(ctx: Context, who: Somebody) {
	const { headers } = await through(ctx, who);
	const newcomer = await newcomerIn(ctx, headers);
	const input = { newcomer, name: 'Nova Pessoa', country: 'PT', device: here.device };
	const outcome = await joinByProvider(ctx, input);
	if (!outcome.ok) throw new Error(outcome.reason);
	return { ...ctx, actor: await actorOfRequest(ctx, withCookies(outcome.value.cookies)) };
}

test('a provider that is down at start is told so, and works once it is up', async () => {
	const ctx = database.as(visitor);
	const go = () => goToProvider(ctx, { provider: 'edu-id', next: '/en/me' });
	expect(await go()).toMatchObject({ reason: 'provider-away' });
	await provider.start(callback());
	expect(await go()).toMatchObject({ ok: true });
	await expect(goToProvider(ctx, { provider: 'nobody', next: '/' })).rejects.toThrow(NotFound);
});

test('who is new comes from the provider with a confirmed address, joins, and is in with the next click', async () => {
	const ctx = database.as(visitor);
	const first = await through(ctx, nova);
	expect(first.as).toBe('new');
	const newcomer = await newcomerIn(ctx, first.headers);
	expect(newcomer).toMatchObject({ provider: 'edu-id', subject: 'nova', email: nova.email });
	const nova1 = await joined(ctx, nova);
	expect(nova1.actor.kind).toBe('member');
	const again = await through(ctx, nova);
	expect(again.as).toBe('in');
	expect(await actorOfRequest(ctx, again.headers)).toMatchObject({
		person: 'person' in nova1.actor ? nova1.actor.person : '',
	});
});

test('V10: an address that has an account is never taken over: its owner signs in and connects', async () => {
	const ctx = database.as(visitor);
	const { email } = await withLogin(ctx, 'ines');
	const { as, headers } = await through(ctx, { sub: 'ines-at-school', email });
	expect(as).toBe('new');
	const newcomer = await newcomerIn(ctx, headers);
	if (!newcomer) throw new Error('nobody came');
	expect(await waysOfNewcomer(ctx, newcomer)).toBe('known');
	const input = { newcomer, name: 'x', country: 'PT', device: here.device };
	expect(await joinByProvider(ctx, input)).toMatchObject({ reason: 'address-known' });
	const ines = { ...ctx, actor: await actorOfRequest(ctx, await signedIn(ctx, email)) };
	const stale = { ...ines, now: new Date(ines.now.getTime() + 16 * 60_000) };
	expect(await connectProvider(stale, newcomer)).toMatchObject({ reason: 'prove-again' });
	expect(await connectProvider(ines, newcomer)).toMatchObject({ ok: true });
	const { as: now } = await through(ctx, { sub: 'ines-at-school', email });
	expect(now).toBe('in');
	expect(await disconnectProvider(ines, { provider: 'edu-id' })).toMatchObject({ ok: true });
	expect((await through(ctx, { sub: 'ines-at-school', email })).as).toBe('new');
});

test('V10: an address that the provider has not confirmed opens nothing and joins nobody', async () => {
	const ctx = database.as(visitor);
	const { headers } = await through(ctx, { sub: 'liar', email: 'ines@school.example', confirmed: false });
	const newcomer = await newcomerIn(ctx, headers);
	if (!newcomer) throw new Error('nobody came');
	expect(newcomer.email).toBeUndefined();
	expect(await waysOfNewcomer(ctx, newcomer)).toBe('no-address');
});

test('V6: with a second factor the provider alone opens no session', async () => {
	const ctx = database.as(visitor);
	const { email } = await withLogin(ctx, 'rui');
	const rui = { ...ctx, actor: await actorOfRequest(ctx, await signedIn(ctx, email)) };
	const { headers } = await through(ctx, { sub: 'rui', email });
	expect(await connectProvider(rui, await newcomerIn(ctx, headers))).toMatchObject({ ok: true });
	const back = await through(ctx, { sub: 'rui', email });
	expect(back.as).toBe('halfway');
	expect(await actorOfRequest(ctx, back.headers)).toEqual(visitor);
});

const hour = 3600;
test.each([
	['a wrong nonce', (claims: Record<string, unknown>) => ({ ...claims, nonce: 'of somebody else' })],
	['no nonce', (claims: Record<string, unknown>) => ({ ...claims, nonce: undefined })],
	[
		'a time that is over',
		(claims: Record<string, unknown>) => ({ ...claims, exp: Math.floor(Date.now() / 1000) - hour }),
	],
	['another audience', (claims: Record<string, unknown>) => ({ ...claims, aud: 'another platform' })],
	['another issuer', (claims: Record<string, unknown>) => ({ ...claims, iss: 'https://evil.example' })],
	['the signature of a foreign key', 'foreign key' as const],
])('V10: a token with %s is not believed', async (_, way) => {
	const ctx = database.as(visitor);
	const { address, headers } = await goes(ctx);
	const { search } = await provider.walk(address, nova);
	provider.spoil(way);
	expect(await comesBack(ctx, search, headers)).toMatchObject({ reason: 'provider-wrong' });
});

test('V10: an answer counts once, in the browser that asked, for ten minutes, and for its own question', async () => {
	const ctx = database.as(visitor);
	const { address, headers } = await goes(ctx);
	const { search } = await provider.walk(address, nova);
	const other = await goes(ctx);
	const late = { ...ctx, now: new Date(ctx.now.getTime() + 601_000) };
	expect(await comesBack(ctx, search, other.headers)).toMatchObject({ reason: 'provider-wrong' });
	expect(await comesBack(ctx, search, new Headers())).toMatchObject({ reason: 'provider-wrong' });
	expect(await comesBack(late, search, headers)).toMatchObject({ reason: 'provider-wrong' });
	expect(await comesBack(ctx, search, headers)).toMatchObject({ ok: true });
	expect(await comesBack(ctx, search, headers)).toMatchObject({ reason: 'provider-wrong' });
});

test('who turns back at the provider is told that nothing has happened', async () => {
	const ctx = database.as(visitor);
	const { headers, address } = await goes(ctx);
	const state = new URL(address).searchParams.get('state') ?? '';
	const search = `?${new URLSearchParams({ error: 'access_denied', state, iss: provider.issuer }).toString()}`;
	expect(await comesBack(ctx, search, headers)).toMatchObject({ reason: 'provider-declined' });
});

test('a provider that goes away in the middle is told so', async () => {
	const ctx = database.as(visitor);
	const { address, headers } = await goes(ctx);
	const { search } = await provider.walk(address, nova);
	await provider.stop();
	expect(await comesBack(ctx, search, headers)).toMatchObject({ reason: 'provider-away' });
});
