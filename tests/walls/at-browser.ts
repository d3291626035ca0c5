// One of the cast at a real browser, already signed in.
import type { Browser, BrowserContext } from 'playwright-core';
import type { RunningPlatform } from '../world/running-platform.ts';
import type { Visiting } from '../world/visiting.ts';

export async function atBrowser(
	browser: Browser,
	{ url }: RunningPlatform,
	who: Visiting,
	options: { readonly javaScript?: boolean } = {},
): Promise<BrowserContext> {
	const { javaScript: javaScriptEnabled = true } = options;
	const context = await browser.newContext({ baseURL: url, locale: 'en', javaScriptEnabled });
	context.setDefaultTimeout(15_000);
	const pairs = who.cookie().split('; ').filter(Boolean);
	await context.addCookies(
		pairs.map((pair) => {
			const [name = '', ...value] = pair.split('=');
			return { name, value: value.join('='), url };
		}),
	);
	return context;
}
