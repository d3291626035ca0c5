import { beforeAll, expect, test } from 'vitest';
import {
	actorOfRequest,
	askForNewPassword,
	askToUnite,
	chooseNewPassword,
	lookAtTwoAccounts,
	mergingOfToken,
	mergingsAtDesk,
	openMerging,
	otherAccount,
	ownMergings,
	previewOfOther,
	proveOtherAccount,
	separateAtDesk,
	separateByLink,
	separateOwnAccounts,
	signIn,
	stateAffiliation,
	uniteOwnAccounts,
} from '#domain/people';
import { chainsFor, looksFor } from '#domain/support';
import type { Context } from '#platform/context';
import { Forbidden, NotFound } from '#platform/errors';
import { emit } from '#platform/events';
import { compose } from '#platform/part';
import { system, visitor, type Officer } from '#shared/actor';
import { allParts } from '../../../parts.ts';
import { testDatabase } from '../../../../../tests/world/database.ts';
import { officer, people, schools, type PersonName } from '../../../../../tests/world/index.ts';
import {
	here,
	network,
	passPhrase,
	signedIn,
	tokenInLetterTo,
	withCookies,
	withLogin,
} from '../../../../../tests/world/signing-in.ts';
import { seeToMergings } from './unite-accounts.ts';

const database = testDatabase();
beforeAll(() => compose(allParts));

const days = (count: number, ctx: Context): Context => ({
	...ctx,
	now: new Date(ctx.now.getTime() + count * 24 * 3600_000),
});
const emailOf = (name: PersonName) => `${name}@school.example`;

async function signedInAs(name: PersonName) {
	const ctx = database.as(visitor);
	await withLogin(ctx, name);
	const headers = await signedIn(ctx, emailOf(name));
	return { headers, as: { ...ctx, actor: await actorOfRequest(ctx, headers) } };
}

const enter = (email: string, password = passPhrase) =>
	signIn(database.as(visitor), { email, password, ...here });

const prove = (ctx: Context, email: string, password = passPhrase, code = '') =>
	proveOtherAccount(ctx, { email, password, code, network });

/** Tiago and Inês of the same school turn out to be one person; Inês is signed in. */
async function united() {
	const tiago = await signedInAs('tiago');
	const ines = await signedInAs('ines');
	const proved = await prove(ines.as, emailOf('tiago'));
	if (!proved.ok) throw new Error(proved.reason);
	const other = await otherAccount(ines.as, withCookies(proved.value.cookies));
	expect(await uniteOwnAccounts(ines.as, { other })).toMatchObject({ ok: true });
	return { tiago, ines };
}

test('nobody unites what they have not proved: wrong password, own account, another session, too late', async () => {
	const tiago = await signedInAs('tiago');
	const ines = await signedInAs('ines');
	expect(await prove(ines.as, emailOf('tiago'), 'wrong wrong wrong')).toMatchObject({
		reason: 'not-signed-in',
	});
	expect(await prove(ines.as, emailOf('ines'))).toMatchObject({ reason: 'same-account' });
	await withLogin(ines.as, 'rui');
	expect(await prove(ines.as, emailOf('rui'))).toMatchObject({ reason: 'wrong-code' });
	const proved = await prove(ines.as, emailOf('tiago'));
	if (!proved.ok) throw new Error(proved.reason);
	const cookies = withCookies(proved.value.cookies);
	expect(await otherAccount(tiago.as, cookies)).toBeUndefined();
	expect(await otherAccount(days(1, ines.as), cookies)).toBeUndefined();
	expect(await otherAccount(ines.as, cookies)).toBe(people.tiago.id);
	expect(await uniteOwnAccounts(ines.as, { other: undefined })).toMatchObject({ reason: 'other-over' });
	expect(await uniteOwnAccounts(days(0.02, ines.as), { other: people.tiago.id })).toMatchObject({
		reason: 'prove-again',
	});
});

