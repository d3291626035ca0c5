/** Unsafe requests come from our own pages only, whatever their content type says. */
import type { Handle } from '@sveltejs/kit/hooks';
import { web } from '../server/processes/web.ts';
import { refuse } from './refuse.ts';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Refuses a foreign, missing or null Origin with 403 before anything reads the body or asks the database. */
export const checkOrigin: Handle = ({ event, resolve }) => {
	if (safe.has(event.request.method)) return resolve(event);
	const origin = event.request.headers.get('origin');
	const site = event.request.headers.get('sec-fetch-site');
	const ours = origin !== null && web().origins.has(origin) && origin === event.url.origin;
	if (ours && (site === null || site === 'same-origin')) return resolve(event);
	return refuse(event, 403, { code: 'from-elsewhere' });
};
