// The demo project is taken along and opened from the disk: every page, picture and link works there. Then it is closed,
// can only be read, and is opened again.
import { existsSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath, pathToFileURL } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { demoClassesAt } from '../world/visiting-pupils.ts';
import { journey } from './people.ts';

const way = journey({ javaScript: true });
const school = demoClassesAt(way.platform);
const stick = mkdtempSync(join(tmpdir(), 'stick-'));
afterAll(() => rmSync(stick, { recursive: true, force: true }));

test('a founder takes everything along, closes the project, and opens it again', async () => {
	const home = school.teachersHome('Two rivers').slice('/en'.length);
	const ines = await way.known('ines');
	await ines.open(`${home}/archive`);
	await ines.press('Make a copy');
	await way.work('twinspaces/copies.make');
	await ines.open(`${home}/archive`);
	const link = ines.page.getByRole('link', { name: 'Save the copy' });
	await link.waitFor();
	const address = (await link.getAttribute('href')) ?? '';
	const answer = await ines.page.request.get(way.platform.url + address);
	expect(answer.headers()['content-disposition']).toContain('.zip');
	const freja = await way.known('freja');
	expect((await freja.page.request.get(way.platform.url + address)).status()).toBe(404);
	await unpack(await answer.body());

	const reader = await way.traveller();
	const refused: string[] = [];
	reader.page.on('requestfailed', (request) => refused.push(request.url()));
	reader.page.on('console', (said) => said.type() === 'error' && refused.push(said.text()));
	const linked = new Set<string>();
	const leaves = globSync('**/*.html', { cwd: stick });
	const held = new Map<string, number>();
	for (const leaf of leaves) await readLeaf(reader.page, leaf, { linked, held });
	expect(Object.keys(kinds).filter((kind) => !held.get(kind))).toEqual([]);
	expect(refused).toEqual([]);
	expect(leaves.length).toBeGreaterThan(10);
	const everything = globSync('**/*.*', { cwd: stick }).filter((path) => !path.endsWith('.css'));
	const shown = everything.filter((path) => !path.startsWith('pages/pictures/'));
	expect(shown.filter((path) => path !== 'index.html' && !linked.has(path))).toEqual([]);

	await ines.page.getByText('Close the project').last().click();
	await ines.press('Yes, close it');
	await ines.sees('Everything here can be read, nothing can be written.');
	await ines.open(`${home}/updates`);
	expect(await ines.page.locator('main form').count()).toBe(0);
	await freja.open('/notices');
	await freja.sees('The project “Two rivers” was closed');
	await freja.open(`${home}/archive`);
	await freja.press('Open the project again');
	await freja.sees('The project is open again.');
	await ines.open(`${home}/updates`);
	await ines.fill('Tell everybody in this space', 'We go on.');
	await ines.press('Post');
	await ines.sees('We go on.');
});

async function unpack(bytes: Buffer): Promise<void> {
	const zip = await fromBufferPromise(bytes, { lazyEntries: true });
	for await (const entry of zip.eachEntry()) {
		const path = join(stick, entry.fileName);
		await mkdir(dirname(path), { recursive: true });
		await writeFile(path, await buffer(await zip.openReadStreamPromise(entry)));
	}
}

/** What stands in the demo project, and has to stand in its copy. */
const kinds = {
	table: 'table tr td',
	columns: '.columns > div',
	picture: 'figure img[src^="file:"], figure img:not([src^="http"])',
	embed: 'a[href^="https:"]',
	file: ':is(a, img, video, audio):is([href*="files/"], [src*="files/"])',
} as const;

type Found = { readonly linked: Set<string>; readonly held: Map<string, number> };

/** Opens a page of the copy as from a stick: its pictures are drawn, and each of its links leads to something. */
async function readLeaf(page: Page, leaf: string, { linked, held }: Found): Promise<void> {
	await page.goto(pathToFileURL(join(stick, leaf)).href);
	// without the sheet read once more by a script, which no page of a stick may do
	const { violations } = await new AxeBuilder({ page }).options({ preload: false }).analyze();
	expect([leaf, violations.map(({ id }) => id)]).toEqual([leaf, []]);
	const found = await page.evaluate(async () => {
		const pictures = [...document.images];
		for (const picture of pictures) picture.loading = 'eager';
		await Promise.all(pictures.map((picture) => picture.decode().catch(() => undefined)));
		return {
			broken: pictures.filter(({ naturalWidth }) => naturalWidth === 0).map(({ src }) => src),
			addresses: [
				...[...document.links].map(({ href }) => href),
				...[...document.querySelectorAll('video, audio')].map((each) => (each as HTMLMediaElement).src),
			],
		};
	});
	expect([leaf, found.broken]).toEqual([leaf, []]);
	for (const address of found.addresses.filter((each) => each.startsWith('file:'))) {
		const [path = ''] = address.split('#');
		const file = fileURLToPath(path);
		expect([leaf, address, existsSync(file)]).toEqual([leaf, address, true]);
		linked.add(relative(stick, file));
	}
	for (const [kind, where] of Object.entries(kinds))
		held.set(kind, (held.get(kind) ?? 0) + (await page.locator(where).count()));
	const { width, height } = page.viewportSize() ?? { width: 1280, height: 720 };
	await page.setViewportSize({ width: 320, height });
	const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
	expect([leaf, beyond]).toEqual([leaf, 0]);
	await page.setViewportSize({ width, height });
}
