// One of the cast at a real browser, already signed in.
import type { Browser, BrowserContext, Page } from 'playwright-core';
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

/** Whatever should not happen on a page of ours: a dialog, a blocked script, an error, a request to anybody else. */
export function watched(page: Page, { url }: RunningPlatform): string[] {
	const events: string[] = [];
	page.on('dialog', (dialog) => {
		events.push(`dialog ${dialog.message()}`);
		void dialog.dismiss();
	});
	page.on('console', (message) => {
		if (/content security policy|refused to/i.test(message.text())) events.push(message.text());
	});
	page.on('pageerror', (error) => events.push(`error ${error.message}`));
	page.on('request', (request) => {
		const isOurs = request.url().startsWith(url) || /^(data|blob):/.test(request.url());
		if (!isOurs) events.push(`request to ${request.url()}`);
	});
	return events;
}
