/** What became of the copies somebody asked for, and who may fetch one. */
import { demandRight, mayInSpace, spaceFor, type Space } from '#domain/spaces';
import type { Context } from '#platform/context';
import { Forbidden, NotFound } from '#platform/errors';
import type { StoredFile } from '#platform/files';
import { keptTimes } from '#platform/retention';
import type { Copy, CopyState } from './copy.ts';
import { copiesOf, copyById } from './copies.sql.ts';

const day = 24 * 3600 * 1000;

/** The actor's own copies of a space that was reached, the newest first. */
export async function copiesFor(ctx: Context, space: Space): Promise<Copy[]> {
	demandRight(ctx, space, 'space.take-along');
	const { copy: kept } = await keptTimes(ctx);
	return (await copiesOf(ctx, space.me.id)).map((row) => ({
		id: row.id,
		state: stateOf(row),
		askedAt: row.asked_at,
		readyAt: row.ready_at,
		until: new Date(row.asked_at.getTime() + kept.amount * day),
		done: row.done,
		outOf: row.out_of,
		file: row.file_id,
		bytes: row.bytes,
	}));
}

/** A copy is fetched by whoever asked for it, while they may take the space along. */
export async function opensCopy(ctx: Context, file: StoredFile): Promise<boolean> {
	const copy = await copyById(ctx, file.owner);
	if (copy?.file_id !== file.id) return false;
	try {
		const space = await spaceFor(ctx, copy.space_id);
		return space.me.id === copy.asked_by && mayInSpace(space, 'space.take-along');
	} catch (error) {
		if (error instanceof NotFound || error instanceof Forbidden) return false;
		throw error;
	}
}

function stateOf(row: {
	readonly ready_at: Date | null;
	readonly failed_at: Date | null;
	readonly leased_until: Date | null;
}): CopyState {
	if (row.ready_at !== null) return 'ready';
	if (row.failed_at !== null) return 'failed';
	return row.leased_until === null ? 'waiting' : 'making';
}
