// Finding partners: the same page with and without JavaScript; with it, typing and ticking load nothing anew.
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { system } from '#shared/actor';
import { launchBrowser } from '../browser.ts';
import { runningPlatform } from '../world/running-platform.ts';
import { passPhrase, withLogin } from '../world/signing-in.ts';

const platform = runningPlatform();
let browser: Browser | undefined;
let email = '';

beforeAll(async () => {
	browser = await launchBrowser();
	email = (await withLogin(platform.as(system), 'ines')).email;
});
afterAll(() => browser?.close());

async function arrive(javaScriptEnabled: boolean): Promise<Page> {
	if (!browser) throw new Error('no browser');
	const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 1280, height: 800 } });
	const page = await context.newPage();
	await page.goto(`${platform.url}/en/sign-in`);
	await page.locator('input[name=email]').first().fill(email);
	await page.locator('input[name=password]').first().fill(passPhrase);
	await page.locator('main form button').first().click();
	await page.waitForURL(/\/me$/);
	await page.goto(`${platform.url}/en/partners`);
	return page;
}

const total = (page: Page) => page.locator('#total').textContent();
const titles = (page: Page) => page.locator('article h3').allTextContents();

test('without JavaScript a teacher finds by a misspelt word, a filter, a tab, and takes the filter away again', async () => {
	const page = await arrive(false);
	await page.locator('input[name=q]').fill('skovbaken');
	await page.getByRole('button', { name: 'Find' }).click();
	expect(await page.locator('.meant').textContent()).toContain('Skovbakkeskolen');
	await page.getByRole('link', { name: /^Teachers/ }).click();
	expect(await titles(page)).toEqual(['Freja Holm']);
	await page.goto(`${platform.url}/en/partners?kind=person`);
	await page.locator('summary', { hasText: 'Subject' }).click();
	await page.getByRole('checkbox', { name: /^Music/ }).check();
	await page.getByRole('button', { name: 'Show what fits' }).click();
	expect(await titles(page)).toEqual(['Tiago Nunes']);
	expect(page.url()).toContain('kind=person');
	await page.getByRole('link', { name: 'Without Music' }).click();
	expect(await total(page)).toContain('7');
	await page.context().close();
});

test('with it, words and ticks change the results in place, are told, stand in the address and go back', async () => {
	const page = await arrive(true);
	await page.evaluate(() => Object.assign(window, { still: true }));
	await page.locator('input[name=q]').pressSequentially('freja', { delay: 30 });
	await page.waitForFunction(() => document.querySelectorAll('article').length === 1);
	expect(await page.locator('input[name=q]').evaluate((input) => input === document.activeElement)).toBe(
		true,
	);
	expect(new URL(page.url()).search).toBe('?q=freja');
	expect(await page.locator('[data-announce]').textContent()).toBe(await total(page));
	await page.locator('input[name=q]').fill('');
	await page.waitForFunction(() => document.querySelectorAll('article').length > 10);
	await page.locator('summary', { hasText: 'Subject' }).click();
	await page.getByRole('checkbox', { name: /^Music/ }).focus();
	await page.keyboard.press('Space');
	await page.waitForFunction(() => document.querySelectorAll('article').length === 1);
	expect(await titles(page)).toEqual(['Tiago Nunes']);
	const focused = await page.evaluate(() => (document.activeElement as HTMLInputElement).value);
	expect(focused).toBe('music');
	expect(await page.getByRole('checkbox', { name: /^Music/ }).isVisible()).toBe(true);
	await page.goBack();
	await page.waitForFunction(() => document.querySelectorAll('article').length > 10);
	expect(await page.evaluate(() => (window as { still?: boolean }).still)).toBe(true);
	await page.context().close();
});

