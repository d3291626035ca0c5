// People on a journey: each has a browser of their own, a language, and with or without JavaScript.
import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContext, Page, Request } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import pg from 'pg';
import { giveApp, makeLogin } from '#domain/people';
import { addJob } from '#platform/jobs';
import { compose } from '#platform/part';
import { system } from '#shared/actor';
import { isLocale } from '#shared/locales';
import { allParts } from '../../src/server/parts.ts';
import { launchBrowser } from '../browser.ts';
import { runningPlatform, type RunningPlatform } from '../world/running-platform.ts';
import { offices, people, type PersonName } from '../world/index.ts';
import { appSecret, codeOf } from '../world/signing-in.ts';

/** Somebody who goes through the platform. */
export interface Traveller {
	readonly page: Page;
	/** Opens a page of the platform by its address without language. */
	open(path: string): Promise<void>;
	/** Fills a field by its label, or chooses in it. */
	fill(label: string | RegExp, value: string): Promise<void>;
	choose(label: string | RegExp, option: string): Promise<void>;
	tick(label: string | RegExp): Promise<void>;
	press(button: string | RegExp): Promise<void>;
	follow(link: string | RegExp): Promise<void>;
	sees(text: string | RegExp): Promise<void>;
	seesNothingOf(text: string): Promise<void>;
}

export interface Journey {
	/** The password of everybody known. */
	readonly password: string;
	readonly platform: RunningPlatform;
	/** A new person in front of a fresh browser. */
	traveller(language?: string): Promise<Traveller>;
	/** Has a job of the worker done now, and waits until it is. */
	work(job: string): Promise<void>;
	/** The newest link of this shape in a letter, as an address without language. */
	linkInLetter(to: string, shape: RegExp): Promise<string>;
	/** Somebody of the world, signed in; perhaps with another browser than the journey's. */
	known(name: PersonName, browser?: Pick<JourneyOptions, 'javaScript'>): Promise<Traveller>;
	/** An officer at the desk of the own office, in front of the queue. */
	atDesk(name: keyof typeof offices): Promise<Traveller>;
}

const password = 'harbour-willow-ember-4711';

interface JourneyOptions {
	readonly javaScript: boolean;
	/** Pages hear what is new as it comes; others are quiet, so that one can wait until nothing is under way. */
	readonly live?: boolean;
	/** The platform, where the journey needs a particular one. */
	readonly platform?: RunningPlatform;
}

/**
 * With and without JavaScript, for `describe.each`: both where a journey is asked for by its name, the first with every
 * run of the tests.
 */
export const bothWays = (
	[
		['with JavaScript', true],
		['without JavaScript', false],
	] as const
).filter(([, javaScript]) => javaScript || process.env['JOURNEYS'] === 'both ways');

/** Opens the letter that a trial shows on the page "we have written to you", and goes in by it. */
export async function confirmByLetter(teacher: Traveller): Promise<void> {
	const letter = await teacher.page.locator('main').innerText();
	const link = /https?:\/\/\S+\/confirm\/\S+/.exec(letter)?.[0];
	await teacher.page.goto(link ?? '');
	await teacher.press('Confirm and go in');
}

/** Starts the platform and a browser for one journey. Call it once, at the top of the file. */
export function journey(options: JourneyOptions): Journey {
	const platform = options.platform ?? runningPlatform({ worker: true });
	const contexts: BrowserContext[] = [];
	const withLogin = new Set<PersonName>();
	let browser: Browser | undefined;
	beforeAll(async () => {
		compose(allParts);
		browser = await launchBrowser();
	});
	afterAll(async () => {
		for (const context of contexts) await context.close();
		await browser?.close();
	});

	afterEach(async ({ task }) => {
		if (task.result?.state !== 'fail') return;
		for (const page of contexts.flatMap((context) => context.pages())) await tellWhere(page);
	});

	async function traveller(language = 'en', { javaScript } = options): Promise<Traveller> {
		if (!browser) throw new Error('no browser');
		const context = await browser.newContext({
			javaScriptEnabled: javaScript,
			locale: language,
			reducedMotion: 'reduce',
		});
		contexts.push(context);
		// told that there is nothing to hear, a browser asks no more
		if (!options.live) await context.route('**/notices/stream', (route) => route.fulfill({ status: 204 }));
		context.setDefaultTimeout(15_000);
		const page = await context.newPage();
		countRequests(page);
		return travellerAt(page, `${platform.url}/${language}`, {
			javaScript,
			live: options.live ?? false,
		});
	}

	const way: Journey = {
		platform,
		password,
		traveller,
		work: async (job) => {
			await addJob(platform.as(system), job, {}, { key: job });
			const owner = new pg.Client(platform.connection);
			await owner.connect();
			const waits = 'select from graphile_worker.jobs where key = $1';
			await eventually(async () => (await owner.query(waits, [job])).rowCount === 0 || undefined);
			await owner.end();
		},
		linkInLetter: (to, shape) =>
			eventually(async () => {
				const letters = await platform.db
					.selectFrom('platform.mail')
					.select('body')
					.where('to_address', '=', to)
					.orderBy('id', 'desc')
					.execute();
				return letters.map(({ body }) => shape.exec(body)?.[0]).find((link) => link !== undefined);
			}),
		known: async (name, using) => {
			const person = people[name];
			const locale = isLocale(person.locale) ? person.locale : 'en';
			const email = `${name}@example.org`;
			if (!withLogin.has(name)) {
				const made = await makeLogin(platform.as(system), { person: { ...person, locale }, email, password });
				if (name in offices) await giveApp(platform.as(system), made, appSecret);
			}
			withLogin.add(name);
			const known = await traveller('en', { ...options, ...using });
			await known.open('/sign-in');
			await known.page.locator('input[name=email]').first().fill(email);
			await known.page.locator('input[name=password]').first().fill(password);
			await known.press('Sign in');
			if (!(name in offices)) return known;
			await known.fill('Code', await codeOf({ db: platform.db, now: new Date() }, email));
			await known.press('Sign in');
			return known;
		},
		atDesk: async (name) => {
			const officer = await way.known(name);
			await officer.open('/me/desk');
			await officer.press('Enter the desk');
			await officer.open('/desk');
			return officer;
		},
	};
	return way;
}

