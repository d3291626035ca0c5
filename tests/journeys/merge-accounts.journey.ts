// A teacher has two accounts and makes one of them, undoes it and does it again; for another an officer asks, and she
// says no by the letter. Once with and once without JavaScript.
import { describe, expect, test } from 'vitest';
import { system } from '#shared/actor';
import { tokenInLetterTo } from '../world/signing-in.ts';
import { bothWays, journey, type Journey, type Traveller } from './people.ts';

describe.each(bothWays)('two accounts become one %s', (_, javaScript) => {
	const way = journey({ javaScript });
	let ines: Traveller;

	test('she proves the other account and sees what would move', async () => {
		await way.known('tiago');
		ines = await way.known('ines');
		await ines.open('/me/security');
		await ines.follow('Unite two accounts');
		await proveTiago(ines, 'wrong wrong wrong');
		await ines.sees('This address and password do not belong together.');
		await proveTiago(ines, way.password);
		await ines.sees('What moves to this account');
		await ines.sees('Places at schools');
	});

	test('once united, his address opens her account', async () => {
		await unite(ines);
		await ines.sees(/United; can be undone until/);
		const again = await signsIn(way, 'tiago@example.org');
		await again.sees(/Good to see you, Inês/);
	});

	test('she undoes it, and each is again who they were', async () => {
		await ines.page.locator('summary', { hasText: 'Take them apart again' }).click();
		await ines.press('Yes, take them apart');
		await ines.sees('The two accounts are apart again');
		const tiago = await signsIn(way, 'tiago@example.org');
		await tiago.sees(/Good to see you, Tiago/);
	});

	test('an officer asks for two accounts, sees both, and writes to both', async () => {
		const rui = await way.atDesk('rui');
		await rui.open('/desk/merging');
		await rui.fill('Address of the account that stays', 'ines@example.org');
		await rui.fill('Address of the account that is given up', 'nobody@example.org');
		await rui.press('Look at both');
		await rui.sees('No account of your country has this address.');
		await rui.fill('Address of the account that is given up', 'tiago@example.org');
		await rui.press('Look at both');
		await rui.sees(/Is given up: Tiago/);
		await rui.fill('Why do you think that both are one person?', 'The head of the school told us so.');
		await rui.press('Write to both addresses');
		await rui.sees('We have written to both addresses.');
		await rui.sees(/Waits for a no until/);
	});

	test('he says no by the link of the letter, without signing in', async () => {
		const token = await tokenInLetterTo(way.platform.as(system), 'tiago@example.org');
		const tiago = await way.traveller();
		await tiago.open(`/merging/${token}`);
		await tiago.sees(/A support organisation wants to unite tiago@example.org with ines@example.org/);
		await tiago.press('Yes, I say no');
		await tiago.sees('Somebody said no');
		const entries = await way.platform.db
			.selectFrom('platform.audit_entry')
			.select('action')
			.where('subject_kind', '=', 'merging')
			.orderBy('id')
			.execute();
		expect(entries.map(({ action }) => action)).toEqual([
			'people.accounts-united',
			'people.accounts-separated',
			'people.merging-asked',
			'people.merging-refused',
		]);
	});
});

async function proveTiago(ines: Traveller, password: string): Promise<void> {
	await ines.fill('Address of the other account', 'tiago@example.org');
	await ines.fill('Its password', password);
	await ines.press('Show what would be united');
}

async function unite(ines: Traveller): Promise<void> {
	await ines.page.locator('summary', { hasText: 'Unite the two accounts' }).click();
	await ines.press('Yes, unite them');
	await ines.sees('The two accounts are one now.');
}

/** With the password of the account that is open now. */
async function signsIn(way: Journey, email: string): Promise<Traveller> {
	const traveller = await way.traveller();
	await traveller.open('/sign-in');
	await traveller.page.locator('input[name=email]').first().fill(email);
	await traveller.page.locator('input[name=password]').first().fill(way.password);
	await traveller.press('Sign in');
	return traveller;
}