test('an account that only a sign-in service opens is proved as well: its person chooses a password by letter first', async () => {
	const ines = await signedInAs('ines');
	await withLogin(ines.as, 'tiago');
	await database.db
		.deleteFrom('people.credential')
		.where(
			'login_id',
			'in',
			database.db.selectFrom('people.person').select('login_id').where('id', '=', people.tiago.id),
		)
		.execute();
	expect(await prove(ines.as, emailOf('tiago'))).toMatchObject({ reason: 'not-signed-in' });
	// asked for by who is signed in to the other account, and stays signed in there
	await askForNewPassword(ines.as, { email: emailOf('tiago'), network });
	const password = 'nine storks above the lake';
	const token = await tokenInLetterTo(ines.as, emailOf('tiago'));
	expect((await chooseNewPassword(ines.as, { token, password, network })).ok).toBe(true);
	expect(await actorOfRequest(ines.as, ines.headers)).toMatchObject({ person: people.ines.id });
	expect(await prove(ines.as, emailOf('tiago'), password)).toMatchObject({ ok: true });
});

test('before it happens, the person sees what would move', async () => {
	await signedInAs('tiago');
	const { as } = await signedInAs('ines');
	const preview = await previewOfOther(as, people.tiago.id);
	expect(preview).toMatchObject({ name: people.tiago.name, email: emailOf('tiago') });
	expect(preview?.holds).toContainEqual({ table: 'people.affiliation', count: 1 });
});

test('once united, either address opens the one account, and the other session is over', async () => {
	const { tiago, ines } = await united();
	expect(await actorOfRequest(ines.as, tiago.headers)).toEqual(visitor);
	const outcome = await enter(emailOf('tiago'));
	if (!outcome.ok) throw new Error(outcome.reason);
	const actor = await actorOfRequest(ines.as, withCookies(outcome.value.cookies));
	expect(actor).toMatchObject({ kind: 'teacher', person: people.ines.id });
	for (const name of ['ines', 'tiago'] as const) {
		const letter = await database.db
			.selectFrom('platform.mail')
			.select('body')
			.where('to_address', '=', emailOf(name))
			.where('subject', '=', 'Two accounts are one now')
			.executeTakeFirst();
		expect(letter?.body).toContain('/merging/');
	}
});

test('nobody escapes a suspension by uniting accounts; taken apart, each has its own again', async () => {
	const tiago = await signedInAs('tiago');
	const ines = await signedInAs('ines');
	const proved = await prove(ines.as, emailOf('tiago'));
	if (!proved.ok) throw new Error(proved.reason);
	const other = await otherAccount(ines.as, withCookies(proved.value.cookies));
	const until = days(7, ines.as).now;
	await emit(database.as(system), 'person.suspended', { person: people.tiago.id, until });
	expect(await uniteOwnAccounts(ines.as, { other })).toMatchObject({ ok: true });
	expect(await actorOfRequest(ines.as, ines.headers)).toEqual(visitor);
	expect((await enter(emailOf('ines'))).ok).toBe(false);
	const token = await tokenInLetterTo(database.as(system), emailOf('ines'));
	expect(await separateByLink(database.as(visitor), token)).toMatchObject({ ok: true });
	expect((await enter(emailOf('ines'))).ok).toBe(true);
	expect((await enter(emailOf('tiago'))).ok).toBe(false);
	expect(await actorOfRequest(tiago.as, tiago.headers)).toEqual(visitor);
});

test('undone, each account has its places, its password and its address again', async () => {
	const { ines } = await united();
	const [merging] = await ownMergings(ines.as);
	expect(await separateOwnAccounts(ines.as, { merging: merging?.id ?? '' })).toMatchObject({ ok: true });
	const outcome = await enter(emailOf('tiago'));
	if (!outcome.ok) throw new Error(outcome.reason);
	const actor = await actorOfRequest(ines.as, withCookies(outcome.value.cookies));
	expect(actor).toMatchObject({ kind: 'teacher', person: people.tiago.id });
	const defaults = await database.db
		.selectFrom('people.affiliation')
		.select('person_id')
		.where('is_default', '=', true)
		.where('person_id', 'in', [people.ines.id, people.tiago.id])
		.execute();
	expect(defaults).toHaveLength(2);
	expect(await ownMergings(ines.as)).toEqual([]);
});

