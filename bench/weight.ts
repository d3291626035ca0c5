// Promise: a page weighs at most 150 kB compressed and needs at most 15 requests, cold; a page that is only read ships
// no JavaScript; the partner search one small file that makes it instant. Measured in Chromium, on the wire.
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../tests/browser.ts';
import { launchPlatform } from '../tests/world/processes.ts';
import { signIn } from './sign-in.ts';
import { benchWorld } from './world.ts';

const mostBytes = 150_000;
const mostRequests = 15;

const world = await benchWorld();
const platform = await launchPlatform(world.connection);
const browser = await launchBrowser();
try {
	const cookie = await signIn(platform.url, world.account);
	const pages = [
		{ name: 'home', path: '/en', cookie: undefined, scripts: 0 },
		{ name: 'project', path: `/en/projects/${world.project}/twinspace/updates`, cookie, scripts: 0 },
		{ name: 'search', path: '/en/partners?q=river', cookie, scripts: 1 },
	];
	const result: Record<string, number> = {};
	for (const page of pages) {
		const { bytes, requests, scripts } = await weigh(browser, platform.url + page.path, page.cookie);
		Object.assign(result, {
			[`${page.name}_bytes`]: bytes,
			[`${page.name}_requests`]: requests,
			[`${page.name}_scripts`]: scripts,
		});
		console.log(`${page.name}: ${bytes} bytes, ${requests} requests, ${scripts} scripts`);
		if (bytes > mostBytes || requests > mostRequests || scripts > page.scripts) process.exitCode = 1;
	}
	console.log(JSON.stringify(result));
} finally {
	await browser.close();
	await platform.stop();
	await world.stop();
}

async function weigh(browser: Browser, url: string, cookie: string | undefined) {
	const context = await browser.newContext();
	const [name = '', value = ''] = (cookie ?? '').split(/=(.*)/);
	if (cookie) await context.addCookies([{ name, value, url }]);
	const page = await context.newPage();
	const wire = await context.newCDPSession(page);
	await wire.send('Network.enable');
	let bytes = 0;
	let requests = 0;
	let scripts = 0;
	wire.on('Network.requestWillBeSent', ({ type }) => {
		requests += 1;
		if (type === 'Script') scripts += 1;
	});
	wire.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
	await page.goto(url, { waitUntil: 'networkidle' });
	await context.close();
	return { bytes, requests, scripts };
}
