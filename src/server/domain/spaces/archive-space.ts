/** A space ends: it can be read and kept safe, and is not written any more, until it is opened again. */
import { audit } from '#platform/audit';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { granted, refused, type Result } from '#platform/result';
import { demandRight } from './abilities.ts';
import { spaceFor } from './read-spaces.ts';
import type { SpaceId } from './space.ts';
import { markArchived } from './spaces.sql.ts';

/** Archives a space. Whoever writes in it at this moment is refused with the next thing they send. */
export async function archiveSpace(ctx: Context, id: SpaceId): Promise<Result<undefined, 'archived-before'>> {
	const space = await spaceFor(ctx, id);
	demandRight(ctx, space, 'space.archive');
	if (space.archivedAt !== null) return refused('archived-before');
	return inTransaction(ctx, async (inside) => {
		await markArchived(inside, space.id, { at: ctx.now, by: space.me.id });
		await audit(inside, 'spaces.archived', { kind: 'space', id: space.id });
		return granted();
	});
}

/** Lets the members write in a space again. */
export async function openSpaceAgain(ctx: Context, id: SpaceId): Promise<Result<undefined, 'not-archived'>> {
	const space = await spaceFor(ctx, id);
	demandRight(ctx, space, 'space.archive');
	if (space.archivedAt === null) return refused('not-archived');
	return inTransaction(ctx, async (inside) => {
		await markArchived(inside, space.id, { at: null, by: null });
		await audit(inside, 'spaces.opened-again', { kind: 'space', id: space.id });
		return granted();
	});
}
