// What pupils write waits for a teacher, a worried child is heard at once, and those who look are never harmed by it.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { demoClassesAt } from '../world/visiting-pupils.ts';
import { journey, type Traveller } from './people.ts';

const way = journey({ javaScript: true });
const school = demoClassesAt(way.platform);
const space = () => school.teachersHome('Two rivers').slice('/en'.length);
const pupils = () => school.pupilsHome('Two rivers').slice('/en'.length);
const hostile = '<img src="http://evil.example/x.png" onerror="alert(1)"> "><script>alert(2)</script>';

async function pupil(alias: string): Promise<Traveller> {
	const child = await way.traveller();
	await child.open('/pupil');
	await child.page.locator('input[name=card]').fill(school.codeOf(alias));
	await child.page.locator('main').getByRole('button').first().click();
	await child.page.waitForURL(/pupil\/(home|spaces)/);
	return child;
}

test('a post waits until a teacher has looked; a worrying one is gone at once and handed on', async () => {
	const ines = await way.known('ines');
	await ines.open(`${space()}/reports`);
	await ines.tick('Every post of a pupil');
	await ines.press('Save');
	await ines.sees('It holds for what is written from now on');

	const heron = await pupil('Swift Heron');
	await heron.open(`${pupils()}/wall`);
	await heron.page.locator('main form[action*="write"] textarea').fill(`Look what I found ${hostile}`);
	await heron.page.locator('main form[action*="write"] button').click();
	await heron.sees('Look what I found');
	const otter = await pupil('Modig Odder');
	const wall = await heronsWall(otter);
	await otter.open(wall);
	await otter.seesNothingOf('Look what I found');

	const freja = await way.known('freja');
	await freja.open(`${space()}/reports`);
	await freja.sees('Posts of pupils wait here');
	await freja.page
		.locator('section', { hasText: 'Look what I found' })
		.getByRole('link', { name: 'Look and decide' })
		.click();
	await freja.tick('It may stay');
	await freja.tick('Something else');
	await freja.press('Decide');
	await otter.open(wall);
	await otter.sees('Look what I found');

	await otter.page
		.locator('article', { hasText: 'Look what I found' })
		.getByRole('link', { name: 'Tell a teacher' })
		.click();
	await otter.tick('Unkind or hurtful');
	await otter.press('Tell a teacher');
	await otter.sees('Thank you');
	await freja.open(`${space()}/reports`);
	await freja.page
		.locator('section', { hasText: 'Look what I found' })
		.getByRole('link', { name: 'Look and decide' })
		.first()
		.click();
	await freja.press('Hand it to the support organisation');
	await freja.sees('The support organisation has it too');
});

test('a moderator looks without harm, decides with a reason, and takes the figures along', async () => {
	const anna = await way.atDesk('anna');
	const outside: string[] = [];
	anna.page.on('request', (request) => {
		if (!request.url().startsWith(way.platform.url)) outside.push(request.url());
	});
	anna.page.on('dialog', (dialog) => outside.push(dialog.message()));
	const answer = await anna.page.goto(`${way.platform.url}/en/desk/moderation`);
	expect(answer?.headers()['content-security-policy']).toMatch(/^default-src 'none'; style-src 'self'/);
	expect(answer?.headers()['content-security-policy']).not.toContain('script-src');
	await anna.follow(/Post in a TwinSpace/);
	await anna.seesNothingOf('Look what I found');
	await anna.press('Open the words');
	await anna.sees('onerror="alert(1)"');
	expect(outside).toEqual([]);
	await anna.seesNothingOf('Swift Heron');
	await anna.tick('Remove it');
	await anna.tick('Does not belong in school');
	await anna.fill('Your reasons, in a few words', 'This is a trick with code, and nothing for a wall.');
	await anna.press('Decide');
	await anna.sees('It was removed.');
	await anna.open('/desk/moderation');
	const [file] = await Promise.all([
		anna.page.waitForEvent('download'),
		anna.page
			.locator('main')
			.getByRole('link', { name: /Figures of/ })
			.first()
			.click(),
	]);
	expect(readFileSync(await file.path(), 'utf8')).toContain('not-for-school');

	const heron = await pupil('Swift Heron');
	await heron.open(`${pupils()}/wall`);
	await heron.follow('You do not agree?');
	await heron.sees('This is a trick with code');
	await heron.fill('Why do you think that the decision is wrong?', 'I only tried it.');
	await heron.press('Ask for another look');
	await heron.sees('Your request has arrived');
	// nothing is between the child and the moderator alone
	const freja = await way.known('freja');
	await freja.open(`${space()}/reports`);
	await freja.sees('This is a trick with code');
	await freja.sees('I only tried it.');
});

/** Where the classmate of the partner school finds the heron's wall. */
async function heronsWall(reader: Traveller): Promise<string> {
	await reader.open(`${pupils()}/people`);
	const link = reader.page
		.locator('main')
		.getByRole('link', { name: /Swift Heron/ })
		.first();
	return (await link.getAttribute('href'))?.slice('/en'.length) ?? '';
}
