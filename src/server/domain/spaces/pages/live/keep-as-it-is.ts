/** A version that is shown elsewhere never changes: what is written from now on goes into the next one. */
import type { Context } from '#platform/context';
import type { PageId } from '../page.ts';
import { versionPlace } from '../pages.sql.ts';
import { closeVersion } from './log.sql.ts';
import { lockPageLog } from './open-document.ts';

/**
 * Closes the version in the transaction of who shows it, and says whether it still is what was looked at: the version
 * as it stood at that change. open-to-all: whoever shows a version was asked for the right to.
 */
export async function keepAsItIs(
	inside: Context,
	page: PageId,
	looked: { readonly version: number; readonly written: number },
): Promise<boolean> {
	await lockPageLog(inside, page);
	const place = await versionPlace(inside, page, looked.version);
	if (place?.isLive !== true) return place !== undefined;
	if (place.written !== looked.written) return false;
	await closeVersion(inside, page, looked.version);
	return true;
}
