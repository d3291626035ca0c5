/** The log of a page that has rested grows shorter: what was written long ago becomes one change. */
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import * as Y from 'yjs';
import type { PageId } from '../page.ts';
import { documentOf } from './document.ts';
import { changesAfter, lockLog, longLogs, replaceChanges } from './log.sql.ts';

/** A form may be open for long, and is brought together with what was written since it was opened. */
const restedFor = 2 * 24 * 3600 * 1000;
const fewest = 100;

/** The nightly job. Running it twice changes nothing more. open-to-all: only the worker runs it. */
export async function bringLogsTogether(ctx: Context): Promise<void> {
	const before = new Date(ctx.now.getTime() - restedFor);
	for (const { page, upTo } of await longLogs(ctx, before, fewest)) await bringTogether(ctx, page, upTo);
}

async function bringTogether(ctx: Context, page: PageId, upTo: number): Promise<void> {
	await inTransaction(ctx, async (inside) => {
		if (!(await lockLog(inside, page))) return;
		const changes = await changesAfter(inside, page, 0, upTo);
		const whole = Y.encodeStateAsUpdate(documentOf(changes.map(({ change }) => change)));
		await replaceChanges(inside, page, upTo, whole);
	});
}
