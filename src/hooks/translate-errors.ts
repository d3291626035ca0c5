/** The one translator of exceptions into answers of the web: a status, a code to explain, an id to find it in the log. */
import type { HandleServerError } from '@sveltejs/kit/hooks';
import {
	Conflict,
	Forbidden,
	Invalid,
	NotFound,
	TooOften,
	Unavailable,
	isDatabaseGone,
} from '#platform/errors';
import { newId } from '#platform/ids';
import { web } from '../server/processes/web.ts';

export const handleError: HandleServerError = ({ kind, error, event }) => {
	if (kind !== 'unknown') return { code: codeOfStatus(error.status) };
	const status = statusOf(error);
	if (status !== 500) return { status, code: codeOfStatus(status), message: '' };
	const id = newId();
	web().log.error({ id, err: error, route: event.route.id }, 'request failed');
	return { status, code: 'broken', message: '', id };
};

function statusOf(error: unknown): number {
	if (error instanceof NotFound) return 404;
	if (error instanceof Forbidden) return 403;
	if (error instanceof Invalid) return 400;
	if (error instanceof Conflict) return 409;
	if (error instanceof TooOften) return 429;
	if (error instanceof Unavailable || isDatabaseGone(error)) return 503;
	return 500;
}

function codeOfStatus(status: number): string {
	const codes: Record<number, string> = {
		400: 'malformed',
		403: 'not-yours',
		404: 'not-found',
		405: 'not-found',
		409: 'changed-meanwhile',
		413: 'too-large',
		429: 'too-often',
		503: 'unavailable',
	};
	return codes[status] ?? 'broken';
}
