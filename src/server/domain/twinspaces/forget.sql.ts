/** SQL of what goes with a page, a class or a space, and of what stays because it was published. */
import type { ClassId } from '#domain/pupils';
import type { SpaceId } from '#domain/spaces';
import type { PageId } from '#domain/spaces/pages';
import type { Context } from '#platform/context';

/** All publications of a page, or those of other versions than the one that stays. */
export async function deletePublicationsOf(ctx: Context, page: PageId, kept?: number): Promise<void> {
	await ctx.db
		.deleteFrom('twinspaces.publication')
		.where('page_id', '=', page)
		.$if(kept !== undefined, (query) => query.where('version', '<>', kept ?? 0))
		.execute();
}

/** Page → the version that is public now. */
export async function publishedAmong(ctx: Context, pages: readonly PageId[]): Promise<[PageId, number][]> {
	if (pages.length === 0) return [];
	const rows = await ctx.db
		.selectFrom('twinspaces.publication')
		.select(['page_id', 'version'])
		.where('page_id', 'in', [...pages])
		.where('withdrawn_at', 'is', null)
		.execute();
	return rows.map(({ page_id, version }) => [page_id, version]);
}

export async function deleteClass(ctx: Context, id: ClassId): Promise<void> {
	await ctx.db.deleteFrom('twinspaces.class_in_space').where('class_id', '=', id).execute();
}

export async function deleteClassesIn(ctx: Context, space: SpaceId): Promise<void> {
	await ctx.db.deleteFrom('twinspaces.class_in_space').where('space_id', '=', space).execute();
}
