/** SQL that writes pages and their versions. */
import { sql } from 'kysely';
import type { MemberId, SpaceId } from '#domain/spaces';
import type { Context } from '#platform/context';
import { newId, newShortId } from '#platform/ids';
import { picturesIn } from '#shared/rich-text/content';
import { firstChange } from './live/document.ts';
import { insertChanges, updateStanding } from './live/log.sql.ts';
import type { PageId } from './page.ts';
import { inTreeOrder, type Placed } from './page-tree.ts';
import type { StoredVersion } from './pages.sql.ts';

/** A page with its first version, behind all others at the top or below another page. */
export async function insertPage(
	ctx: Context,
	space: SpaceId,
	by: MemberId,
	first: StoredVersion,
	parent: PageId | null = null,
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
			parent_id: parent,
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
	await arrangePages(ctx, space, (pages) => pages);
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

/**
 * Places the pages of a space anew, as `arrange` makes it of those that are in no bin: nobody else does meanwhile. What
 * lies in the bin keeps its place below its page, behind the others.
 */
export async function arrangePages(
	ctx: Context,
	space: SpaceId,
	arrange: (pages: readonly Placed[]) => readonly Placed[],
): Promise<void> {
	const rows = await ctx.db
		.selectFrom('spaces_pages.page')
		.select(['id', 'parent_id', 'binned_at'])
		.where('space_id', '=', space)
		.orderBy('position')
		.orderBy('id')
		.forUpdate()
		.execute();
	const all = rows.map(({ id, parent_id, binned_at }) => ({
		id,
		parent: parent_id,
		isBinned: binned_at !== null,
	}));
	const [binned, standing] = [
		all.filter(({ isBinned }) => isBinned),
		all.filter(({ isBinned }) => !isBinned),
	];
	const placed = inTreeOrder([...arrange(standing), ...binned]);
	const [ids, parents] = [placed.map(({ id }) => id), placed.map(({ parent }) => parent)];
	await sql`update spaces_pages.page as page set position = placed.place, parent_id = placed.parent
		from unnest(${ids}::uuid[], ${parents}::uuid[]) with ordinality as placed (id, parent, place)
		where page.id = placed.id
			and (page.position, page.parent_id) is distinct from (placed.place::integer, placed.parent)`.execute(ctx.db);
}