test('validated at a school where the other account waits: the better place is kept, and the desk has nothing to decide', async () => {
	const marco = await signedInAs('marco');
	await signedInAs('tiago');
	const stated = await stateAffiliation(marco.as, { school: schools.ribeira.id, role: 'teacher' });
	if (!stated.ok) throw new Error(stated.reason);
	const proved = await prove(marco.as, emailOf('tiago'));
	if (!proved.ok) throw new Error(proved.reason);
	const other = await otherAccount(marco.as, withCookies(proved.value.cookies));
	expect(await uniteOwnAccounts(marco.as, { other })).toMatchObject({ ok: true });
	expect(await actorOfRequest(marco.as, marco.headers)).toMatchObject({ kind: 'teacher' });
	const state = async () =>
		(await chainsFor(marco.as, 'affiliation', [stated.value.affiliation])).get(stated.value.affiliation)
			?.state;
	expect(await state()).toBe('withdrawn');
	const [merging] = await ownMergings(marco.as);
	expect(await separateOwnAccounts(marco.as, { merging: merging?.id ?? '' })).toMatchObject({ ok: true });
	expect(await actorOfRequest(marco.as, marco.headers)).toMatchObject({ kind: 'member' });
	expect(await state()).toBe('running');
});

test('the link of the letter undoes without signing in, once', async () => {
	await united();
	const ctx = database.as(visitor);
	const token = await tokenInLetterTo(ctx, emailOf('tiago'));
	expect(await mergingOfToken(ctx, token)).toMatchObject({ state: 'united', kept: emailOf('ines') });
	expect(await separateByLink(ctx, 'x'.repeat(43))).toMatchObject({ reason: 'merging-over' });
	expect(await separateByLink(ctx, token)).toMatchObject({ ok: true });
	expect(await separateByLink(ctx, token)).toMatchObject({ reason: 'merging-over' });
});

test('after thirty days it is settled: the given-up account is gone, its address stays with the other', async () => {
	const { ines } = await united();
	await seeToMergings({ ...days(29, ines.as), actor: system });
	expect(await ownMergings(ines.as)).toHaveLength(1);
	for (let run = 0; run < 2; run++) await seeToMergings({ ...days(31, ines.as), actor: system });
	const token = await tokenInLetterTo(ines.as, emailOf('tiago'));
	expect(await separateByLink(ines.as, token)).toMatchObject({ ok: false });
	expect((await enter(emailOf('tiago'))).ok).toBe(true);
	const tiago = await database.db
		.selectFrom('people.person')
		.select(['name', 'login_id'])
		.where('id', '=', people.tiago.id)
		.executeTakeFirst();
	expect(tiago).toEqual({ name: '', login_id: null });
	expect(await database.db.selectFrom('people.merging_journal').selectAll().execute()).toEqual([]);
});

test('an account is united once at a time, and nobody undoes what is not theirs', async () => {
	const { ines } = await united();
	const marco = await signedInAs('marco');
	const proved = await prove(marco.as, emailOf('ines'));
	if (!proved.ok) throw new Error(proved.reason);
	const other = await otherAccount(marco.as, withCookies(proved.value.cookies));
	expect(await uniteOwnAccounts(marco.as, { other })).toMatchObject({ reason: 'united-lately' });
	const [merging] = await ownMergings(ines.as);
	await expect(separateOwnAccounts(marco.as, { merging: merging?.id ?? '' })).rejects.toThrow(NotFound);
});

const atDesk = async (name: 'rui' | 'claire' | 'anna') =>
	database.as(await officer(database.as(system), name)) as Context<Officer>;
const two = { kept: emailOf('ines'), given: emailOf('tiago') };
const looked = { ...two, reason: 'to-help' } as const;
const reason = 'The head of the school confirmed by telephone that she changed her name.';

async function asked() {
	await signedInAs('tiago');
	const ines = await signedInAs('ines');
	const rui = await atDesk('rui');
	expect(await askToUnite(rui, { ...two, reason })).toMatchObject({ ok: true });
	return { ines, rui };
}

