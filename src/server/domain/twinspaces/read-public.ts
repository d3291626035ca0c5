/** What the public reads of a project: its published pages, and nothing else of its TwinSpace. */
import { shortIdOf, type ProjectId } from '#domain/projects';
import { demandRight, withoutConsent, type Space } from '#domain/spaces';
import type { PageId } from '#domain/spaces/pages';
import type { Context } from '#platform/context';
import { NotFound } from '#platform/errors';
import type { StoredFile } from '#platform/files';
import { picturesIn, type Content } from '#shared/rich-text/content';
import {
	isShownToThePublic,
	newestPublished,
	publicPage,
	publishedPagesIn,
	runningPublications,
} from './publications.sql.ts';
import type { PublicPage, PublishedPage, RunningPublication } from './publications.sql.ts';

/** A published page by the addresses of project and page (their words may be outdated). open-to-all: it is public. */
export async function publicPageFor(ctx: Context, project: string, page: string): Promise<PublicPage> {
	const [projectId, pageId] = [shortIdOf(project), shortIdOf(page)];
	const found = projectId && pageId ? await publicPage(ctx, projectId, pageId) : undefined;
	if (!found) throw new NotFound('public-page');
	return found;
}

/** The published pages of a project. open-to-all: they are public. */
export async function publishedPagesOf(ctx: Context, project: ProjectId): Promise<PublishedPage[]> {
	return publishedPagesIn(ctx, project);
}

/** The newest published pages of all projects, as many as a search engine takes at once. open-to-all: they are public. */
export async function publishedPagesToFind(ctx: Context): Promise<PublishedPage[]> {
	return newestPublished(ctx, 10_000);
}

/** What is public of these pages, for members of their space. */
export async function publicationsFor(
	ctx: Context,
	space: Space,
	pages: readonly PageId[],
): Promise<Map<PageId, RunningPublication>> {
	demandRight(ctx, space, 'pages.read');
	return runningPublications(ctx, pages);
}

/** Pictures on a public page that the public does not see any more. open-to-all: the page is public. */
export async function picturesNotPublic(ctx: Context, content: Content): Promise<ReadonlySet<string>> {
	return withoutConsent(ctx, picturesIn(content), 'everybody');
}

/** Pictures of a published page are public while it is. open-to-all for that reason. */
export async function opensPublicPicture(ctx: Context, file: StoredFile): Promise<boolean> {
	return isShownToThePublic(ctx, file.id);
}
