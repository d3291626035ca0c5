import { expect, test } from 'vitest';
import {
	actorOfRequest,
	addAddress,
	addressOfLink,
	askForNewPassword,
	confirmOwnAddress,
	makeAddressMain,
	makeLogin,
	ownAddresses,
	removeAddress,
	signIn,
} from '#domain/people';
import { NotFound } from '#platform/errors';
import { visitor } from '#shared/actor';
import { testDatabase } from '../../../../../tests/world/database.ts';
import type { PersonName } from '../../../../../tests/world/names.ts';
import {
	here,
	join,
	network,
	passPhrase,
	signedIn,
	tokenInLetterTo,
	withLogin,
} from '../../../../../tests/world/signing-in.ts';

const database = testDatabase();
const second = 'ines-at-home@school.example';

async function signedInAs(name: PersonName) {
	const ctx = database.as(visitor);
	const { email } = await withLogin(ctx, name);
	return { email, as: { ...ctx, actor: await actorOfRequest(ctx, await signedIn(ctx, email)) } };
}

async function inesWithTwo() {
	const { as, email } = await signedInAs('ines');
	await addAddress(as, { email: second, network });
	const token = await tokenInLetterTo(as, second);
	expect(await confirmOwnAddress(as, { token, network })).toMatchObject({ ok: true });
	return { as, email, token };
}

const subjectsTo = async (to: string) =>
	(
		await database.db
			.selectFrom('platform.mail')
			.select('subject')
			.where('to_address', '=', to)
			.orderBy('id')
			.execute()
	).map(({ subject }) => subject);

test('an address counts once its letter is opened in the account that asked for it, and then signs in too', async () => {
	const { as, email } = await signedInAs('ines');
	await addAddress(as, { email: second, network });
	expect(await ownAddresses(as)).toMatchObject({
		confirmed: [{ email, main: true }],
		asked: [{ email: second }],
	});
	const enter = () => signIn(database.as(visitor), { email: second, password: passPhrase, ...here });
	expect(await enter()).toMatchObject({ reason: 'not-signed-in' });

	const token = await tokenInLetterTo(as, second);
	const marco = await signedInAs('marco');
	expect(await addressOfLink(marco.as, token)).toBeUndefined();
	expect(await confirmOwnAddress(marco.as, { token, network })).toMatchObject({ reason: 'link-over' });

	expect(await addressOfLink(as, token)).toBe(second);
	expect(await confirmOwnAddress(as, { token, network })).toMatchObject({ ok: true });
	expect(await confirmOwnAddress(as, { token, network })).toMatchObject({ reason: 'link-over' });
	expect(await ownAddresses(as)).toMatchObject({ confirmed: [{ email }, { email: second, main: false }] });
	expect(await enter()).toMatchObject({ ok: true });
	expect(await subjectsTo(email)).toContain('An address was added to your account');
});

test('V6: an address of somebody else is answered like any other; its owner alone learns of it', async () => {
	const marco = await signedInAs('marco');
	const { as } = await signedInAs('ines');
	expect(await addAddress(as, { email: marco.email, network })).toEqual(
		await addAddress(as, { email: second, network }),
	);
	expect((await ownAddresses(as)).asked.map(({ email }) => email).sort()).toEqual([second, marco.email]);
	expect(await tokenInLetterTo(as, marco.email)).toBe('');
	expect(await subjectsTo(marco.email)).toContain('This address has an account already');
});

test('who opens the letter after somebody else has joined with the address adds nothing', async () => {
	const { as } = await signedInAs('ines');
	await addAddress(as, { email: second, network });
	const token = await tokenInLetterTo(as, second);
	const somebody = { name: 'Somebody', locale: 'en', country: 'IT' } as const;
	await makeLogin(as, { person: somebody, email: second, password: passPhrase });
	expect(await confirmOwnAddress(as, { token, network })).toMatchObject({ reason: 'link-over' });
});

test('we write to the address that is chosen, and both hear of the change', async () => {
	const { as, email } = await inesWithTwo();
	expect(await makeAddressMain(as, { email: second })).toMatchObject({ ok: true });
	const person = await database.db
		.selectFrom('people.person')
		.select('email')
		.where('id', '=', 'person' in as.actor ? as.actor.person : '')
		.executeTakeFirst();
	expect(person?.email).toBe(second);
	for (const address of [email, second])
		expect(await subjectsTo(address)).toContain('We write to another address now');
});

test('the address we write to cannot be removed, and so one always stays', async () => {
	const { as, email } = await inesWithTwo();
	expect(await removeAddress(as, { email })).toMatchObject({ reason: 'address-main' });
	expect(await removeAddress(as, { email: second })).toMatchObject({ ok: true });
	expect(await removeAddress(as, { email })).toMatchObject({ reason: 'address-main' });
	expect(await signIn(database.as(visitor), { email: second, password: passPhrase, ...here })).toMatchObject({
		reason: 'not-signed-in',
	});
	// whoever lost it hears of it
	expect(await subjectsTo(second)).toContain('An address was removed from your account');
});

test('V8: nobody touches the address of another account', async () => {
	const marco = await signedInAs('marco');
	const { as } = await signedInAs('ines');
	for (const deed of [makeAddressMain, removeAddress])
		await expect(deed(as, { email: marco.email })).rejects.toThrow(NotFound);
});

test('a forgotten password is replaced through each address, and joining again with one of them makes no account', async () => {
	const { as } = await inesWithTwo();
	const ctx = database.as(visitor);
	await askForNewPassword(ctx, { email: second, network });
	expect(await tokenInLetterTo(ctx, second)).not.toBe('');
	await join(ctx, { email: second });
	expect(await subjectsTo(second)).toContain('You have an account already');
	expect((await ownAddresses(as)).confirmed).toHaveLength(2);
});

test('V7: addresses are changed only soon after a proof', async () => {
	const { as } = await inesWithTwo();
	const later = { ...as, now: new Date(as.now.getTime() + 16 * 60_000) };
	for (const refusal of [
		await addAddress(later, { email: 'third@school.example', network }),
		await makeAddressMain(later, { email: second }),
		await removeAddress(later, { email: second }),
	])
		expect(refusal).toMatchObject({ reason: 'prove-again' });
});
