/** Unsafe requests come from our own pages only, whatever their content type says. */
import type { Handle } from '@sveltejs/kit/hooks';
import { web } from '../server/processes/web.ts';
import { refuse } from './refuse.ts';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Here a mail program posts by itself, without an Origin (RFC 8058): the signed link alone decides, no session counts,
 * and doing it twice changes nothing.
 */
const linksOfLetters: ReadonlySet<string> = new Set(['/[lang]/notices/mute/[token]']);

/** Refuses a foreign, missing or null Origin with 403 before anything reads the body or asks the database. */
export const checkOrigin: Handle = ({ event, resolve }) => {
	if (safe.has(event.request.method)) return resolve(event);
	if (event.route.id !== null && linksOfLetters.has(event.route.id)) return resolve(event);
	const origin = event.request.headers.get('origin');
	const site = event.request.headers.get('sec-fetch-site');
	const ours = origin !== null && web().origins.has(origin) && origin === event.url.origin;
	if (ours && (site === null || site === 'same-origin')) return resolve(event);
	return refuse(event, 403, { code: 'from-elsewhere' });
};