test('an officer’s wish waits three days, is told to both, and then holds', async () => {
	const { ines, rui } = await asked();
	expect(await mergingsAtDesk(rui)).toMatchObject([{ state: 'waits', reason, byOfficer: true }]);
	await seeToMergings({ ...days(2.9, ines.as), actor: system });
	expect((await mergingsAtDesk(rui))[0]?.state).toBe('waits');
	for (let run = 0; run < 2; run++) await seeToMergings({ ...days(3.1, ines.as), actor: system });
	expect((await mergingsAtDesk(rui))[0]?.state).toBe('united');
	expect(await separateAtDesk(rui, { merging: (await mergingsAtDesk(rui))[0]?.id ?? '' })).toMatchObject({
		ok: true,
	});
});

test('who says no by the link of the letter keeps both accounts apart', async () => {
	const { ines, rui } = await asked();
	const ctx = database.as(visitor);
	const token = await tokenInLetterTo(ctx, emailOf('tiago'));
	expect(await mergingOfToken(ctx, token)).toMatchObject({ state: 'waits', byOfficer: true });
	expect(await separateByLink(ctx, token)).toMatchObject({ ok: true });
	await seeToMergings({ ...days(4, ines.as), actor: system });
	expect((await mergingsAtDesk(rui))[0]?.state).toBe('refused');
});

test('V8: officers reach accounts of their own country only, never their own, and only whose office it is', async () => {
	await signedInAs('tiago');
	await signedInAs('ines');
	await withLogin(database.as(visitor), 'rui');
	const claire = await atDesk('claire');
	expect(await lookAtTwoAccounts(claire, looked)).toMatchObject({ reason: 'account-unknown' });
	const rui = await atDesk('rui');
	expect(await lookAtTwoAccounts(rui, { ...looked, given: emailOf('rui') })).toMatchObject({
		reason: 'own-account',
	});
	expect(await lookAtTwoAccounts(rui, { ...looked, given: 'nobody@school.example' })).toMatchObject({
		reason: 'account-unknown',
	});
	const editor = { ...rui, actor: { ...rui.actor, officeKind: 'editor' as const } };
	await expect(askToUnite(editor, { ...two, reason })).rejects.toThrow(Forbidden);
});

test('V8: what an officer opens closes after thirty minutes, counts by persons, and is seen by both', async () => {
	const { ines, rui } = await asked();
	const later = (minutes: number) => ({ ...rui, now: new Date(rui.now.getTime() + minutes * 60_000) });
	const [closed] = await mergingsAtDesk(rui);
	expect(closed).toMatchObject({ isClosed: true, given: '', kept: '', reason });
	const seen = await lookAtTwoAccounts(rui, looked);
	expect(seen).toMatchObject({ value: { kept: { owner: { name: people.ines.name } } } });
	expect(await mergingsAtDesk(later(29))).toMatchObject([{ isClosed: false, kept: emailOf('ines') }]);
	expect(await mergingsAtDesk(later(31))).toMatchObject([{ isClosed: true, kept: '' }]);
	const counted = () =>
		database.db
			.selectFrom('platform.limit_count')
			.select('count')
			.where('key', '=', `support.looks:${rui.actor.person}`)
			.execute();
	expect(await counted()).toEqual([{ count: 2 }]);
	await lookAtTwoAccounts(later(10), looked);
	expect(await counted()).toEqual([{ count: 2 }]);
	await openMerging(later(31), { merging: closed?.id ?? '', reason: 'to-check-complaint' });
	expect(await mergingsAtDesk(later(32))).toMatchObject([{ isClosed: false, given: emailOf('tiago') }]);
	expect(await looksFor(ines.as)).toMatchObject([
		{ reason: 'to-check-complaint', title: 'Whether two accounts are yours' },
		{ reason: 'to-help' },
	]);
	const claire = await atDesk('claire');
	await expect(openMerging(claire, { merging: closed?.id ?? '', reason: 'to-help' })).rejects.toThrow(
		NotFound,
	);
});
