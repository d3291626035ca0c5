// A visitor without an account reports a public page, follows it by its number, and does not agree: somebody else decides.
import { describe, expect, test } from 'vitest';
import { demoClassesAt } from '../world/visiting-pupils.ts';
import { bothWays, journey, type Traveller } from './people.ts';

describe.each(bothWays)('%s', (_name, javaScript) => {
	const way = journey({ javaScript });
	const school = demoClassesAt(way.platform);
	const space = () => school.teachersHome('Two rivers').slice('/en'.length);
	let visitor: Traveller;
	let receipt: string;
	let publicPage: string;

	test('a visitor reports a public page and gets a number at once', async () => {
		visitor = await way.traveller();
		await visitor.open(space().replace(/\/twinspace$/, ''));
		await visitor.follow('Two rivers, two cities');
		publicPage = new URL(visitor.page.url()).pathname.slice('/en'.length);
		await visitor.follow('Report this page');
		await visitor.sees('You need no account and leave no name');
		await visitor.tick('Taken from somebody else');
		await visitor.fill('Anything else we should know', 'The second picture is from our book.');
		await visitor.press('Report');
		await visitor.sees(/Somebody will look at it: within 4 hours/);
		receipt = new URL(visitor.page.url()).pathname.slice('/en'.length);
		expect(receipt).toMatch(/\/reports\/[0-9A-Z]{12}$/);
	});

	test('a teacher decides, and the visitor reads why and does not agree', async () => {
		const freja = await way.known('freja');
		await freja.open(`${space()}/reports`);
		await freja.page
			.locator('section', { hasText: 'Somebody without an account' })
			.getByRole('link', { name: 'Look and decide' })
			.click();
		await freja.tick('It may stay');
		await freja.tick('Taken from somebody else');
		await freja.fill('Your reasons, in a few words', 'We took this picture ourselves.');
		await freja.press('Decide');
		await freja.sees('Settled');
		await visitor.open('/reports');
		const number = receipt.split('/').at(-1) ?? '';
		await visitor.fill('Number of the report', number.toLowerCase());
		await visitor.press('Show');
		await visitor.sees('It stays as it is.');
		await visitor.sees('We took this picture ourselves.');
		await visitor.fill('Why do you think that the decision is wrong?', 'It is on page 12 of our book.');
		await visitor.press('Ask for another look');
		await visitor.sees('Your request has arrived');
	});

	test('somebody else removes it from the public, and both sides read the reasons', async () => {
		const anna = await way.atDesk('anna');
		await anna.open('/desk/moderation');
		await anna.follow(/Public page/);
		await anna.press('Open the words');
		await anna.sees('It is on page 12 of our book.');
		await anna.tick('Remove it');
		await anna.tick('Taken from somebody else');
		await anna.fill('Your reasons, in a few words', 'The publisher showed us the page.');
		await anna.press('Decide');
		await anna.sees('Decided once more');
		await visitor.open(receipt);
		await visitor.sees('The publisher showed us the page.');
		const gone = await visitor.page.goto(`${way.platform.url}/en${publicPage}`);
		expect(gone?.status()).toBe(404);
		const ines = await way.known('ines');
		await ines.open('/notices');
		await ines.follow(/A decision about something you wrote/);
		await ines.sees('The publisher showed us the page.');
	});
});
