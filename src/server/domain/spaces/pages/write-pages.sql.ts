/** SQL that writes pages and their versions. */
import { sql } from 'kysely';
import type { MemberId, SpaceId } from '#domain/spaces';
import type { Context } from '#platform/context';
import { newId, newShortId } from '#platform/ids';
import { picturesIn } from '#shared/rich-text/content';
import { firstChange } from './live/document.ts';
import { insertChanges, updateStanding } from './live/log.sql.ts';
import type { PageId } from './page.ts';
import type { StoredVersion } from './pages.sql.ts';

/** A page with its first version, at the end of the space's pages. */
export async function insertPage(
	ctx: Context,
	space: SpaceId,
	by: MemberId,
	first: StoredVersion,
): Promise<PageId> {
	const id = newId();
	await ctx.db
		.insertInto('spaces_pages.page')
		.values({
			id,
			short_id: newShortId(),
			space_id: space,
			// behind all others until they are numbered anew
			position: 1_000_000,
			version: 1,
			written: 0,
			title: first.title,
			locale: first.locale,
			made_by: by,
			made_at: ctx.now,
		})
		.execute();
	const written = await insertChanges(ctx, id, 0, [{ change: firstChange(first.content), by }]);
	await updateStanding(ctx, { page: id, version: 1, written });
	await insertVersion(ctx, { page: id, version: 1, written }, by, first);
	await renumberPages(ctx, space, (ids) => ids);
	return id;
}

/** Where a version stands: at which change of the page's log, and since when it is written together. */
export type VersionPlace = {
	readonly page: PageId;
	readonly version: number;
	readonly written: number;
	readonly liveSince?: Date;
};

/** The next version of a page whose log is locked. */
export async function addVersion(
	ctx: Context,
	place: VersionPlace,
	by: MemberId,
	next: StoredVersion,
): Promise<void> {
	await insertVersion(ctx, place, by, next);
	const { page, version, written } = place;
	await ctx.db
		.updateTable('spaces_pages.page')
		.set({ version, written, title: next.title, locale: next.locale })
		.where('id', '=', page)
		.execute();
}

async function insertVersion(
	ctx: Context,
	{ page, version, written, liveSince }: VersionPlace,
	by: MemberId,
	stored: StoredVersion,
): Promise<void> {
	const { title, locale, content } = stored;
	await ctx.db
		.insertInto('spaces_pages.page_version')
		.values({
			page_id: page,
			version,
			title,
			locale,
			content: JSON.stringify(content),
			saved_by: by,
			saved_at: ctx.now,
			written,
			live_since: liveSince ?? null,
		})
		.execute();
	await insertPictures(ctx, page, version, picturesIn(content));
}

/** The version shows these pictures, and those it showed before. */
export async function insertPictures(
	ctx: Context,
	page: PageId,
	version: number,
	files: readonly string[],
): Promise<void> {
	if (files.length === 0) return;
	await ctx.db
		.insertInto('spaces_pages.picture_in_version')
		.values(files.map((file_id) => ({ page_id: page, version, file_id })))
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

export type PageFacts = {
	readonly shared_at?: Date | null;
	readonly shared_by?: MemberId | null;
	readonly binned_at?: Date | null;
	readonly binned_by?: MemberId | null;
};

export async function updatePage(ctx: Context, page: PageId, facts: PageFacts): Promise<void> {
	await ctx.db.updateTable('spaces_pages.page').set(facts).where('id', '=', page).execute();
}

/** Numbers the pages of a space anew, in the order that `arrange` makes of the present one. */
export async function renumberPages(
	ctx: Context,
	space: SpaceId,
	arrange: (ids: readonly PageId[]) => readonly PageId[],
): Promise<void> {
	const rows = await ctx.db
		.selectFrom('spaces_pages.page')
		.select('id')
		.where('space_id', '=', space)
		.orderBy('position')
		.orderBy('id')
		.forUpdate()
		.execute();
	const ids = arrange(rows.map((row) => row.id));
	await sql`update spaces_pages.page as page set position = placed.place
		from unnest(${ids}::uuid[]) with ordinality as placed (id, place)
		where page.id = placed.id and page.position <> placed.place`.execute(ctx.db);
}
