import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../../browser.ts';
import { atBrowser } from '../at-browser.ts';
import type { Role } from '../cast.ts';
import { stagedPlatform, type SharedStage } from '../shared-stage.ts';
import type { Place } from '../stage.ts';

const platform = stagedPlatform();
let stage: SharedStage;
let browser: Browser;
beforeAll(async () => {
	stage = platform.stage;
	browser = await launchBrowser();
}, 180_000);
afterAll(() => browser.close());

type Slip = {
	readonly does: string;
	readonly role: Role;
	readonly page: (here: Place) => string;
	/** What the browser itself lets through, and the platform does not. */
	readonly slip: (page: Page) => Promise<void>;
	readonly field: string;
};

const slips: readonly Slip[] = [
	{
		does: 'chooses a weak password',
		role: 'visitor',
		page: () => '/en/join',
		slip: async (page) => {
			await page.locator('input[name=name]').fill('Nova Pessoa');
			await page.locator('input[name=email]').fill('nova-again@school.example');
			await page.locator('input[name=password]').fill('password1234');
			await page.locator('select[name=country]').selectOption('PT');
		},
		field: '#join-password',
	},
	{
		does: 'gives an alias twice',
		role: 'founder',
		page: (here) => `/en/me/classes/${here.class}?number=2`,
		slip: async (page) => {
			for (const field of await page.locator('input[name=aliases]').all()) await field.fill('Same Swan');
		},
		field: '#add-aliases-1',
	},
	{
		does: 'names ages the wrong way round',
		role: 'founder',
		page: () => '/en/partners/posts/new',
		slip: async (page) => {
			await page.locator('input[name=kind]').first().check();
			await page.locator('input[name=title]').fill('Rivers');
			await page.locator('textarea[name=words]').fill('We look for a river.');
			await page.locator('[name=ages-from]').fill('12');
			await page.locator('[name=ages-to]').fill('9');
		},
		field: '#write-post-ages-to',
	},
];

test.each(slips.flatMap((slip) => [true, false].map((javaScript) => ({ ...slip, javaScript }))))(
	'whoever $does is taken to what is to be mended, and from there to the field (JavaScript: $javaScript)',
	async ({ role, page: address, slip, field, javaScript }) => {
		const context = await atBrowser(browser, platform, stage.cast[role], { javaScript });
		const page = await context.newPage();
		await page.goto(address(stage.places.here));
		if (javaScript) await page.waitForLoadState('networkidle');
		await slip(page);
		await page.locator(`form:has(${field}) button:not([type=button])`).last().click();
		const summary = page.locator('[role=alert]');
		await summary.waitFor();
		await expect.poll(() => summary.evaluate((element) => element === document.activeElement)).toBe(true);
		await summary.getByRole('link').first().click();
		const control = page.locator(field);
		const isThere = () =>
			control.evaluate((element) => element === document.activeElement || location.hash === `#${element.id}`);
		await expect.poll(isThere).toBe(true);
		const readWithIt = await control.getAttribute('aria-describedby');
		expect(readWithIt).toContain(`${field.slice(1)}-error`);
		await context.close();
	},
	60_000,
);
