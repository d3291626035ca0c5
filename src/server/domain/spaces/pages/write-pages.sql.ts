/** SQL that writes pages and their versions. */
import { sql } from 'kysely';
import type { MemberId, SpaceId } from '#domain/spaces';
import type { Context } from '#platform/context';
import { newId, newShortId } from '#platform/ids';
import { picturesIn, type Content } from '#shared/rich-text/content';
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
			title: first.title,
			locale: first.locale,
			made_by: by,
			made_at: ctx.now,
		})
		.execute();
	await insertVersion(ctx, id, 1, by, first);
	await renumberPages(ctx, space, (ids) => ids);
	return id;
}

/** The next version of a page that is locked. */
export async function addVersion(
	ctx: Context,
	page: PageId,
	version: number,
	by: MemberId,
	next: StoredVersion,
): Promise<void> {
	await insertVersion(ctx, page, version, by, next);
	await ctx.db
		.updateTable('spaces_pages.page')
		.set({ version, title: next.title, locale: next.locale })
		.where('id', '=', page)
		.execute();
}

async function insertVersion(
	ctx: Context,
	page: PageId,
	version: number,
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
		})
		.execute();
	await insertPictures(ctx, page, version, content);
}

async function insertPictures(ctx: Context, page: PageId, version: number, content: Content): Promise<void> {
	const files = picturesIn(content);
	if (files.length === 0) return;
	await ctx.db
		.insertInto('spaces_pages.picture_in_version')
		.values(files.map((file_id) => ({ page_id: page, version, file_id })))
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
