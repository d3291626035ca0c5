import { expect, test } from 'vitest';
import { actorOfRequest, signIn, signOut } from '#domain/people';
import { mostSessions } from './limits.ts';
import { openSession } from './open-session.ts';
import { sessionCookieName } from './session-cookie.ts';
import { visitor } from '#shared/actor';
import type { Context } from '#platform/context';
import { testDatabase } from '../../../../../tests/world/database.ts';
import { people } from '../../../../../tests/world/index.ts';
import {
	noteUseOf,
	passPhrase,
	signedIn,
	withCookies,
	withLogin,
	here,
} from '../../../../../tests/world/signing-in.ts';

const database = testDatabase();
const hours = (count: number, ctx: Context): Context => ({
	...ctx,
	now: new Date(ctx.now.getTime() + count * 3_600_000),
});

async function inesSignedIn() {
	const ctx = database.as(visitor);
	const { email } = await withLogin(ctx, 'ines');
	return { ctx, email, headers: await signedIn(ctx, email) };
}

test('a validated teacher is a teacher, another signed-in person a member', async () => {
	const { ctx, headers } = await inesSignedIn();
	expect((await actorOfRequest(ctx, headers)).kind).toBe('teacher');
	const { email } = await withLogin(ctx, 'marco');
	expect((await actorOfRequest(ctx, await signedIn(ctx, email))).kind).toBe('member');
});

test('address and password are asked together, capitals and spaces of the address do not matter to the library', async () => {
	const { ctx, email } = await inesSignedIn();
	expect((await signIn(ctx, { email, password: `${passPhrase}!`, ...here })).ok).toBe(false);
	expect((await signIn(ctx, { email: 'nobody@school.example', password: passPhrase, ...here })).ok).toBe(
		false,
	);
});

test('V6: a password counts as it was typed: capitals, spaces and all that stands behind', async () => {
	const { ctx, email } = await inesSignedIn();
	const opens = async (password: string) => (await signIn(ctx, { email, password, ...here })).ok;
	expect(await opens(passPhrase)).toBe(true);
	for (const wrong of [passPhrase.toUpperCase(), ` ${passPhrase}`, `${passPhrase} `, passPhrase.slice(0, -1)])
		expect(await opens(wrong), wrong).toBe(false);
});

test('V7: each sign-in makes a new session and ends the one it replaces', async () => {
	const { ctx, email, headers } = await inesSignedIn();
	const actor = await actorOfRequest(ctx, headers);
	const again = await signIn({ ...ctx, actor }, { email, password: passPhrase, ...here });
	if (!again.ok) throw new Error(again.reason);
	expect(withCookies(again.value.cookies).get('cookie')).not.toBe(headers.get('cookie'));
	expect(await actorOfRequest(ctx, headers)).toEqual(visitor);
});

test('V7: an account has twenty sessions at most: one more ends the one that was unused longest', async () => {
	const { ctx, headers } = await inesSignedIn();
	const { login_id } = await ctx.db
		.selectFrom('people.person')
		.select('login_id')
		.where('id', '=', people.ines.id)
		.executeTakeFirstOrThrow();
	const opened = async (minute: number) => {
		const later = { ...ctx, now: new Date(ctx.now.getTime() + minute * 60_000) };
		const input = { login: login_id ?? '', device: here.device, provedBy: 'password' } as const;
		return withCookies((await openSession(later, input)).cookies);
	};
	const others = [];
	for (let minute = 1; minute < mostSessions; minute++) others.push(await opened(minute));
	expect((await actorOfRequest(ctx, headers)).kind).toBe('teacher');
	await opened(mostSessions);
	expect(await actorOfRequest(ctx, headers)).toEqual(visitor);
	expect((await actorOfRequest(ctx, others[0] ?? headers)).kind).toBe('teacher');
});

test('V7: a cookie that was used before signing out is worthless after', async () => {
	const { ctx, headers } = await inesSignedIn();
	const { cookies } = await signOut({ ...ctx, actor: await actorOfRequest(ctx, headers) });
	expect(cookies).toMatchObject([
		{ name: sessionCookieName(), value: '', options: { maxAge: 0, httpOnly: true } },
	]);
	expect(await actorOfRequest(ctx, headers)).toEqual(visitor);
});

test('V7: a token without our signature, with a wrong one, or sent twice opens nothing', async () => {
	const { ctx, headers } = await inesSignedIn();
	const cookie = headers.get('cookie') ?? '';
	const token = decodeURIComponent(cookie.split('=').slice(1).join('=')).split('.')[0] ?? '';
	const name = sessionCookieName();
	const tries = [
		`${name}=${token}`,
		`${name}=${token}.`,
		`${name}=${token}.${btoa('x'.repeat(32))}`,
		`${cookie}; ${cookie}`,
		`${name}=%E0%A4%A`,
	];
	for (const value of tries)
		expect(await actorOfRequest(ctx, new Headers({ cookie: value }))).toEqual(visitor);
});

test('V7: a session that nobody uses ends after eight hours', async () => {
	const { ctx, headers } = await inesSignedIn();
	expect((await actorOfRequest(hours(7.9, ctx), headers)).kind).toBe('teacher');
	expect(await actorOfRequest(hours(8.1, ctx), headers)).toEqual(visitor);
});

test('V7: use keeps a session alive, but never beyond thirty days', async () => {
	const { ctx, headers } = await inesSignedIn();
	for (let hour = 7; hour < 30 * 24; hour += 7) {
		const later = hours(hour, ctx);
		const actor = await actorOfRequest(later, headers);
		expect(actor.kind).toBe('teacher');
		await noteUseOf(later, actor);
	}
	expect(await actorOfRequest(hours(30 * 24 + 0.1, ctx), headers)).toEqual(visitor);
});

test('of two processes that note a use, the later use holds, whoever writes last', async () => {
	const { ctx, headers } = await inesSignedIn();
	const actor = await actorOfRequest(ctx, headers);
	await noteUseOf(hours(7, ctx), actor);
	await noteUseOf(hours(2, ctx), actor);
	expect((await actorOfRequest(hours(14.9, ctx), headers)).kind).toBe('teacher');
	expect(await actorOfRequest(hours(15.1, ctx), headers)).toEqual(visitor);
});

test('a use noted too late opens nothing that was closed', async () => {
	const { ctx, headers } = await inesSignedIn();
	const actor = await actorOfRequest(ctx, headers);
	await signOut({ ...ctx, actor });
	await noteUseOf(hours(1, ctx), actor);
	expect(await actorOfRequest(hours(1, ctx), headers)).toEqual(visitor);
});

test('a person is as active as the sessions', async () => {
	const { ctx, headers } = await inesSignedIn();
	await noteUseOf(hours(5, ctx), await actorOfRequest(ctx, headers));
	const { last_active_at } = await database.db
		.selectFrom('people.person')
		.select('last_active_at')
		.where('id', '=', people.ines.id)
		.executeTakeFirstOrThrow();
	expect(last_active_at).toEqual(hours(5, ctx).now);
});

test('reading writes nothing: looking up who acts leaves the session as it is', async () => {
	const { ctx, headers } = await inesSignedIn();
	const rows = () => database.db.selectFrom('people.session').selectAll().execute();
	const before = await rows();
	await actorOfRequest(hours(3, ctx), headers);
	expect(await rows()).toEqual(before);
});

test('V7: neither network nor browser of a session is kept', async () => {
	await inesSignedIn();
	const rows = await database.db.selectFrom('people.session').select(['ip_address', 'user_agent']).execute();
	expect(rows).toEqual([{ ip_address: null, user_agent: null }]);
});
