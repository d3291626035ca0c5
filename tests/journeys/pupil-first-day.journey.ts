// The first day of a class: the teacher makes cards with pictures and codes, opens the door on the wall, small and big
// pupils come in, one takes a new code, all without the teacher's account anywhere near; then the door is shut.
import { describe, expect, test } from 'vitest';
import { demoClassesAt } from '../world/visiting-pupils.ts';
import { bothWays, journey, type Traveller } from './people.ts';

describe.each(bothWays)('%s', (_, javaScript) => {
	const way = journey({ javaScript });
	const school = demoClassesAt(way.platform);

	test('those who cannot read come in by pictures while the door is open, the others with their cards', async () => {
		const ines = await way.known('ines');
		await ines.open('/me/classes');
		await ines.page.locator('main a[href*="/me/classes/"]').first().click();
		const classes = new URL(ines.page.url()).pathname.slice('/en'.length);
		await ines.tick('Card for Calm Otter');
		await ines.press('Make cards with pictures');
		const card = ines.page.locator('.sheet > li').first();
		const taps = await card.locator('ol .aloud').allTextContents();
		expect(taps).toHaveLength(4);

		const child = await way.traveller('en');
		await child.open('/pupil');
		await child.follow('I have a card with pictures');
		await child.fill('Code of the class', '7K3M-9QXA-2BTR');
		await child.press('Next');
		await child.sees('This door is shut');

		await ines.open(`${classes}/door`);
		await ines.press('Open it for 60 minutes');
		await ines.sees('Open until');
		const code = (await ines.page.locator('dd.code').textContent()) ?? '';
		expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
		await child.fill('Code of the class', code);
		await child.press('Next');
		await child.sees('Which one is yours?');
		// nobody's alias stands at the door
		await child.seesNothingOf('Calm Otter');
		await child.page.locator('.signs button').first().click();
		await child.sees('Tap your four pictures');
		await tap(child, [...taps].reverse());
		await child.sees('That was not it');
		await tap(child, taps);
		await child.sees('Hello, Calm Otter');
		await child.follow('Two rivers');

		const heron = await way.traveller('en');
		await heron.open('/pupil');
		await heron.fill('Code', school.codeOf('Swift Heron'));
		await heron.press('Go in');
		await heron.page.waitForURL(/\/pupil\/(home|spaces)/);
		await heron.page.getByRole('link', { name: 'My card' }).click();
		await heron.fill('The code on your card now', school.codeOf('Swift Heron'));
		await heron.press('Give me a new code');
		const fresh = (await heron.page.locator('p.code').textContent()) ?? '';
		await heron.open('/pupil/leave');
		await heron.page.locator('main form button').click();
		await heron.fill('Code', school.codeOf('Swift Heron'));
		await heron.press('Go in');
		await heron.sees('We do not know this code');
		await heron.fill('Code', fresh);
		await heron.press('Go in');
		await heron.page.waitForURL(/\/pupil\/(home|spaces)/);
		if (heron.page.url().endsWith('/home')) await heron.follow('Two rivers');
		await heron.page.getByRole('link', { name: 'My wall' }).click();
		await heron.page.locator('main textarea').first().fill('Bom dia, it is my first day.');
		await heron.press('Send');
		await heron.sees('Bom dia, it is my first day.');
		await child.page.getByRole('link', { name: 'Everyone' }).click();
		await child.sees('Swift Heron');

		await ines.press('Shut the door now');
		await ines.sees('Whoever is in stays in');
		await child.open('/pupil/class');
		await child.fill('Code of the class', code);
		await child.press('Next');
		await child.sees('This door is shut');
		await ines.open(classes);
		await ines.press('Allow it at school only');
		await heron.open('/pupil/leave');
		await heron.page.locator('main form button').click();
		await heron.fill('Code', fresh);
		await heron.press('Go in');
		await heron.sees('Your class goes in at school only');
	});
});

async function tap({ page }: Traveller, names: readonly string[]): Promise<void> {
	for (const [place, name] of names.entries()) {
		await page.locator('.pad button', { hasText: name }).click();
		if (place < names.length - 1) await page.locator('.places .full').nth(place).waitFor();
	}
}
