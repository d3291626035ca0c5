/** What goes wrong unexpectedly: a code and safe details, no HTTP status and no prose. Translated once per door. */

export type Details = Readonly<Record<string, string | number | boolean>>;

class PlatformError extends Error {
	readonly code: string;
	readonly details: Details;

	constructor(code: string, details: Details = {}) {
		super(code);
		this.name = new.target.name;
		this.code = code;
		this.details = details;
	}
}

/** The thing does not exist, or not for this actor: the two look the same from outside. */
export class NotFound extends PlatformError {}
/** The actor reaches the thing but may not do this with it. */
export class Forbidden extends PlatformError {}
/** The request itself is malformed: unknown fields, wrong types, foreign ids. */
export class Invalid extends PlatformError {}
/** Somebody else changed the thing meanwhile. */
export class Conflict extends PlatformError {}
/** Too often; `details.seconds` says when to come back. */
export class TooOften extends PlatformError {}
/** Whoever began this is not signed in any more; somebody else may be. */
export class SignedOut extends PlatformError {}
/** A part the platform needs, such as the database, does not answer. */
export class Unavailable extends PlatformError {}

export { PlatformError };

const connectionCodes = new Set([
	'ECONNREFUSED',
	'ECONNRESET',
	'ENOENT',
	'EPIPE',
	'ETIMEDOUT',
	'57P01',
	'57P02',
	'57P03',
	'08000',
	'08003',
	'08006',
	'53300',
]);

/** True when an exception means that the database cannot be reached just now. */
export function isDatabaseGone(error: unknown): boolean {
	if (!(error instanceof Error)) return false;
	if ('code' in error && typeof error.code === 'string' && connectionCodes.has(error.code)) return true;
	return /connection terminated|timeout e(xpired|xceeded when trying to connect)|is not queryable/i.test(
		error.message,
	);
}
