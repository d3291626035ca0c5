import pg from 'pg';
import { beforeAll, expect, test } from 'vitest';
import { makeFirstOfficer, makeSetUpLink, ownOffices, setUpIsOpen, signIn } from '#domain/people';
import { compose } from '#platform/part';
import { system, visitor } from '#shared/actor';
import { allParts } from '../../../parts.ts';
import { ownDatabase } from '../../../../../tests/world/database.ts';
import { newTeacher, passPhrase, here } from '../../../../../tests/world/signing-in.ts';
import { giveOfficeCommand } from './offices-command.ts';
import { personOfAddress } from '../persons.sql.ts';

const database = ownDatabase();
const first = { ...newTeacher, email: 'first@central.example' };

beforeAll(() => compose(allParts));

async function emptied(): Promise<void> {
	const owner = new pg.Client(database.connection);
	await owner.connect();
	await owner.query('truncate people.person, people.login, people.link cascade');
	await owner.end();
}

test('V6: where people are, no link is made', async () => {
	expect(await makeSetUpLink(database.as(system))).toBeUndefined();
});

test('V6: the link of an empty installation makes one central officer and is worth nothing after', async () => {
	await emptied();
	const older = tokenOf(await makeSetUpLink(database.as(system)));
	const token = tokenOf(await makeSetUpLink(database.as(system)));
	const ctx = database.as(visitor);
	expect(await setUpIsOpen(ctx, older)).toBe(false);
	const late = { ...ctx, now: new Date(ctx.now.getTime() + 61 * 60_000) };
	expect(await makeFirstOfficer(late, { ...first, token })).toMatchObject({ reason: 'link-over' });
	expect(await makeFirstOfficer(ctx, { ...first, token, password: 'password1234' })).toMatchObject({
		reason: 'password-common',
	});
	expect((await makeFirstOfficer(ctx, { ...first, token })).ok).toBe(true);
	expect(await makeFirstOfficer(ctx, { ...first, token, email: 'second@central.example' })).toMatchObject({
		reason: 'link-over',
	});
	expect(await makeSetUpLink(database.as(system))).toBeUndefined();
	const signed = await signIn(ctx, { email: first.email, password: passPhrase, ...here });
	expect(signed.ok).toBe(true);
	const person = await personOfAddress(ctx, first.email);
	const officer = database.as({ kind: 'member', person: person?.id ?? '', session: 's' });
	expect(await ownOffices(officer)).toMatchObject([{ kind: 'central', organisation: { central: true } }]);
});

test('the command line gives an office to somebody with an account, and says what is wrong otherwise', async () => {
	const said: string[] = [];
	const run = (...words: string[]) =>
		giveOfficeCommand.run(database.as(system), words, (line) => said.push(line));
	await run('validator', 'pt', first.email.toUpperCase());
	expect(said).toEqual(['Nova Pessoa now holds the office validator at pt.']);
	const person = await personOfAddress(database.as(system), first.email);
	const officer = database.as({ kind: 'member', person: person?.id ?? '', session: 's' });
	expect(await ownOffices(officer)).toMatchObject([
		{ kind: 'central' },
		{ kind: 'validator', organisation: { country: 'PT' } },
	]);
	await expect(run('validator', 'pt', 'nobody@school.example')).rejects.toThrow('Nobody signs in');
	await expect(run('king', 'pt', first.email)).rejects.toThrow('offices give');
	await expect(run('central', 'pt', first.email)).rejects.toThrow('belongs to the organisation');
	await expect(run('validator', 'Portugal', first.email)).rejects.toThrow('neither two letters');
});

function tokenOf(address: string | undefined): string {
	return address?.split('/').at(-1) ?? '';
}
