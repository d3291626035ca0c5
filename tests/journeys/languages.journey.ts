// Every text comes from the message files and fits: the pages in the pseudo-locale, which is English accented,
// a third longer and in brackets, so that a text without brackets is one that nobody can translate.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { system } from '#shared/actor';
import { countryName, languageName } from '#shared/format';
import { languages } from '#shared/vocabulary';
import { launchBrowser } from '../browser.ts';
import { people, schools, type PersonName } from '../world/index.ts';
import { runningPlatform } from '../world/running-platform.ts';
import { codeOf, passPhrase, withLogin } from '../world/signing-in.ts';

const platform = runningPlatform({ environment: { OPENTWINNING_PSEUDO_LOCALE: '1' } });
let browser: Browser | undefined;

beforeAll(async () => {
	browser = await launchBrowser();
});
afterAll(() => browser?.close());

test('every text that a visitor sees can be translated and fits a small screen', () => look());
test('every text that a teacher sees can be translated and fits a small screen', () => look('ines'));
test('every text that an officer sees can be translated and fits a small screen', () => look('rui'));

const pagesToSee = 25;

/** Follows every link from the first pages on and notes what is not translated or too wide. */
async function look(name?: PersonName): Promise<void> {
	const page = await arrive(name);
	const home = `${platform.url}/en-XA`;
	const waiting = [page.url(), home];
	const seen = new Set<string>();
	const faults: string[] = [];
	for (let address = waiting.shift(); address && seen.size < pagesToSee; address = waiting.shift()) {
		const shape = shapeOf(address);
		if (seen.has(shape)) continue;
		seen.add(shape);
		const answer = await page.goto(address, { waitUntil: 'networkidle' });
		// what is refused before a page begins is no page; the tests of the doors look at it
		if (!answer?.ok()) continue;
		faults.push(...(await faultsOf(page)).map((fault) => `${address.replace(home, '')}: ${fault}`));
		const links = await page
			.locator('a[href]:not([download])')
			.evaluateAll((all) => all.map((a) => new URL(a.getAttribute('href') ?? '', a.baseURI).href));
		waiting.push(...links.filter((link) => link.startsWith(home) && !link.includes('/sign-out')));
	}
	expect(seen.size).toBeGreaterThan(4);
	expect(faults).toEqual([]);
}

async function arrive(name?: PersonName): Promise<Page> {
	if (!browser) throw new Error('no browser');
	const context = await browser.newContext({ viewport: { width: 320, height: 800 } });
	const page = await context.newPage();
	if (!name) return page;
	const { email } = await withLogin(platform.as(system), name);
	await page.goto(`${platform.url}/en-XA/sign-in`);
	await page.locator('input[name=email]').first().fill(email);
	await page.locator('input[name=password]').first().fill(passPhrase);
	await page.locator('main form button').first().click();
	const isOfficer = 'office' in people[name];
	if (isOfficer) {
		const code = await codeOf({ db: platform.db, now: new Date() }, email);
		await page.locator('input[name=code]').fill(code);
		await page.locator('main form button').first().click();
	}
	await page.waitForURL(/\/me$/);
	if (!isOfficer) return page;
	await page.goto(`${platform.url}/en-XA/me/desk`);
	await page.locator('main form button').first().click();
	await page.waitForLoadState('networkidle');
	return page;
}

/** Pages of one kind are looked at once. */
function shapeOf(address: string): string {
	return new URL(address).pathname.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}|[^/]*-[0-9a-z]{8}(?=\/|$)/g, '…');
}

async function faultsOf(page: Page): Promise<string[]> {
	const { texts, wide } = await page.evaluate(read);
	const untranslated = texts.filter(
		(text) => /[a-z]{3}/i.test(text.replaceAll(known, '')) && !text.includes('['),
	);
	return [
		...untranslated.map((text) => `“${text}” is not a message`),
		...(wide ? ['is wider than the screen'] : []),
	];
}

/** Runs in the page: all texts but names and what people wrote, which carry their own language. */
function read(): { texts: string[]; wide: boolean } {
	const texts: string[] = [];
	const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	while (walker.nextNode()) {
		const { parentElement, textContent } = walker.currentNode;
		if (parentElement?.closest('script, style, textarea, bdi, code, [dir=auto], [lang]:not(html)')) continue;
		if (textContent?.trim()) texts.push(textContent.trim());
	}
	for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
		for (const element of document.querySelectorAll(`[${name}]`))
			texts.push(element.getAttribute(name) ?? '');
	}
	return { texts, wide: document.documentElement.scrollWidth > window.innerWidth + 1 };
}

/** Names that no message holds: of people, schools and places, of languages and countries, of days. */
const names = [
	'OpenTwinning',
	...Object.values(people).map(({ name }) => name),
	...Object.values(schools).flatMap(({ name, town, region }) => [name, town, region]),
	...languages.map((code) => languageName(code, 'en')),
	...allCountries().map((code) => countryName(code, 'en')),
	'ago',
	'yesterday',
	'now',
	...['day', 'week', 'month', 'year'].flatMap((unit) => [`${unit}s`, unit]),
	...Array.from({ length: 12 }, (_, month) =>
		new Date(Date.UTC(2027, month)).toLocaleString('en', { month: 'long', timeZone: 'UTC' }),
	),
];
const known = new RegExp(
	names
		.sort((one, other) => other.length - one.length)
		.map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
		.join('|'),
	'g',
);

function allCountries(): string[] {
	const codes =
		'AL AM AT AZ BA BE BG CY CZ DE DK EE ES FI FR GE GR HR HU IE IS IT JO LB LI LT LU LV MD ME MK MT NL NO PL PS PT RO RS SE SI SK TN TR UA XK';
	return codes.split(' ');
}
