/** Somebody who may takes the TwinSpace along: the worker makes the copy, and tells them when it is ready. */
import { demandRight, type SpaceId } from '#domain/spaces';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { addJob } from '#platform/jobs';
import { countAgainst } from '#platform/limits';
import { granted, refused, type Result } from '#platform/result';
import { twinSpaceById } from '#domain/twinspaces';
import { copyLimits } from './copy.ts';
import { insertCopy } from './copies.sql.ts';

/** Makes a copy of what the actor sees there. `under-way`: the one they asked for before is not ready yet. */
export async function askForCopy(
	ctx: Context,
	input: { readonly space: SpaceId },
): Promise<Result<undefined, 'under-way'>> {
	const { space } = await twinSpaceById(ctx, input.space);
	demandRight(ctx, space, 'space.take-along');
	await countAgainst(ctx, copyLimits.asked, space.me.id);
	return inTransaction(ctx, async (inside) => {
		if (!(await insertCopy(inside, space.id, space.me.id))) return refused('under-way');
		await addJob(inside, 'twinspaces/copies.make', {});
		return granted();
	});
}
