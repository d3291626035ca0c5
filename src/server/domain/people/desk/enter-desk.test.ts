import { beforeAll, expect, test } from 'vitest';
import { actorOfRequest, enterDesk, leaveDesk, ownOffices } from '#domain/people';
import { endOffice } from '#domain/support';
import type { Context } from '#platform/context';
import { NotFound, TooOften } from '#platform/errors';
import { compose } from '#platform/part';
import { system, visitor, type Member } from '#shared/actor';
import { allParts } from '../../../parts.ts';
import { testDatabase } from '../../../../../tests/world/database.ts';
import { offices } from '../../../../../tests/world/index.ts';
import { noteUseOf, passPhrase, signedIn, withLogin } from '../../../../../tests/world/signing-in.ts';

const database = testDatabase();
beforeAll(() => compose(allParts));
const later = (minutes: number): Context => {
	const ctx = database.as(visitor);
	return { ...ctx, now: new Date(ctx.now.getTime() + minutes * 60_000) };
};

async function ruiSignedIn() {
	const ctx = database.as(visitor);
	const { email } = await withLogin(ctx, 'rui');
	const headers = await signedIn(ctx, email);
	const rui = { ...ctx, actor: await actorOfRequest(ctx, headers) };
	return { rui, headers };
}

async function ruiAtDesk() {
	const { rui, headers } = await ruiSignedIn();
	const outcome = await enterDesk(rui, { office: offices.rui, password: passPhrase });
	if (!outcome.ok) throw new Error(outcome.reason);
	return { headers, desk: { ...rui, actor: await actorOfRequest(rui, headers) } };
}

test('an officer signs in as a person and enters the desk with the password once more', async () => {
	const { rui, headers } = await ruiSignedIn();
	expect(rui.actor.kind).toBe('member');
	expect(await ownOffices(rui)).toMatchObject([{ id: offices.rui, kind: 'validator' }]);
	expect(await enterDesk(rui, { office: offices.rui, password: 'not this one here' })).toMatchObject({
		reason: 'wrong-password-here',
	});
	await enterDesk(rui, { office: offices.rui, password: passPhrase });
	expect(await actorOfRequest(rui, headers)).toMatchObject({
		kind: 'officer',
		office: offices.rui,
		officeKind: 'validator',
	});
});

test('nobody sits down at the desk of another', async () => {
	const { rui } = await ruiSignedIn();
	await expect(enterDesk(rui, { office: offices.mette, password: passPhrase })).rejects.toThrow(NotFound);
});

test('one click leaves the desk and the session goes on', async () => {
	const { headers, desk } = await ruiAtDesk();
	await leaveDesk(desk);
	expect((await actorOfRequest(desk, headers)).kind).toBe('member');
});

test('after thirty idle minutes the desk is left, the session not', async () => {
	const { headers } = await ruiAtDesk();
	expect((await actorOfRequest(later(29), headers)).kind).toBe('officer');
	expect((await actorOfRequest(later(31), headers)).kind).toBe('member');
});

test('use keeps the desk, at most for twelve hours', async () => {
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

test('an office that ends takes its desk along', async () => {
	const { headers, desk } = await ruiAtDesk();
	await endOffice({ ...desk, actor: system }, offices.rui as never);
	expect((await actorOfRequest(desk, headers)).kind).toBe('member');
});

test('guesses at the desk are counted as guesses at the address', async () => {
	const { rui } = await ruiSignedIn();
	const guess = () => enterDesk(rui, { office: offices.rui, password: 'not this one here' });
	for (let at = 0; at < 10; at++) await guess();
	await expect(guess()).rejects.toThrow(TooOften);
});