test('without JavaScript a teacher describes a class, reads why somebody fits, and puts one away and back', async () => {
	const page = await arrive(false);
	await page.goto(`${platform.url}/en/partners/suggestions`);
	await page.getByRole('link', { name: 'Describe a class' }).first().click();
	await page.getByLabel('What you call the class').fill('4.º B');
	await page.locator('[name=ages-from]').fill('9');
	await page.locator('[name=ages-to]').fill('11');
	await page.getByLabel('How many pupils').fill('22');
	await page.locator('input[name=languages][value=en]').check();
	await page.locator('main form button').first().click();
	await page.waitForURL(/\/partners\/suggestions/);
	const suggested = page.locator('article h3');
	const reasons = await page.locator('li:has(> article)').first().getByRole('listitem').allTextContents();
	expect(reasons.join()).toMatch(/Both speak English|in both classes/);
	const names = await suggested.allTextContents();
	await page.getByRole('button', { name: 'Not for me' }).first().click();
	expect(await suggested.allTextContents()).toEqual(names.slice(1));
	await page.getByRole('button', { name: 'Suggest them again' }).first().click();
	expect(await suggested.allTextContents()).toEqual(names);
	await page.context().close();
});

test.each([
	['with', true],
	['without', false],
])(
	'%s JavaScript the map shows where the same hits are, and its table leads to them',
	async (_, javaScript) => {
		const page = await arrive(javaScript);
		const main = page.getByRole('main');
		const rows = async () =>
			(await main.locator('tbody tr').all()).map(async (row) => row.locator('th, td').allInnerTexts());
		const table = async () => Promise.all(await rows());
		await page.goto(`${platform.url}/en/partners?kind=person`);
		const listed = await total(page);
		await main.getByRole('link', { name: 'Map', exact: true }).click();
		await page.waitForURL(/\/partners\/map\?kind=person/);
		expect(await main.getByRole('heading', { level: 2 }).first().textContent()).toBe(listed);
		const found = (await table()).reduce((sum, [, count]) => sum + Number(count), 0);
		expect(listed).toContain(String(found));

		await main.locator('summary', { hasText: 'Filters' }).click();
		await main.locator('summary', { hasText: 'Subject' }).click();
		await main.getByRole('checkbox', { name: /^Music/ }).check();
		await main.getByRole('button', { name: 'Show what fits' }).click();
		await page.waitForURL(/subject=music/);
		expect((await table()).map((row) => row.slice(0, 2))).toEqual([['Portugal', '1']]);
		await main.locator('table').getByRole('link', { name: 'Portugal' }).click();
		await page.waitForURL(/country=PT/);
		expect(await table()).toEqual([['Porto', '1', 'Escola Básica da Ribeira']]);
		await main.locator('table').getByRole('link', { name: 'Porto' }).click();
		await page.waitForURL(/\/partners\?.*town=PT\+Porto/);
		expect(await titles(page)).toEqual(['Tiago Nunes']);
		expect(page.url()).toContain('subject=music');
		await page.goBack();
		await main.getByRole('link', { name: 'Without Music' }).click();
		await page.waitForURL(/\/partners\/map\?kind=person&country=PT$/);
		await main.getByRole('link', { name: 'Take all filters away' }).click();
		await page.waitForURL(/\/partners\/map$/);
		await page.goto(`${platform.url}/en/partners?town=PT+Porto&kind=person`);
		await page.locator('input[name=q]').fill('tiago');
		await page.locator('input[name=q]').press('Enter');
		await page.waitForURL(/q=tiago.*town=PT\+Porto|town=PT\+Porto.*q=tiago/);
		await main.getByRole('link', { name: 'Without Porto' }).click();
		await page.waitForURL(/\/partners\?q=tiago&kind=person$/);
		await page.goto(`${platform.url}/en/partners/map?q=skovbaken`);
		await main.getByText('Skovbakkeskolen').first().waitFor();

		await page.goto(`${platform.url}/en/partners/map?q=xyzzyq`);
		await main.getByText('Nothing fits all of this').waitFor();
		expect(await main.locator('table').count()).toBe(0);
		await page.context().close();
	},
);

test('nothing stands in anybody’s way: axe finds no fault on a full, a guessing and an empty page', async () => {
	const page = await arrive(true);
	for (const address of [
		'',
		'?q=skovbaken',
		'?subject=art&country=DK',
		'/suggestions',
		'/classes',
		'/classes/new',
		'/map',
		'/map?country=DK',
		'/map?q=xyzzyq',
	]) {
		await page.goto(`${platform.url}/en/partners${address}`);
		const { violations } = await new AxeBuilder({ page }).analyze();
		expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
	}
	await page.context().close();
});
