/** With which HTTP status each exception is answered, by pages and uploads alike. */
import {
	Conflict,
	Forbidden,
	Invalid,
	NotFound,
	SignedOut,
	TooOften,
	Unavailable,
	isDatabaseGone,
} from '#platform/errors';

/** The status of an exception; 500 for what nobody expected. */
export function statusOf(error: unknown): number {
	if (error instanceof NotFound) return 404;
	if (error instanceof SignedOut) return 401;
	if (error instanceof Forbidden) return 403;
	if (error instanceof Invalid) return 400;
	if (error instanceof Conflict) return 409;
	if (error instanceof TooOften) return 429;
	if (error instanceof Unavailable || isDatabaseGone(error)) return 503;
	return 500;
}
