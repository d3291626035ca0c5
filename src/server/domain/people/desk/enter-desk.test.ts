import { beforeAll, expect, test } from 'vitest';
import { actorOfRequest, deskAsks, enterDesk, leaveDesk, ownOffices } from '#domain/people';
import { endOffice } from '#domain/support';
import type { Context } from '#platform/context';
import { NotFound, TooOften } from '#platform/errors';
import { compose } from '#platform/part';
import { system, visitor, type Member } from '#shared/actor';
import { allParts } from '../../../parts.ts';
import { testDatabase } from '../../../../../tests/world/database.ts';
import { offices } from '../../../../../tests/world/index.ts';
import { codeOf, noteUseOf, passPhrase, signedIn, withLogin } from '../../../../../tests/world/signing-in.ts';

const database = testDatabase();
beforeAll(() => compose(allParts));
const later = (minutes: number): Context => {
	const ctx = database.as(visitor);
	return { ...ctx, now: new Date(ctx.now.getTime() + minutes * 60_000) };
};

const seat = { office: offices.rui, password: '', code: '' };

async function ruiSignedIn() {
	const ctx = database.as(visitor);
	const { email } = await withLogin(ctx, 'rui');
	const headers = await signedIn(ctx, email);
	const rui = { ...ctx, actor: await actorOfRequest(ctx, headers) };
	return { rui, headers };
}

async function ruiAtDesk() {
	const { rui, headers } = await ruiSignedIn();
	const outcome = await enterDesk(rui, seat);
	if (!outcome.ok) throw new Error(outcome.reason);
	return { headers, desk: { ...rui, actor: await actorOfRequest(rui, headers) } };
}

test('V6: an officer who has just signed in by two factors enters the desk by one click', async () => {
	const { rui, headers } = await ruiSignedIn();
	expect(rui.actor.kind).toBe('member');
	expect(await ownOffices(rui)).toMatchObject([{ id: offices.rui, kind: 'validator' }]);
	expect(await deskAsks(rui)).toBe('nothing');
	await enterDesk(rui, seat);
	expect(await actorOfRequest(rui, headers)).toMatchObject({
		kind: 'officer',
		office: offices.rui,
		officeKind: 'validator',
	});
});

test('V6: later the desk asks for password and code, and both must be right', async () => {
	const { rui } = await ruiSignedIn();
	const now = { ...rui, now: later(16).now };
	expect(await deskAsks(now)).toBe('proof');
	const code = await codeOf(now, 'rui@school.example');
	const tries = [
		[{ ...seat, password: 'not this one here', code }, 'wrong-password-here'],
		[{ ...seat, password: passPhrase, code: '' }, 'wrong-code'],
		[{ ...seat, password: passPhrase, code: '000000' }, 'wrong-code'],
	] as const;
	for (const [typed, reason] of tries) expect(await enterDesk(now, typed)).toMatchObject({ reason });
	expect(await enterDesk(now, { ...seat, password: passPhrase, code })).toMatchObject({ ok: true });
});

test('V6: without a second factor no desk opens, whatever is typed', async () => {
	const { rui } = await ruiSignedIn();
	await database.db.deleteFrom('people.authenticator').execute();
	expect(await deskAsks(rui)).toBe('factor');
	expect(await enterDesk(rui, { ...seat, password: passPhrase })).toMatchObject({ reason: 'no-factor' });
});

test('V8: nobody sits down at the desk of another', async () => {
	const { rui } = await ruiSignedIn();
	await expect(enterDesk(rui, { ...seat, office: offices.mette })).rejects.toThrow(NotFound);
});

test('a second click on the way in finds the officer at the desk; for another desk one goes back first', async () => {
	const { desk } = await ruiAtDesk();
	expect(await enterDesk(desk, seat)).toMatchObject({ ok: true });
	await expect(enterDesk(desk, { ...seat, office: offices.mette })).rejects.toThrow();
});

test('one click leaves the desk and the session goes on', async () => {
	const { headers, desk } = await ruiAtDesk();
	await leaveDesk(desk);
	expect((await actorOfRequest(desk, headers)).kind).toBe('member');
});

test('V7: after thirty idle minutes the desk is left, the session not', async () => {
	const { headers } = await ruiAtDesk();
	expect((await actorOfRequest(later(29), headers)).kind).toBe('officer');
	expect((await actorOfRequest(later(31), headers)).kind).toBe('member');
});

test('V7: use keeps the desk, at most for twelve hours', async () => {
	const { headers } = await ruiAtDesk();
	for (let minute = 25; minute < 12 * 60; minute += 25) {
		const ctx = later(minute);
		const actor = await actorOfRequest(ctx, headers);
		expect(actor.kind).toBe('officer');
		await noteUseOf(ctx, actor);
	}
	expect((await actorOfRequest(later(12 * 60 + 1), headers)).kind).toBe('member');
});

test('reading at the desk keeps it, and the person’s own pages do not', async () => {
	const { headers } = await ruiAtDesk();
	const ctx = later(20);
	const actor = await actorOfRequest(ctx, headers);
	await noteUseOf(ctx, { ...actor, kind: 'member' } as Member);
	expect((await actorOfRequest(later(31), headers)).kind).toBe('member');
	await noteUseOf(ctx, actor);
	expect((await actorOfRequest(later(49), headers)).kind).toBe('officer');
});

test('V7: an office that ends takes its desk along', async () => {
	const { headers, desk } = await ruiAtDesk();
	await endOffice({ ...desk, actor: system }, offices.rui as never);
	expect((await actorOfRequest(desk, headers)).kind).toBe('member');
});

test('V6: guesses at the desk are counted as guesses at the address', async () => {
	const { rui } = await ruiSignedIn();
	const now = { ...rui, now: later(16).now };
	const guess = () => enterDesk(now, { ...seat, password: 'not this one here' });
	for (let at = 0; at < 10; at++) await guess();
	await expect(guess()).rejects.toThrow(TooOften);
});
