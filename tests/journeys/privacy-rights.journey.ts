// A teacher takes along all that is kept of her, and nothing of others; then she goes, and is forgotten.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { areContacts } from '../world/a-project.ts';
import { people } from '../world/index.ts';
import { journey } from './people.ts';

const way = journey({ javaScript: true });

test('she downloads what is kept of her, with her own words and nobody else’s', async () => {
	await areContacts(way.platform, 'ines', 'freja');
	const freja = await way.known('freja');
	await freja.open(`/mailbox/${people.ines.id}`);
	await freja.fill('Your message', 'A secret of Freja’s own');
	await freja.press('Send');
	const ines = await way.known('ines');
	await ines.open(`/mailbox/${people.freja.id}`);
	await ines.fill('Your message', 'Words that are mine');
	await ines.press('Send');
	await ines.open('/me/security');
	await ines.follow('What is kept of me');
	if (/prove/.test(ines.page.url())) {
		await ines.fill('Password', way.password);
		await ines.press(/Go on|Continue|Prove/);
	}
	await ines.sees('Take it along');
	const [file] = await Promise.all([
		ines.page.waitForEvent('download'),
		ines.page.getByRole('button', { name: 'Download my data' }).click(),
	]);
	const taken = readFileSync(await file.path(), 'utf8');
	expect(taken).toContain('Words that are mine');
	expect(taken).toContain('ines@example.org');
	expect(taken).not.toContain('A secret of Freja');
	expect(taken).not.toContain(people.freja.name);
	expect(Object.keys(JSON.parse(taken) as object)).toEqual(
		expect.arrayContaining(['people', 'contacts', 'safety']),
	);
});

test('she goes: no sign-in, no trace for others, and a line in the ledger for backups', async () => {
	const ines = await way.known('ines');
	await ines.open('/me/privacy');
	await ines.tick(/Yes, remove my account/);
	await ines.press('Remove my account');
	await ines.sees('Your account is removed');
	await ines.open('/sign-in');
	await ines.page.locator('input[name=email]').first().fill('ines@example.org');
	await ines.page.locator('input[name=password]').first().fill(way.password);
	await ines.press('Sign in');
	expect(ines.page.url()).toContain('sign-in');
	const freja = await way.known('freja');
	await freja.open('/mailbox');
	await freja.seesNothingOf(people.ines.name);
	await way.work('privacy.replay-erasures');
	expect(readFileSync(join(way.platform.dataFolder, 'erasures'), 'utf8')).toContain(people.ines.id);
	const answer = await freja.page.goto(`${way.platform.url}/en/people/${people.ines.id}`);
	expect(answer?.status()).toBe(404);
});
