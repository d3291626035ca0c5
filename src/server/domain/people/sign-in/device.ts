/** The browser in which somebody signs in: a cookie that tells it from others, and what it is in words. */
import { answerCookie, cookieIn, cookieName, type AnswerCookie } from '#platform/cookies';
import { deviceLife } from './limits.ts';

const bareName = 'opentwinning-device';

export const browsers = ['edge', 'opera', 'samsung', 'firefox', 'chrome', 'safari', 'other'] as const;
export const systems = ['android', 'ios', 'windows', 'macos', 'chromeos', 'linux', 'other'] as const;
export type BrowserKind = (typeof browsers)[number];
export type SystemKind = (typeof systems)[number];

export type Device = {
	/** What we gave this browser when somebody signed in with it before. */
	readonly token: string | undefined;
	readonly browser: BrowserKind;
	readonly system: SystemKind;
	/** As a trusted proxy tells; unknown without one. */
	readonly country: string | null;
};

/** The browser behind a request. Only its kind is read; version, language and fonts are none of our business. */
export function deviceOf(headers: Headers): Device {
	const token = cookieIn(headers, cookieName(bareName));
	const agent = headers.get('user-agent') ?? '';
	const country = headers.get('x-opentwinning-country') ?? '';
	return {
		token: token !== undefined && /^[\w-]{43}$/.test(token) ? token : undefined,
		browser: first(browserSigns, agent),
		system: first(systemSigns, agent),
		country: /^[A-Z]{2}$/.test(country) ? country : null,
	};
}

export function deviceCookie(token: string): AnswerCookie {
	return answerCookie(bareName, token, deviceLife);
}

/** In this order: nearly every browser calls itself Safari, and most call themselves Chrome. */
const browserSigns: readonly (readonly [BrowserKind, RegExp])[] = [
	['edge', /\bEdg(e|A|iOS)?\//],
	['opera', /\bOPR\/|\bOpera\b/],
	['samsung', /\bSamsungBrowser\//],
	['firefox', /\bFirefox\/|\bFxiOS\//],
	['chrome', /\bChrom(e|ium)\/|\bCriOS\//],
	['safari', /\bSafari\//],
];

const systemSigns: readonly (readonly [SystemKind, RegExp])[] = [
	['android', /\bAndroid\b/],
	['ios', /\b(iPhone|iPad|iPod)\b/],
	['windows', /\bWindows\b/],
	['chromeos', /\bCrOS\b/],
	['macos', /\bMacintosh\b|\bMac OS X\b/],
	['linux', /\bLinux\b/],
];

function first<Kind extends string>(
	signs: readonly (readonly [Kind, RegExp])[],
	agent: string,
): Kind | 'other' {
	return signs.find(([, sign]) => sign.test(agent))?.[0] ?? 'other';
}
