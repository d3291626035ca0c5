/** What a member reads of the pages of a space: the list, one page, its versions. */
import {
	answersForSpace,
	demandRight,
	mayInSpace,
	spaceFor,
	withoutConsent,
	type Space,
	type SpaceId,
} from '#domain/spaces';
import type { Context } from '#platform/context';
import { NotFound } from '#platform/errors';
import { isId } from '#platform/ids';
import { cleanContent } from '#shared/rich-text/clean';
import { picturesIn, type Content } from '#shared/rich-text/content';
import { linksIn } from '#shared/rich-text/links';
import { newBlockId } from './form-blocks.ts';
import { leadsOut, type Page, type PageId, type PageWithContent, type Version } from './page.ts';
import { seenTree } from './page-tree.ts';
import { firstPicturesOf, pageIn, pagesIn, versionOf, versionsOf, type StoredVersion } from './pages.sql.ts';

/** Whether the member sees that the page exists: shared pages all do, drafts and the bin some do. */
export function seesPage(
	space: Space,
	page: Pick<Page, 'sharedAt' | 'binnedAt' | 'madeBy' | 'isWithheld'>,
): boolean {
	if (page.isWithheld && page.madeBy !== space.me.id && !answersForSpace(space)) return false;
	if (page.binnedAt !== null) return mayInSpace(space, 'pages.bin', page);
	if (page.sharedAt !== null) return mayInSpace(space, 'pages.read');
	return page.madeBy === space.me.id || mayInSpace(space, 'pages.read-drafts');
}

/** A page in the tree of those that its reader sees: `parent` is the nearest of them above it. */
export type ListedPage = Page & { readonly level: number };

/** The pages of the space from top to bottom of their tree; those in the bin only when they are asked for. */
export async function pagesFor(
	ctx: Context,
	space: Space,
	from: 'list' | 'bin' = 'list',
): Promise<ListedPage[]> {
	demandRight(ctx, space, 'pages.read');
	const isSeen = (page: Page) => (page.binnedAt !== null) === (from === 'bin') && seesPage(space, page);
	return seenTree(await pagesIn(ctx, space.id), isSeen);
}

/** A picture for each of these pages that has one: the file to show beside its title. */
export async function picturesFor(
	ctx: Context,
	space: Space,
	pages: readonly Page[],
): Promise<Map<PageId, string>> {
	demandRight(ctx, space, 'pages.read');
	const seen = pages.filter((page) => seesPage(space, page));
	return firstPicturesOf(
		ctx,
		seen.map((page) => page.id),
		{ all: answersForSpace(space) },
	);
}

/** Pictures in a page that are not there for this member: somebody is on them whose family does not allow it. */
export async function picturesAway(
	ctx: Context,
	space: Space,
	content: Content,
): Promise<ReadonlySet<string>> {
	demandRight(ctx, space, 'pages.read');
	return answersForSpace(space) ? new Set() : withoutConsent(ctx, picturesIn(content), 'members');
}

/** Where a link of the page leads, by its place in the text (see `versionAsHtml`). NotFound for any other. */
export async function linkFor(ctx: Context, space: Space, id: PageId, place: number): Promise<string> {
	const { content } = await pageFor(ctx, space, id);
	const address = linksIn(cleanContent(content, newBlockId))[place];
	if (address === undefined || !leadsOut(address)) throw new NotFound('link');
	return address;
}

/** One page with its newest content, in its space. NotFound for whoever may not see it. */
export async function pageFor(ctx: Context, space: Space, id: PageId): Promise<PageWithContent> {
	const page = isId(id) ? await pageIn(ctx, space.id, id) : undefined;
	demandRight(ctx, space, 'pages.read');
	if (!page || !seesPage(space, page)) throw new NotFound('page');
	return page;
}

/** The same by the id of the space. */
export async function reachPage(
	ctx: Context,
	spaceId: SpaceId,
	id: PageId,
): Promise<{ space: Space; page: PageWithContent }> {
	const space = await spaceFor(ctx, spaceId);
	return { space, page: await pageFor(ctx, space, id) };
}

/** All saved states of a page, the newest first. */
export async function versionsFor(ctx: Context, space: Space, id: PageId): Promise<Version[]> {
	const page = await pageFor(ctx, space, id);
	demandRight(ctx, space, 'pages.write', page);
	return versionsOf(ctx, page.id);
}

/** One saved state of a page. */
export async function versionFor(
	ctx: Context,
	space: Space,
	id: PageId,
	version: number,
): Promise<StoredVersion> {
	const page = await pageFor(ctx, space, id);
	demandRight(ctx, space, 'pages.write', page);
	const found = Number.isSafeInteger(version) ? await versionOf(ctx, page.id, version) : undefined;
	if (!found) throw new NotFound('page-version');
	return found;
}
