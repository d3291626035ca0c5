/** Spaces whose time is over: archived, and kept for long. */
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { emit } from '#platform/events';
import { overBefore } from '#platform/retention';
import { emptySpace, lockArchivedBefore, spacesArchivedBefore } from './forget.sql.ts';

/** The hourly job. Running it twice empties nothing more. open-to-all: only the worker runs it. */
export async function emptyOldSpaces(ctx: Context): Promise<void> {
	const over = await overBefore(ctx, 'space_archived');
	for (const space of await spacesArchivedBefore(ctx, over)) {
		await inTransaction(ctx, async (inside) => {
			if (!(await lockArchivedBefore(inside, space, over))) return;
			await emit(inside, 'space.emptied', { space });
			await emptySpace(inside, space);
		});
	}
}
