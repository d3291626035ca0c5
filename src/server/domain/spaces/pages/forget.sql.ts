/** SQL of pages that go, with all their versions. Their pictures are files that nothing shows any more. */
import type { SpaceId } from '#domain/spaces';
import type { Context } from '#platform/context';
import type { PageId } from './page.ts';

export async function pagesBinnedBefore(ctx: Context, before: Date): Promise<PageId[]> {
	const rows = await ctx.db
		.selectFrom('spaces_pages.page')
		.select('id')
		.where('binned_at', '<', before)
		.orderBy('binned_at')
		.execute();
	return rows.map(({ id }) => id);
}

/** True when the page still lies in the bin, and nobody takes it out before this transaction has ended. */
export async function lockBinnedBefore(ctx: Context, page: PageId, before: Date): Promise<boolean> {
	const row = await ctx.db
		.selectFrom('spaces_pages.page')
		.select('id')
		.where('id', '=', page)
		.where('binned_at', '<', before)
		.forUpdate()
		.executeTakeFirst();
	return row !== undefined;
}

export async function pagesOfSpace(ctx: Context, space: SpaceId): Promise<PageId[]> {
	const rows = await ctx.db
		.selectFrom('spaces_pages.page')
		.select('id')
		.where('space_id', '=', space)
		.execute();
	return rows.map(({ id }) => id);
}

export async function deletePage(ctx: Context, page: PageId): Promise<void> {
	await deleteLog(ctx, page);
	await ctx.db.deleteFrom('spaces_pages.version_writer').where('page_id', '=', page).execute();
	await ctx.db.deleteFrom('spaces_pages.picture_in_version').where('page_id', '=', page).execute();
	// page and newest version point to each other; the database looks at the end of the transaction
	await ctx.db.deleteFrom('spaces_pages.page_version').where('page_id', '=', page).execute();
	await ctx.db.deleteFrom('spaces_pages.page').where('id', '=', page).execute();
}

/** The log holds every word that was ever written; without it the page begins anew from its newest version. */
async function deleteLog(ctx: Context, page: PageId): Promise<void> {
	for (const table of ['spaces_pages.page_change', 'spaces_pages.page_hand'] as const)
		await ctx.db.deleteFrom(table).where('page_id', '=', page).execute();
}

/** The page is from now on that one version. */
export async function deleteOtherVersions(ctx: Context, page: PageId, version: number): Promise<void> {
	const kept = await ctx.db
		.selectFrom('spaces_pages.page_version')
		.select(['title', 'locale'])
		.where('page_id', '=', page)
		.where('version', '=', version)
		.executeTakeFirstOrThrow();
	await deleteLog(ctx, page);
	await ctx.db
		.updateTable('spaces_pages.page')
		.set({ version, written: 0, ...kept })
		.where('id', '=', page)
		.execute();
	const ofVersions = ['picture_in_version', 'version_writer', 'page_version'] as const;
	for (const table of ofVersions.map((name) => `spaces_pages.${name}` as const))
		await ctx.db.deleteFrom(table).where('page_id', '=', page).where('version', '<>', version).execute();
}
