/** SQL of what goes with a page, a class or a space, and of what stays because it was published. */
import { sql } from 'kysely';
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

/** Classes all of whose spaces were archived before that moment, each with when the last one was. */
export async function classesOfOverProjects(
	ctx: Context,
	before: Date,
): Promise<{ readonly class: ClassId; readonly over: Date }[]> {
	const rows = await ctx.db
		.selectFrom('twinspaces.class_in_space as taking_part')
		.innerJoin('spaces.space as space', 'space.id', 'taking_part.space_id')
		.select(['taking_part.class_id', sql<Date>`max(space.archived_at)`.as('over')])
		.groupBy('taking_part.class_id')
		.having(sql<boolean>`bool_and(space.archived_at is not null)`)
		.having(sql<boolean>`max(space.archived_at) < ${before}`)
		.execute();
	return rows.map(({ class_id, over }) => ({ class: class_id, over }));
}
