/** Changes what a space says of itself: its name and description. The project keeps its own title. */
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { granted, type Result } from '#platform/result';
import { demandRight } from './abilities.ts';
import { spaceFor } from './read-spaces.ts';
import type { SpaceId } from './space.ts';
import { updateSpace } from './spaces.sql.ts';

export type SpaceWords = { readonly name: string; readonly description: string; readonly locale: string };

/** Writes name, description and their language anew. */
export async function changeSpace(
	ctx: Context,
	id: SpaceId,
	words: SpaceWords,
): Promise<Result<undefined, never>> {
	const space = await spaceFor(ctx, id);
	demandRight(ctx, space, 'space.change');
	return inTransaction(ctx, async (inside) => {
		await updateSpace(inside, space.id, words);
		return granted();
	});
}
