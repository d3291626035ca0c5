// About 10 minutes: pictures of every kind of page that the people of the demo world meet, for somebody to look at:
// narrow and wide, light and dark, left to right and right to left. `look pupil officer` looks at what these see alone;
// `look readme` renews the README's pictures instead.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import sharp from 'sharp';
import { access } from '../../src/access.ts';
import { launchBrowser } from '../../tests/browser.ts';
import { buildPages } from '../start/build.ts';
import { startSupervised } from '../../tests/kills/supervised.ts';

type Account = {
	readonly role: string;
	readonly email?: string;
	readonly password?: string;
	readonly code?: string;
};
type Look = {
	readonly name: string;
	readonly locale: string;
	readonly width: number;
	readonly dark: boolean;
};
type Session = Awaited<ReturnType<BrowserContext['storageState']>>;

const root = resolve(import.meta.dirname, '../..');
const looks: readonly Look[] = [
	{ name: 'en-320-light', locale: 'en', width: 320, dark: false },
	{ name: 'en-1280-dark', locale: 'en', width: 1280, dark: true },
	{ name: 'ar-320-dark', locale: 'ar', width: 320, dark: true },
	{ name: 'ar-1280-light', locale: 'ar', width: 1280, dark: false },
];
const roles = ['visitor', 'teacher', 'member', 'officer', 'central officer', 'pupil'] as const;
/** Where each begins to follow links. */
const beginnings: Readonly<Partial<Record<(typeof roles)[number], readonly string[]>>> = {
	teacher: ['/me', '/me/projects'],
	officer: ['/desk'],
	'central officer': ['/desk'],
	pupil: ['/pupil/home'],
};
const mostPages = 60;

type Picture = {
	readonly name: string;
	readonly role: string;
	/** Where it begins, and the links that are followed from there by their words. */
	readonly path: string;
	readonly links?: readonly (string | RegExp)[];
	readonly special?: Partial<Look>;
};

const ofReadme: readonly Picture[] = [
	{ name: 'home', role: 'visitor', path: '' },
	{ name: 'partners', role: 'teacher', path: '/partners' },
	{ name: 'desk', role: 'officer', path: '/desk', links: ['Open the oldest'] },
	{
		name: 'twinspace',
		role: 'teacher',
		path: '/projects?text=rivers',
		links: ['Two rivers', 'TwinSpace', 'Updates'],
	},
	{ name: 'pupil', role: 'pupil', path: '/pupil/home', special: { width: 390 } },
	{ name: 'arabic', role: 'visitor', path: '', special: { width: 390, locale: 'ar', dark: true } },
];

await buildPages();
const demo = await startSupervised({});
const browser = await launchBrowser();
try {
	if (process.argv[3] === 'readme') await pictureReadme();
	else await pictureAll();
} finally {
	await browser.close();
	await demo.stop();
}

async function pictureAll(): Promise<void> {
	const folder = join(root, 'tests/output/look');
	const chosen = process.argv.slice(3);
	let pictures = 0;
	for (const role of roles) {
		if (chosen.length > 0 && !chosen.includes(role)) continue;
		rmSync(join(folder, role), { recursive: true, force: true });
		const session = await sessionOf(role);
		const paths = await pagesFor(session, ['', ...(beginnings[role] ?? [])]);
		mkdirSync(join(folder, role), { recursive: true });
		for (const look of looks) {
			const page = await open(browser, session, look);
			for (const [route, path] of paths) {
				await page.goto(`${demo.url}/${look.locale}${path}`);
				const name = route.replaceAll(/[^a-z]+/g, '-').replaceAll(/^-lang-|^-|-$/g, '') || 'home';
				await page.screenshot({ path: join(folder, role, `${name}.${look.name}.png`), fullPage: true });
				pictures++;
			}
			await page.context().close();
		}
	}
	console.log(JSON.stringify({ long: 'look', pictures, folder: 'tests/output/look' }));
}

