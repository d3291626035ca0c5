import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../../browser.ts';
import { atBrowser, watched } from '../at-browser.ts';
import type { Role } from '../cast.ts';
import { formAt } from '../forms/one-form.ts';
import { encoded, send } from '../forms/sending.ts';
import type { Entries } from '../forms/filling.ts';
import { stagedPlatform, type SharedStage } from '../shared-stage.ts';
import type { Place } from '../stage.ts';
import { naughtyStrings } from './strings.ts';
import { textOf } from './text-of.ts';

const platform = stagedPlatform();
let stage: SharedStage;
let browser: Browser;
let home = '';
beforeAll(async () => {
	stage = platform.stage;
	home = `/en/projects/${stage.places.here.project}/twinspace`;
	browser = await launchBrowser();
}, 180_000);
afterAll(() => browser.close());

/** Sends the form of a page with these fields, and the rest as the page has it. */
async function write(role: Role, page: string, call: string, fields: Entries): Promise<string> {
	const found = await formAt(stage, role, page, call);
	const named = new Set(fields.map(([name]) => name));
	const rest = found.form.controls.filter(({ name, kind }) => !named.has(name) && kind !== 'radio');
	const body = encoded([...rest.map(({ name, value }) => [name, value] as const), ...fields]);
	const answer = await send(platform, stage.cast[role], { to: found.action, body });
	expect(answer.status, `${page} ${call}`).toBe(303);
	return answer.location;
}

/** The strings in pieces that a field of so many letters takes, one string a line. */
function pieces(most: number): string[] {
	const all: string[] = [''];
	for (const text of naughtyStrings) {
		const last = all.at(-1) ?? '';
		if (last.length + 1 + text.length <= most) all[all.length - 1] = last === '' ? text : `${last}\n${text}`;
		else all.push(text.slice(0, most));
	}
	return all;
}

const pageOfStrings: string[] = [];

test('every string comes back from the blocks of a page', async () => {
	const lost: string[] = [];
	// a heading is one line
	const lines = naughtyStrings.map((text) =>
		text
			.replaceAll(/[\n\t]/g, ' ')
			.replaceAll(/[\u2028\u2029]/g, '')
			.trim(),
	);
	for (let from = 0; from < lines.length; from += 190) {
		const some = lines.slice(from, from + 190);
		const made = await write('founder', `${home}/pages/new`, '?/make', [
			['title', (some[7] ?? '').slice(0, 100)],
		]);
		const blocks = some.flatMap((text, place): Entries => [
			['block-id', `block${place}`],
			['block-kind', 'heading'],
			['block-text', text],
			['block-address', ''],
			['block-alternative', ''],
		]);
		await write('founder', made, '?/save', blocks);
		const again = await formAt(stage, 'founder', made, '?/save');
		const kept = again.form.controls.filter(({ name }) => name === 'block-text').map(({ value }) => value);
		lost.push(...some.filter((text) => !kept.includes(text)));
		const page = made.replace(/\/edit$/, '');
		await write('founder', page, '?/share', []);
		const shown = textOf((await stage.cast.founder.get(page)).text);
		lost.push(...some.filter((text) => !shown.includes(textOf.plain(text))));
		pageOfStrings.push(page);
	}
	expect(lost).toEqual([]);
}, 120_000);

test('every string comes back from what members write to each other', async () => {
	const wall = `/en/pupil/spaces/${stage.places.here.project}/wall`;
	const texts = pieces(2000);
	for (const [place, words] of texts.entries()) {
		const [role, page, call] =
			place % 2 === 0
				? (['founder', `${home}/updates`, '?/post'] as const)
				: (['pupil', wall, '?/write'] as const);
		await write(role, page, call, [['words', words]]);
	}
	const updates = textOf((await stage.cast.founder.get(`${home}/updates`)).text);
	const ownWall = textOf((await stage.cast.pupil.get(wall)).text);
	const lines = (from: number) =>
		texts.filter((_, place) => place % 2 === from).flatMap((text) => text.split('\n'));
	expect(lines(0).filter((line) => !updates.includes(textOf.plain(line)))).toEqual([]);
	expect(lines(1).filter((line) => !ownWall.includes(textOf.plain(line)))).toEqual([]);
}, 120_000);

