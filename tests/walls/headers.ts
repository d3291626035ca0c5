// What every answer says to the browser besides its content: load nothing foreign, frame nothing, keep nothing.
import type { Answer } from '../world/visiting.ts';

/** What stands on every answer, whoever asks (ASVS V3.4). */
const always: readonly (readonly [name: string, value: RegExp])[] = [
	['x-content-type-options', /^nosniff$/],
	['x-frame-options', /^(DENY|SAMEORIGIN)$/],
	['referrer-policy', /^same-origin$/],
	['cross-origin-opener-policy', /^same-origin$/],
	['permissions-policy', /camera=\(\), microphone=\(\), geolocation=\(\)/],
	['content-security-policy', /(^|; ?)default-src 'none'/],
	['content-security-policy', /(^|; ?)frame-ancestors '(none|self)'/],
];

/** What the policy of a page says besides: forms and base addresses stay here. */
const ofPages: readonly RegExp[] = [/(^|; ?)base-uri 'none'/, /(^|; ?)form-action 'self'/];

/**
 * What may be kept although somebody is signed in: what is the same for everybody, for half a minute or as long as
 * robots need; and a picture of a room in the own browser, which asks each time whether it may still be shown.
 */
const mayBeKept: readonly (readonly [path: RegExp, keeping: RegExp])[] = [
	[/\/cover\.png$/, /^public, max-age=30$/],
	[/^\/sitemap\.xml$/, /^public, max-age=30$/],
	[/^\/robots\.txt$/, /^public, max-age=3600$/],
	[/^\/files\//, /^(private, no-cache|public, max-age=30)$/],
];

/** What is missing or too open in the head of an answer; nothing that somebody signed in was given is kept by a cache. */
export function faultsOfHead({ headers, status, path }: Answer, isSignedIn: boolean): string[] {
	const faults = always
		.filter(([name, value]) => !value.test(headers.get(name) ?? ''))
		.map(([name]) => `${name} is "${headers.get(name) ?? ''}"`);
	if (status === 200 && headers.get('content-type')?.startsWith('text/html'))
		faults.push(...faultsOfPolicy(headers.get('content-security-policy') ?? ''));
	const keeping = headers.get('cache-control') ?? '';
	const isSound =
		keeping.includes('no-store') ||
		mayBeKept.some(([shape, allowed]) => shape.test(path) && allowed.test(keeping));
	if (isSignedIn && !isSound) faults.push(`cache-control is "${keeping}"`);
	return faults;
}

function faultsOfPolicy(policy: string): string[] {
	const faults = ofPages
		.filter((rule) => !rule.test(policy))
		.map((rule) => `the policy has no ${rule.source}`);
	const scripts = /(?:^|; ?)script-src ([^;]*)/.exec(policy)?.[1] ?? '';
	if (/unsafe|\*|https?:/.test(scripts)) faults.push(`scripts may come from ${scripts}`);
	return faults;
}
