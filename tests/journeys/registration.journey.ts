// From the home page to "waiting for validation" in one screen, with less than a minute of typing; nothing typed is lost.
import { afterAll, describe, expect, test } from 'vitest';
import { bothWays, confirmByLetter, journey, type Traveller } from './people.ts';

/** A teacher who writes 36 words a minute and looks up three seconds for every list and button. */
const secondsAKey = 1 / 3;
const secondsAChoice = 3;

const who = {
	name: 'Beatriz Lima',
	email: 'beatriz.lima@escola-ribeira.example',
	password: 'chuva pedra lanterna quatro',
};

/** Counts what the person at the keyboard does. */
class Hand {
	keys = 0;
	choices = 0;
	readonly screens = new Set<string>();
	readonly teacher: Traveller;
	constructor(teacher: Traveller) {
		this.teacher = teacher;
	}

	async type(label: string, text: string): Promise<void> {
		this.keys += text.length;
		const field = this.teacher.page.locator('main').getByLabel(label).first();
		await field.pressSequentially(text);
		this.screens.add(new URL(this.teacher.page.url()).pathname);
	}

	async choose(label: string | RegExp, option: string): Promise<void> {
		this.choices++;
		await this.teacher.choose(label, option);
	}

	async press(button: string | RegExp): Promise<void> {
		this.choices++;
		await this.teacher.press(button);
	}

	get seconds(): number {
		return this.keys * secondsAKey + this.choices * secondsAChoice;
	}
}

describe.each(bothWays)('a teacher of a school in the register %s', (_, javaScript) => {
	const way = journey({ javaScript });
	const measured: string[] = [];
	afterAll(() => console.log(measured.join('\n')));

	test('gets from the home page to “waiting for validation” in one screen and under a minute of typing', async () => {
		const beatriz = await way.traveller();
		const hand = new Hand(beatriz);
		await beatriz.open('');
		await beatriz.follow('Join');
		await hand.choose('Country of your school', 'Portugal');
		if (javaScript) {
			await hand.type('Name of the school', 'ribera');
			await beatriz.page.getByRole('option', { name: /Escola Básica da Ribeira/ }).click();
			hand.choices++;
		} else {
			await hand.type('Name of the school', 'ribera');
			await hand.press('Search');
			await beatriz.tick(/Escola Básica da Ribeira/);
			hand.choices++;
		}
		await hand.type('Your name', who.name);
		await hand.type('E-mail address', who.email);
		await hand.type('Password', who.password);
		await hand.press('Join');
		await confirmByLetter(beatriz);
		hand.choices += 2;
		expect(new URL(beatriz.page.url()).pathname).toBe('/en/me/status');
		await beatriz.sees('Being checked');
		await beatriz.sees('National Support Organisation Portugal');
		expect([...hand.screens]).toEqual(['/en/join']);
		measured.push(
			`registration ${_}: ${hand.keys} keys and ${hand.choices} choices, ${hand.seconds.toFixed(0)} s of typing`,
		);
		expect(hand.seconds).toBeLessThan(60);
	});

	test('what is to be mended is said beside its field, and nothing else is lost', async () => {
		const rita = await way.traveller();
		await rita.open('/join');
		await rita.choose('Country of your school', 'Portugal');
		await rita.page.locator('summary', { hasText: 'My school is not in the list' }).click();
		await rita.page.locator('[name=school-name]').fill('Escola do Vale Verde');
		await rita.page.locator('[name=school-town]').fill('Viseu');
		await rita.choose('What you do there', 'Office, canteen, company or other work without pupils');
		await rita.fill('Your name', 'Rita Vale');
		await rita.fill('E-mail address', 'rita@vale.example');
		await rita.fill('Password', who.password);
		await rita.press('Join');
		await rita.sees(/eTwinning is for teachers/);
		for (const [name, value] of [
			['country', 'PT'],
			['school-name', 'Escola do Vale Verde'],
			['school-town', 'Viseu'],
			['name', 'Rita Vale'],
			['email', 'rita@vale.example'],
		])
			expect(await rita.page.locator(`main [name="${name}"]`).inputValue()).toBe(value);
		await rita.choose('What you do there', 'Teacher');
		await rita.fill('Password', who.password);
		await rita.press('Join');
		await confirmByLetter(rita);
		await rita.sees('Escola do Vale Verde');
		await rita.sees('Waits for the school');
	});

	// a page without a script keeps what the browser keeps
	if (javaScript) {
		test('what is typed before the script of the page has come stays', async () => {
			const otto = await way.traveller();
			await otto.open('');
			let letGo: () => void = () => undefined;
			const late = new Promise<void>((resolve) => (letGo = resolve));
			await otto.page.route('**/*.js', async (route) => {
				await late;
				await route.continue();
			});
			await otto.page.goto(`${new URL(otto.page.url()).origin}/en/join`, { waitUntil: 'commit' });
			await otto.page.locator('main [name=name]').fill('Otto Sommer');
			await otto.page.locator('main select[name=country]').selectOption('PT');
			await otto.page.locator('main').getByLabel('Name of the school').first().pressSequentially('ribera');
			letGo();
			await otto.page.waitForLoadState('networkidle');
			await otto.page.getByRole('option', { name: /Escola Básica da Ribeira/ }).click();
			expect(await otto.page.locator('main [name=name]').inputValue()).toBe('Otto Sommer');
			expect(await otto.page.locator('main [name=country]').inputValue()).toBe('PT');
		});

		test('a reload takes nothing away', async () => {
			const nuno = await way.traveller();
			await nuno.open('/join');
			await nuno.choose('Country of your school', 'Portugal');
			await nuno.page.locator('main').getByLabel('Name of the school').first().pressSequentially('ribera');
			await nuno.page.getByRole('option', { name: /Escola Básica da Ribeira/ }).click();
			await nuno.fill('Your name', 'Nuno Reis');
			await nuno.page.reload();
			await nuno.page.waitForLoadState('networkidle');
			expect(await nuno.page.locator('main [name=name]').inputValue()).toBe('Nuno Reis');
			expect(await nuno.page.locator('main [name=country]').inputValue()).toBe('PT');
			await expect
				.poll(() => nuno.page.locator('main').getByLabel('Name of the school').first().inputValue())
				.toBe('Escola Básica da Ribeira');
			expect(await nuno.page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain(who.password);
			await nuno.fill('E-mail address', 'nuno@example.com');
			await nuno.fill('Password', who.password);
			await nuno.press('Join');
			await confirmByLetter(nuno);
			await nuno.sees('Escola Básica da Ribeira');
			expect(
				await nuno.page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith('draft'))),
			).toEqual([]);
		});
	}
});