const attack = '"><img src=x onerror=alert(1)><svg onload=alert(2)>';

/** Where else people read what others typed. */
const elsewhere: readonly (readonly [Role, page: (here: Place) => string, call: string, fields: Entries])[] =
	[
		['founder', () => '/en/me/profile', '?/save', [['about', attack]]],
		[
			'founder',
			(here) => `/en/me/classes/${here.class}/pupils/${here.pupilOfClass}`,
			'?/rename',
			[['alias', attack.slice(0, 30)]],
		],
		[
			'founder',
			() => `${home}/settings`,
			'?/change',
			[
				['name', attack],
				['description', attack],
			],
		],
		['founder', ({ submitted }) => `/en/projects/${submitted}/status`, '?/answer', [['answer', attack]]],
		[
			'teacher',
			(here) => `${home}/posts/${here.wallPost}/report`,
			'?/report',
			[
				['reason', 'unkind'],
				['words', attack],
			],
		],
		// answered before the correction begins another round
		['pending', (here) => `/en/schools/${here.school}`, '?/answer', [['answer', attack]]],
		[
			'pending',
			(here) => `/en/schools/${here.school}/correction`,
			'?/correct',
			[
				['name', attack],
				['website', ''],
			],
		],
	];

test('names, answers and reasons are taken as they are', async () => {
	for (const [role, page, call, fields] of elsewhere)
		await write(role, page(stage.places.here), call, fields);
}, 60_000);

test('T7: nothing of it runs in anybody’s browser', async () => {
	const { here } = stage.places;
	const ofThePages = pageOfStrings.flatMap((page) =>
		['', '/edit', '/versions', '/public'].map((path) => page + path),
	);
	const ofTheSpace = [
		'',
		'/updates',
		'/pages',
		'/pupils',
		`/pupils/${here.pupil}`,
		'/members',
		'/reports',
		'/settings',
	];
	const visits: Readonly<Partial<Record<Role, readonly string[]>>> = {
		founder: [
			...ofTheSpace.map((path) => home + path),
			...ofThePages,
			'/en/me',
			'/en/notices',
			'/en/me/projects',
		],
		observer: [`${home}/updates`, `${home}/members`],
		colleague: [
			`/en/me/classes/${here.class}`,
			`/en/me/classes/${here.class}/pupils/${here.pupilOfClass}`,
			`/en/people/${here.person}`,
			'/en/partners',
		],
		pupil: ['/en/pupil/home', `/en/pupil/spaces/${here.project}`, `/en/pupil/spaces/${here.project}/wall`],
		pending: [`/en/schools/${here.school}`, '/en/me/status'],
		'officer-here': ['/en/desk', `/en/desk/cases/${here.case}`, `/en/desk/cases/${here.openedCase}`],
		visitor: ['/en', '/en/projects', `/en/projects/${here.project}`],
	};
	const seen: string[] = [];
	for (const [role, paths] of Object.entries(visits)) seen.push(...(await watchedAt(role as Role, paths)));
	expect(seen).toEqual([]);
}, 300_000);

test('the watch would see a script that runs, and one that is stopped', async () => {
	const context = await atBrowser(browser, platform, stage.cast.visitor);
	const page = await context.newPage();
	const events = watched(page, platform);
	await page.goto('/en');
	await page.evaluate((markup) => document.body.insertAdjacentHTML('beforeend', markup), attack);
	await page.evaluate('alert("it runs")');
	await expect.poll(() => events.join()).toMatch(/dialog it runs/);
	await expect.poll(() => events.join()).toMatch(/content security policy/i);
	await context.close();
}, 60_000);

async function watchedAt(role: Role, paths: readonly string[]): Promise<string[]> {
	const context = await atBrowser(browser, platform, stage.cast[role]);
	const page = await context.newPage();
	const events = watched(page, platform);
	const odd: string[] = [];
	for (const path of paths) {
		const answer = await page.goto(path);
		await page.waitForLoadState('networkidle');
		if (answer?.status() !== 200) odd.push(`${role} at ${path}: ${answer?.status()}`);
		odd.push(...events.splice(0).map((event) => `${role} at ${path}: ${event}`));
	}
	await context.close();
	return odd;
}
