/** The one translator of exceptions into answers of the web: a status, a code to explain, an id to find it in the log. */
import type { HandleServerError } from '@sveltejs/kit/hooks';
import { newId } from '#platform/ids';
import { statusOf } from '../server/processes/status-of.ts';
import { web } from '../server/processes/web.ts';

export const handleError: HandleServerError = async ({ kind, error, event }) => {
	if (kind !== 'unknown') return { code: ('code' in error && error.code) || codeOfStatus(error.status) };
	const status = statusOf(error);
	// what was written is kept where it can be sent once more
	const sendAgain = status === 401 || status >= 500 ? await event.locals.sendAgain?.() : undefined;
	if (status !== 500) return { status, code: codeOfStatus(status), message: '', sendAgain };
	const id = newId();
	web().log.error({ id, err: error, route: event.route.id }, 'request failed');
	return { status, code: 'broken', message: '', id, sendAgain };
};

function codeOfStatus(status: number): string {
	const codes: Record<number, string> = {
		400: 'malformed',
		401: 'session-over',
		403: 'not-yours',
		404: 'not-found',
		405: 'not-found',
		409: 'changed-meanwhile',
		413: 'too-large',
		429: 'too-often',
		503: 'unavailable',
	};
	return codes[status] ?? (status < 500 ? 'malformed' : 'broken');
}
