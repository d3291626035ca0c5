/** SQL of pages and their versions. */
import { isWithheld } from '#domain/safety';
import { memberCard, memberOfRow, showsWithoutConsent, type SpaceId } from '#domain/spaces';
import type { Context } from '#platform/context';
import type { Content } from '#shared/rich-text/content';
import type { Page, PageId, PageWithContent, Version } from './page.ts';

/** The pages with who saved them last. */
function pageRows(ctx: Context) {
	return memberCard(ctx)
		.innerJoin('spaces_pages.page_version as version', 'version.saved_by', 'member.id')
		.innerJoin('spaces_pages.page as page', (join) =>
			join.onRef('page.id', '=', 'version.page_id').onRef('page.version', '=', 'version.version'),
		)
		.select(['page.id', 'page.short_id', 'page.title', 'page.locale', 'page.version', 'page.made_by'])
		.select(['page.written', 'page.parent_id'])
		.select(['page.shared_at', 'page.binned_at', 'version.saved_at'])
		.select(({ ref }) => isWithheld(ref('page.id')).as('withheld'));
}

type Row = Awaited<ReturnType<ReturnType<typeof pageRows>['executeTakeFirstOrThrow']>>;

function pageOfRow(row: Row): Page {
	return {
		id: row.id,
		shortId: row.short_id,
		title: row.title,
		locale: row.locale,
		version: row.version,
		written: Math.max(1, row.written),
		parent: row.parent_id,
		madeBy: row.made_by,
		savedBy: memberOfRow(row),
		savedAt: row.saved_at,
		sharedAt: row.shared_at,
		binnedAt: row.binned_at,
		isWithheld: row.withheld === true,
	};
}

/** All pages of the space in their order, those in the bin too. */
export async function pagesIn(ctx: Context, space: SpaceId): Promise<Page[]> {
	const rows = await pageRows(ctx)
		.where('page.space_id', '=', space)
		.orderBy('page.position')
		.orderBy('page.id')
		.execute();
	return rows.map(pageOfRow);
}

export async function pageIn(ctx: Context, space: SpaceId, id: PageId): Promise<PageWithContent | undefined> {
	const row = await pageRows(ctx)
		.select('version.content')
		.where('page.space_id', '=', space)
		.where('page.id', '=', id)
		.executeTakeFirst();
	return row && { ...pageOfRow(row), content: row.content as unknown as Content };
}

/**
 * Shared pages of any space, for whoever was let to them otherwise than as a member; drafts, the bin and what waits for
 * a teacher's look are left out.
 */
export async function sharedPages(
	ctx: Context,
	ids: readonly PageId[],
): Promise<(PageWithContent & { readonly space: SpaceId })[]> {
	if (ids.length === 0) return [];
	const rows = await pageRows(ctx)
		.select(['version.content', 'page.space_id'])
		.where('page.id', 'in', [...ids])
		.where('page.shared_at', 'is not', null)
		.where('page.binned_at', 'is', null)
		.execute();
	return rows
		.map((row) => ({
			...pageOfRow(row),
			space: row.space_id,
			content: row.content as unknown as Content,
		}))
		.filter((page) => !page.isWithheld);
}

/** The space of a page, whoever asks; undefined when there is no such page. */
export async function spaceOfPage(ctx: Context, id: PageId): Promise<SpaceId | undefined> {
	const row = await ctx.db
		.selectFrom('spaces_pages.page')
		.select('space_id')
		.where('id', '=', id)
		.executeTakeFirst();
	return row?.space_id;
}

export async function versionsOf(ctx: Context, page: PageId): Promise<Version[]> {
	const rows = await memberCard(ctx)
		.innerJoin('spaces_pages.page_version as version', 'version.saved_by', 'member.id')
		.select(['version.version', 'version.title', 'version.saved_at'])
		.where('version.page_id', '=', page)
		.orderBy('version.version', 'desc')
		.limit(500)
		.execute();
	return rows.map((row) => ({
		version: row.version,
		title: row.title,
		savedBy: memberOfRow(row),
		savedAt: row.saved_at,
	}));
}

export type StoredVersion = { readonly title: string; readonly locale: string; readonly content: Content };

export async function versionOf(
	ctx: Context,
	page: PageId,
	version: number,
): Promise<StoredVersion | undefined> {
	const row = await ctx.db
		.selectFrom('spaces_pages.page_version')
		.select(['title', 'locale', 'content'])
		.where('page_id', '=', page)
		.where('version', '=', version)
		.executeTakeFirst();
	return row && { title: row.title, locale: row.locale, content: row.content as unknown as Content };
}