/** Asks again until there is an answer. */
async function eventually<T>(ask: () => Promise<T | undefined>): Promise<T> {
	for (const end = Date.now() + 30_000; Date.now() < end;) {
		const answer = await ask();
		if (answer !== undefined) return answer;
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	throw new Error('it did not happen within half a minute');
}

function travellerAt(
	page: Page,
	home: string,
	{ javaScript, live }: { javaScript: boolean; live: boolean },
): Traveller {
	const settled = (shown: Page) => (live ? answered(shown) : untilStill(shown));
	// the examination is a script itself; the same pages are examined on the journey with JavaScript
	const looksRight = javaScript ? hasNoFault : async () => undefined;
	const main = page.locator('main');
	return {
		page,
		open: async (path) => {
			const answer = await page.goto(home + path);
			expect(answer?.status(), `GET ${path}`).toBeLessThan(400);
			await settled(page);
			await looksRight(page);
		},
		fill: async (label, value) =>
			main.getByLabel(label).and(page.locator('input, textarea')).first().fill(value),
		choose: async (label, option) => {
			await main.getByLabel(label).and(page.locator('select')).first().selectOption({ label: option });
		},
		tick: async (label) =>
			main.getByLabel(label).and(page.locator('[type=checkbox], [type=radio]')).first().check(),
		press: async (button) => {
			await main.getByRole('button', { name: button }).first().click();
			await settled(page);
			await looksRight(page);
		},
		follow: async (link) => {
			await main.getByRole('link', { name: link }).first().click();
			await settled(page);
			await looksRight(page);
		},
		sees: async (text) => {
			await main.getByText(text).first().waitFor();
		},
		seesNothingOf: async (text) => {
			expect(await page.content()).not.toContain(text);
		},
	};
}

/** Until an answer has come and nothing is under way any more. */
async function untilStill(page: Page): Promise<void> {
	await answered(page);
	const underWay = requestsUnderWay.get(page);
	const end = Date.now() + 15_000;
	for (let quiet = 0; quiet < 3;) {
		quiet = underWay?.size ? 0 : quiet + 1;
		if (Date.now() > end)
			throw new Error(`still asked for: ${[...(underWay ?? [])].map((one) => one.url())}`);
		await page.waitForTimeout(30);
	}
}

/** What a page has asked for and not been answered. */
const requestsUnderWay = new WeakMap<Page, Set<Request>>();

function countRequests(page: Page): void {
	const underWay = new Set<Request>();
	requestsUnderWay.set(page, underWay);
	page.on('request', (request) => underWay.add(request));
	page.on('requestfinished', (request) => underWay.delete(request));
	page.on('requestfailed', (request) => underWay.delete(request));
}

async function answered(page: Page): Promise<void> {
	await page.waitForTimeout(120);
	await page.locator('form[aria-busy]').waitFor({ state: 'detached' });
	await page.waitForLoadState('load');
}

/** Pages of one shape are examined once a journey. */
const examined = new Set<string>();

/** Each stop of a journey has no fault that a machine can find. */
async function hasNoFault(page: Page): Promise<void> {
	const { pathname } = new URL(page.url());
	const shape = `${pathname.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}|[^/]*-[0-9a-z]{8}(?=\/|$)/g, '…')} ${await page.title()}`;
	if (examined.has(shape)) return;
	examined.add(shape);
	const { violations } = await examine(page);
	const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
	expect(found, page.url()).toEqual([]);
}

/** A page that moves on by itself while it is examined is examined again where it arrived. */
async function examine(page: Page, tries = 3): Promise<AxeResults> {
	try {
		return await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
	} catch (error) {
		if (tries === 0 || !/context was destroyed/i.test(String(error))) throw error;
		await answered(page);
		return examine(page, tries - 1);
	}
}

type AxeResults = Awaited<ReturnType<AxeBuilder['analyze']>>;

/** After a failure: where each traveller stood, as a picture and in words. */
async function tellWhere(page: Page): Promise<void> {
	const name = new URL(page.url()).pathname.replaceAll(/[^a-z0-9]+/gi, '-');
	await page.screenshot({ path: `tests/output/${name}.png`, fullPage: true }).catch(() => undefined);
	const words = await page
		.locator('main')
		.innerText()
		.catch(() => '(no page)');
	console.log(`${page.url()}\n${words.slice(0, 1500).replace(/^/gm, '    ')}`);
}
