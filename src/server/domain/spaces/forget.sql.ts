/** SQL of spaces that are emptied. */
import type { Context } from '#platform/context';
import type { SpaceId } from './space.ts';

export async function spacesArchivedBefore(ctx: Context, before: Date): Promise<SpaceId[]> {
	const rows = await ctx.db
		.selectFrom('spaces.space')
		.select('id')
		.where('archived_at', '<', before)
		.where('emptied_at', 'is', null)
		.orderBy('archived_at')
		.execute();
	return rows.map(({ id }) => id);
}

/** True when the space still waits to be emptied, and stays archived until this transaction has ended. */
export async function lockArchivedBefore(ctx: Context, space: SpaceId, before: Date): Promise<boolean> {
	const row = await ctx.db
		.selectFrom('spaces.space')
		.select('id')
		.where('id', '=', space)
		.where('archived_at', '<', before)
		.where('emptied_at', 'is', null)
		.forUpdate()
		.executeTakeFirst();
	return row !== undefined;
}

/** Members stay as authors of what was published, and are nobody any more. */
export async function emptySpace(ctx: Context, space: SpaceId): Promise<void> {
	await ctx.db.deleteFrom('spaces.activity').where('space_id', '=', space).execute();
	await ctx.db
		.updateTable('spaces.member')
		.set((eb) => ({
			person_id: null,
			pupil_id: null,
			erased_at: eb.fn.coalesce('erased_at', eb.val(ctx.now)),
			left_at: eb.fn.coalesce('left_at', eb.val(ctx.now)),
		}))
		.where('space_id', '=', space)
		.execute();
	await ctx.db.updateTable('spaces.space').set({ emptied_at: ctx.now }).where('id', '=', space).execute();
}