/** Where a version stands in the page's log, and whether it still takes what is written together. */
export async function versionPlace(
	ctx: Context,
	page: PageId,
	version: number,
): Promise<{ readonly written: number; readonly isLive: boolean } | undefined> {
	const row = await ctx.db
		.selectFrom('spaces_pages.page_version')
		.select(['written', 'live_since'])
		.where('page_id', '=', page)
		.where('version', '=', version)
		.executeTakeFirst();
	return row && { written: row.written ?? 0, isLive: row.live_since !== null };
}

/** The newest version that stood at that change of the log or before. */
export async function versionAt(
	ctx: Context,
	page: PageId,
	number: number,
): Promise<(StoredVersion & { readonly written: number }) | undefined> {
	const row = await ctx.db
		.selectFrom('spaces_pages.page_version')
		.select(['title', 'locale', 'content', 'written'])
		.where('page_id', '=', page)
		.where(({ eb, fn, val }) => eb(fn.coalesce('written', val(0)), '<=', number))
		.orderBy('version', 'desc')
		.limit(1)
		.executeTakeFirst();
	return (
		row && {
			title: row.title,
			locale: row.locale,
			content: row.content as unknown as Content,
			written: row.written ?? 0,
		}
	);
}

/** Whether a pupil wrote in a version of the page, up to that one. */
export async function wasSavedByPupil(ctx: Context, page: PageId, upTo: number): Promise<boolean> {
	const savers = ctx.db
		.selectFrom('spaces_pages.page_version as version')
		.select('version.saved_by as writer')
		.where('version.page_id', '=', page)
		.where('version.version', '<=', upTo);
	const writers = ctx.db
		.selectFrom('spaces_pages.version_writer as wrote')
		.select('wrote.member_id as writer')
		.where('wrote.page_id', '=', page)
		.where('wrote.version', '<=', upTo);
	const row = await ctx.db
		.selectFrom(savers.unionAll(writers).as('hand'))
		.innerJoin('spaces.member as member', 'member.id', 'hand.writer')
		.select('member.id')
		.where('member.role', 'in', ['pupil', 'pupil-administrator'])
		.limit(1)
		.executeTakeFirst();
	return row !== undefined;
}

/** For each of these pages that shows pictures in its newest version, the one that was sent first. */
/** The first picture of each page: of all, or of those that every member may see. */
export async function firstPicturesOf(
	ctx: Context,
	pages: readonly PageId[],
	{ all }: { readonly all: boolean },
): Promise<Map<PageId, string>> {
	if (pages.length === 0) return new Map();
	const rows = await ctx.db
		.selectFrom('spaces_pages.page as page')
		.innerJoin('spaces_pages.picture_in_version as shown', (join) =>
			join.onRef('shown.page_id', '=', 'page.id').onRef('shown.version', '=', 'page.version'),
		)
		.distinctOn('page.id')
		.select(['page.id', 'shown.file_id'])
		.where('page.id', 'in', [...pages])
		.$if(!all, (query) => query.where(({ not, ref }) => not(showsWithoutConsent(ctx, ref('shown.file_id')))))
		.orderBy('page.id')
		.orderBy('shown.file_id')
		.execute();
	return new Map(rows.map((row) => [row.id, row.file_id]));
}

/** The titles of the pages on which one of these pictures stands now. */
export async function titlesShowing(ctx: Context, files: readonly string[]): Promise<string[]> {
	if (files.length === 0) return [];
	const rows = await ctx.db
		.selectFrom('spaces_pages.page as page')
		.innerJoin('spaces_pages.picture_in_version as shown', (join) =>
			join.onRef('shown.page_id', '=', 'page.id').onRef('shown.version', '=', 'page.version'),
		)
		.select(['page.id', 'page.title'])
		.distinct()
		.where('shown.file_id', 'in', [...files])
		.where('page.binned_at', 'is', null)
		.orderBy('page.title')
		.execute();
	return rows.map(({ title }) => title);
}

/** Fragment: the pictures of versions, for parts that open versions to others than members. */
export function picturesInVersions(ctx: Context) {
	return ctx.db.selectFrom('spaces_pages.picture_in_version as shown');
}

/** Which of these files some version of some page shows. */
export async function picturesInUse(ctx: Context, files: readonly string[]): Promise<Set<string>> {
	const rows = await picturesInVersions(ctx)
		.select('shown.file_id')
		.distinct()
		.where('shown.file_id', 'in', [...files])
		.execute();
	return new Set(rows.map(({ file_id }) => file_id));
}

/** Who made a page, and for which school. */
export async function authorOfPage(
	ctx: Context,
	id: PageId,
): Promise<{ readonly member: string; readonly school: string | null; readonly isPupil: boolean }> {
	const row = await memberCard(ctx)
		.innerJoin('spaces_pages.page as page', 'page.made_by', 'member.id')
		.where('page.id', '=', id)
		.executeTakeFirstOrThrow();
	const { id: member, school, isPupil } = memberOfRow(row);
	return { member, school: school?.id ?? null, isPupil };
}
