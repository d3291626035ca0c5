// What stands at the foot of every page: anybody finds it, reads it in every language, and a machine finds no fault.
import AxeBuilder from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { system } from '#shared/actor';
import { locales } from '#shared/locales';
import { launchBrowser } from '../browser.ts';
import { aCard } from '../world/a-card.ts';
import { offices } from '../world/index.ts';
import { runningPlatform } from '../world/running-platform.ts';
import { aVisitor, signedInAs } from '../world/visiting.ts';

const mail = 'privacy@ministry.example';
const platform = runningPlatform({
	environment: { OPERATOR_NAME: 'Ministry of Education', OPERATOR_MAIL: mail },
});
const forAdults = ['about', 'privacy', 'privacy/register', 'accessibility', 'conduct'];
const forPupils = ['pupil/privacy', 'pupil/conduct'];
let browser: Browser | undefined;

beforeAll(async () => {
	browser = await launchBrowser();
});
afterAll(() => browser?.close());

test('every page leads to who we are and what you may expect, signed in or not', async () => {
	for (const reader of [aVisitor(platform), await signedInAs(platform, 'ines')]) {
		const { text } = await reader.get('/en/projects');
		const foot = /<footer[\s\S]*<\/footer>/.exec(text)?.[0] ?? '';
		for (const page of [...forAdults, 'about#source']) expect(foot).toContain(`href="/en/${page}"`);
	}
});

test.each(locales)('in %s each of these pages has its words, one heading, and no script', async (locale) => {
	const reader = aVisitor(platform);
	for (const page of [...forAdults, ...forPupils]) {
		const { status, text } = await reader.get(`/${locale}/${page}`);
		expect([page, status]).toEqual([page, 200]);
		expect(text.match(/<h1/g)).toHaveLength(1);
		expect(text.match(/<h2/g)?.length).toBeGreaterThan(1);
		expect(text).not.toContain('<script');
	}
});

test('what these pages link to opens for whoever reads them, at a desk too', async () => {
	const officer = await signedInAs(platform, 'rui');
	await officer.send('/en/me/desk?/enter', { office: offices.rui });
	for (const reader of [aVisitor(platform), await signedInAs(platform, 'amelie'), officer]) {
		for (const page of forAdults) {
			const { text } = await reader.get(`/en/${page}`);
			const main = /<main[\s\S]*<\/main>/.exec(text)?.[0] ?? '';
			for (const [, path = ''] of main.matchAll(/href="(\/en\/[^"#]*)/g)) {
				expect([page, path, (await reader.get(path)).status]).toEqual([page, path, 200]);
			}
		}
	}
});

test('whoever runs the installation can be written to about data, accessibility and conduct', async () => {
	for (const page of ['about', 'privacy', 'accessibility', 'conduct']) {
		expect((await aVisitor(platform).get(`/fr/${page}`)).text).toContain(`mailto:${mail}`);
	}
});

test('what the central desk writes is read at once, as words and never as markup; others are told of it', async () => {
	const anna = await signedInAs(platform, 'anna');
	await anna.send('/en/me/desk?/enter', { office: offices.anna });
	const desk = '/en/desk/settings/texts/conduct-pupils/da';
	const body = '## :heart: Vær god\n<img src=x onerror=alert(1)> [regler](/conduct) {contact}\n\n{contact}';
	expect((await anna.send(`${desk}?/look`, { body, base: '0' })).text).toContain('&lt;img src=x onerror');
	expect((await anna.send(`${desk}?/write`, { body: '## A\n{nothing}', base: '0' })).status).toBe(409);
	expect((await anna.send(`${desk}?/write`, { body, base: '0' })).status).toBe(303);
	const danish = (await aVisitor(platform).get('/da/pupil/conduct')).text;
	expect(danish).toContain('&lt;img src=x onerror=alert(1)>');
	expect(danish).toContain('<a href="/da/conduct">regler</a>');
	expect(danish).toContain(`mailto:${mail}`);
	expect((await aVisitor(platform).get('/fr/pupil/conduct')).text).toContain('href="/da/pupil/conduct"');
	const [restored] = [await anna.send(`${desk}/0?/restore`, { base: '1' })];
	expect(restored.status).toBe(303);
	expect((await aVisitor(platform).get('/fr/pupil/conduct')).text).not.toContain('href="/da/pupil/conduct"');
});

test('a pupil reaches the simple texts from every own page, and comes back', async () => {
	const { code } = await aCard(platform.as(system));
	const pupil = aVisitor(platform);
	await pupil.send('/en/pupil?/enter', { card: code });
	for (const page of ['/en', '/en/projects', ...forAdults.map((each) => `/en/${each}`)]) {
		for (const [, path = ''] of (await pupil.get(page)).text.matchAll(/<a [^>]*href="(\/en(?:\/[^"#]*)?)/g)) {
			expect([page, path, (await pupil.get(path)).status]).toEqual([page, path, 200]);
		}
	}
	const home = await pupil.get('/en/pupil/home');
	expect(home.status).toBe(200);
	for (const page of forPupils) {
		expect(home.text).toContain(`href="/en/${page}"`);
		const { text } = await pupil.get(`/en/${page}`);
		expect(text).toContain('href="/en/pupil/home"');
		expect(text).toContain('Quiet Otter');
	}
	expect((await pupil.get('/en/privacy/register')).status).toBe(200);
});

test.each([
	{ locale: 'en', width: 1280, colorScheme: 'light' },
	{ locale: 'ar', width: 320, colorScheme: 'dark' },
] as const)(
	'nobody is kept out of these pages: no fault in $locale',
	async ({ locale, width, colorScheme }) => {
		const context = await browser!.newContext({ viewport: { width, height: 900 }, colorScheme });
		const page = await context.newPage();
		for (const path of [...forAdults, ...forPupils]) {
			// one area of the register looks like the others
			await page.goto(`${platform.url}/${locale}/${path}?part=pupils`);
			const { violations } = await new AxeBuilder({ page })
				.withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
				.analyze();
			expect([path, ...violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)]).toEqual([path]);
			expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
		}
		await context.close();
	},
	120_000,
);
