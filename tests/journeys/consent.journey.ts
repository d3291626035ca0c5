// A teacher notes what families allow, shows a child on a public page only then, and takes it back in one act.
import { expect, test } from 'vitest';
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
	await ines.tick('Swift Heron');
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
	await ines.sees('These pages are no longer public from this moment');
	await ines.sees('Two rivers, two cities');
	await ines.press('Withdraw');
	await ines.sees('What it carried has ended');
	const gone = await visitor.page.goto(`${way.platform.url}${address}`);
	expect(gone?.status()).toBe(404);
});
