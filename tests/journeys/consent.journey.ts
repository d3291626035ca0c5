// A teacher notes what families allow, shows a child on a public page only then, and takes it back in one act.
import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { honestPicture } from '../world/hostile-files.ts';
import { demoClassesAt } from '../world/visiting-pupils.ts';
import { journey } from './people.ts';

const way = journey({ javaScript: true });
const school = demoClassesAt(way.platform);

test('a form in the parents’ language, the ledger, a public page with a child, and its end', async () => {
	const ines = await way.known('ines');
	await ines.open('/me/classes');
	await ines.page.locator('main a[href*="/me/classes/"]').first().click();
	await ines.follow('Consents');
	await ines.sees('a child of 13 or older decides alone');
	const ledger = new URL(ines.page.url()).pathname.slice('/en'.length);
	await ines.open(`${ledger}/form?language=ar`);
	await ines.page.locator('article[lang=ar][dir=rtl]', { hasText: 'يشارك طفلكم' }).waitFor();
	await ines.open(ledger);
	await ines.tick('Swift Heron');
	await ines.tick(/Pictures for everybody/);
	await ines.tick('A parent');
	await ines.press('I have the signed form: note it');
	await ines.sees('It holds until the end of the school year');
	await ines.sees(/A parent, until/);

	const space = school.teachersHome('Two rivers').slice('/en'.length);
	await ines.open(`${space}/pages`);
	await ines.follow('Two rivers, two cities');
	const page = new URL(ines.page.url()).pathname.slice('/en'.length);
	await ines.open(`${page}/public`);
	await ines.press(/Withdraw|Take/);
	await ines.open(`${page}/public`);
	// the same name stands beside each picture of the page, too
	const publishing = ines.page.locator('main form[action*="publish"]');
	await publishing.getByLabel('Swift Heron').check();
	await ines.page.locator('main input[name=confirmed]').check();
	await ines.page.locator('main form[action*="publish"] button').click();
	await ines.page.waitForURL(/told=published/);
	const address = await ines.page
		.locator('main a[href*="/pages/two-rivers-two-cities-"]')
		.first()
		.getAttribute('href');
	const visitor = await way.traveller();
	await visitor.open((address ?? '').slice('/en'.length));
	await visitor.seesNothingOf('Swift Heron');

	await ines.open(ledger);
	await ines.follow(/Withdraw Swift Heron, Pictures for everybody/);
	await ines.sees('The page “Two rivers, two cities” is no longer public.');
	await ines.press('Withdraw');
	await ines.sees('What it carried has ended');
	const gone = await visitor.page.goto(`${way.platform.url}${address}`);
	expect(gone?.status()).toBe(404);
});

test('faces are blurred before anything is sent, and the teacher is asked who is on it', async () => {
	const ines = await way.known('ines');
	const space = school.teachersHome('Two rivers').slice('/en'.length);
	await ines.open(`${space}/materials/add`);
	const picture = { name: 'us.jpg', mimeType: 'image/jpeg', buffer: await honestPicture('jpeg', 1200) };
	const field = ines.page.locator('input[type=file]');
	await field.setInputFiles(picture);
	const clear = await fingerprint(field);
	await ines.press('Blur faces');
	await ines.page.locator('canvas').waitFor();
	// with the keyboard alone, and with a brush
	await ines.page.getByLabel('Width').fill('50');
	await ines.press('Blur this area');
	await ines.sees('1 place is blurred.');
	await ines.page.locator('canvas').click({ position: { x: 20, y: 20 } });
	await ines.sees('2 places are blurred.');
	await ines.press('Take the last one back');
	await ines.sees('1 place is blurred.');
	await ines.press('Take it like this');
	await ines.sees('Blurred. It will be sent like this.');
	expect(await fingerprint(field)).not.toBe(clear);
	await ines.press('Send');
	await ines.page.getByRole('link', { name: 'It is here. Look at it' }).click();
	await ines.sees('Nobody has said yet who can be recognised on it.');
});

/** What the file field holds, by name, length and a sum of its bytes. */
async function fingerprint(field: Locator): Promise<string> {
	return field.evaluate(async (input: HTMLInputElement) => {
		const [file] = input.files ?? [];
		const bytes = new Uint8Array((await file?.arrayBuffer()) ?? new ArrayBuffer(0));
		return `${file?.name} ${bytes.length} ${bytes.reduce((sum, byte) => (sum * 31 + byte) % 1_000_003, 7)}`;
	});
}