/** One address of each route that links lead to, in the order in which they are met. */
async function pagesFor(session: Session, first: readonly string[]): Promise<Map<string, string>> {
	const page = await open(browser, session, { name: '', locale: 'en', width: 1280, dark: false });
	const met = new Map<string, string>();
	const waiting = [...first];
	for (let path = waiting.shift(); path !== undefined && met.size < mostPages; path = waiting.shift()) {
		const route = routeOf(path);
		if (route === undefined || met.has(route)) continue;
		const answer = await page.goto(`${demo.url}/en${path}`);
		if (!answer?.ok()) throw new Error(`${path} answered ${answer?.status()}`);
		met.set(route, path);
		const links = await page
			.locator('a[href^="/en/"]')
			.evaluateAll((all) => all.map((a) => a.getAttribute('href')));
		for (const link of links) waiting.push((link ?? '').replace(/^\/en/, '').replace(/#.*$/, ''));
	}
	await page.context().close();
	return met;
}

/** The route of the access table with the fewest open places that an address fits. */
function routeOf(path: string): string | undefined {
	const [plain = ''] = path.split('?');
	// what ends in a dot and letters is a file to keep
	if (/\.\w+$/.test(plain)) return undefined;
	return Object.keys(access)
		.filter((route) => route.startsWith('/[lang]') && !route.includes('[...'))
		.filter((route) =>
			new RegExp(`^${route.replace('/[lang]', '').replaceAll(/\[\w+\]/g, '[^/]+')}$`).test(plain),
		)
		.sort((one, other) => one.split('[').length - other.split('[').length)[0];
}

/** The session of the first account of that role, at the desk where it holds an office. */
async function sessionOf(role: string): Promise<Session> {
	const page = await open(
		browser,
		{ cookies: [], origins: [] },
		{ name: '', locale: 'en', width: 1280, dark: false },
	);
	const accounts = JSON.parse(readFileSync(join(demo.dataFolder, 'demo-accounts.json'), 'utf8')) as Account[];
	const account = accounts.find((each) => each.role === role);
	if (account?.code !== undefined) {
		await page.goto(`${demo.url}/en/pupil#${account.code}`);
		await page.locator('main form button').last().click();
		await page.waitForURL(/pupil\/home/);
	} else if (account?.email !== undefined) {
		await page.goto(`${demo.url}/en/sign-in`);
		await page.locator('input[name=email]').first().fill(account.email);
		await page
			.locator('input[name=password]')
			.first()
			.fill(account.password ?? '');
		await page.locator('input[name=password]').first().press('Enter');
		await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'));
		if (role.includes('officer')) await enterDesk(page);
	}
	const session = await page.context().storageState();
	await page.context().close();
	return session;
}

/** Whoever holds an office signs in with a code too; a trial shows what the app of a demo account shows. */
async function enterDesk(page: Page): Promise<void> {
	const [, code = ''] = /shows (\d{6}) just now/.exec(await page.locator('main').innerText()) ?? [];
	await page.locator('input[name=code]').fill(code);
	await page.locator('input[name=code]').press('Enter');
	await page.waitForURL((url) => !url.pathname.includes('/sign-in'));
	await page.goto(`${demo.url}/en/me/desk`);
	await page.locator('main form[action*=enter] button').first().click();
	await page.waitForURL(/\/desk$/);
}

async function open(from: Browser, session: Session, look: Look): Promise<Page> {
	const context = await from.newContext({
		storageState: session,
		viewport: { width: look.width, height: 800 },
		colorScheme: look.dark ? 'dark' : 'light',
		locale: look.locale,
		reducedMotion: 'reduce',
	});
	return context.newPage();
}

/** What the README shows. */
async function pictureReadme(): Promise<void> {
	const folder = join(root, 'docs/pictures');
	mkdirSync(folder, { recursive: true });
	for (const { name, role, path, links = [], special } of ofReadme) {
		const look = { name, locale: 'en', width: 1280, dark: false, ...special };
		const page = await open(browser, await sessionOf(role), look);
		await page.goto(`${demo.url}/${look.locale}${path}`);
		for (const link of links) {
			await page.getByRole('link', { name: link }).first().click();
			await page.waitForLoadState('networkidle');
		}
		const taken = await page.screenshot();
		await sharp(taken)
			.webp({ quality: 80 })
			.toFile(join(folder, `${name}.webp`));
		await page.context().close();
	}
	console.log(JSON.stringify({ long: 'look', pictures: ofReadme.length, folder: 'docs/pictures' }));
}
