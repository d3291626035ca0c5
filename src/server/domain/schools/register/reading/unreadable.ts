/** What libraries say of files that are not what they are taken for, as whoever sent them is told. */
import { Invalid } from '#platform/errors';

/** The error to throw in place of this one, from reading a file of this kind. */
export function asTold(error: unknown, kind: string): unknown {
	if (!(error instanceof Error) || error instanceof Invalid) return error;
	const code = 'code' in error ? String(error.code) : '';
	const isUnreadable =
		/^(Z_|ERR_STREAM)/.test(code) ||
		/central directory|zip|JSON|gzip|Parser|Encoding not recognized/i.test(error.message);
	return isUnreadable ? new Invalid('unreadable', { kind }) : error;
}
