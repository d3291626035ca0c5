/** SQL of publications: what of a project's pages the public may read. */
import { isWithheld } from '#domain/safety';
import { addressOf, visibleProjects, type ProjectId } from '#domain/projects';
import { countriesInSpace, showsWithoutConsent, type MemberId, type SpaceId } from '#domain/spaces';
import type { MaterialId } from '#domain/spaces/materials';
import { picturesInVersions, type PageId } from '#domain/spaces/pages';
import type { Context } from '#platform/context';
import type { PupilId } from '#shared/actor';
import { newId } from '#platform/ids';
import type { Content } from '#shared/rich-text/content';

export type NewPublication = {
	readonly page: PageId;
	readonly version: number;
	readonly by: MemberId;
	readonly statement: { readonly locale: string; readonly version: number };
	/** Pupils who can be recognised on it. */
	readonly shown: readonly MemberId[];
	/** Materials that stand on it. */
	readonly materials: readonly MaterialId[];
};

export async function insertPublication(
	ctx: Context,
	{ page, version, by, statement, shown, materials }: NewPublication,
): Promise<void> {
	const id = newId();
	await ctx.db
		.insertInto('twinspaces.publication')
		.values({
			id,
			page_id: page,
			version,
			statement_locale: statement.locale,
			statement_version: statement.version,
			confirmed_by: by,
			published_at: ctx.now,
		})
		.execute();
	if (shown.length > 0)
		await ctx.db
			.insertInto('twinspaces.shown_pupil')
			.values(shown.map((member_id) => ({ publication_id: id, member_id })))
			.execute();
	if (materials.length > 0)
		await ctx.db
			.insertInto('twinspaces.shown_material')
			.values(materials.map((material_id) => ({ publication_id: id, material_id })))
			.execute();
}

/** Those of these materials that a running publication shows; of one page when it is given. */
export async function publishedMaterials(
	ctx: Context,
	ids: readonly MaterialId[],
	page?: PageId,
): Promise<Set<MaterialId>> {
	if (ids.length === 0) return new Set();
	const rows = await running(ctx)
		.innerJoin('twinspaces.shown_material as on_it', 'on_it.publication_id', 'publication.id')
		.innerJoin('spaces_materials.material as material', 'material.id', 'on_it.material_id')
		.select('on_it.material_id')
		.where(({ not, ref }) => not(showsWithoutConsent(ctx, ref('material.file_id'), 'everybody')))
		.where('on_it.material_id', 'in', [...ids])
		.$if(page !== undefined, (query) => query.where('page.id', '=', page ?? ''))
		.execute();
	return new Set(rows.map(({ material_id }) => material_id));
}

/** Ends what the public reads of a page. Returns whether there was anything. */
export async function endPublication(ctx: Context, page: PageId, by: MemberId): Promise<boolean> {
	const ended = await ctx.db
		.updateTable('twinspaces.publication')
		.set({ withdrawn_at: ctx.now, withdrawn_by: by })
		.where('page_id', '=', page)
		.where('withdrawn_at', 'is', null)
		.executeTakeFirst();
	return Number(ended.numUpdatedRows) > 0;
}

/** What is public just now, with the page and the project it belongs to. */
function running(ctx: Context) {
	return ctx.db
		.selectFrom('twinspaces.publication as publication')
		.innerJoin('spaces_pages.page as page', 'page.id', 'publication.page_id')
		.innerJoin('spaces_pages.page_version as shown', (join) =>
			join
				.onRef('shown.page_id', '=', 'publication.page_id')
				.onRef('shown.version', '=', 'publication.version'),
		)
		.innerJoin('twinspaces.twinspace as twinspace', 'twinspace.space_id', 'page.space_id')
		.innerJoin('projects.project as project', 'project.id', 'twinspace.project_id')
		.where('publication.withdrawn_at', 'is', null)
		.where('page.binned_at', 'is', null)
		.where(({ not, ref }) => not(isWithheld(ref('page.id'))));
}

export type RunningPublication = {
	readonly version: number;
	readonly publishedAt: Date;
	readonly confirmedBy: MemberId;
};

/** What the public reads of these pages, by page. */
export async function runningPublications(
	ctx: Context,
	pages: readonly PageId[],
): Promise<Map<PageId, RunningPublication>> {
	if (pages.length === 0) return new Map();
	const rows = await ctx.db
		.selectFrom('twinspaces.publication')
		.select(['page_id', 'version', 'published_at', 'confirmed_by'])
		.where('page_id', 'in', [...pages])
		.where('withdrawn_at', 'is', null)
		.execute();
	return new Map(
		rows.map((row) => [
			row.page_id,
			{ version: row.version, publishedAt: row.published_at, confirmedBy: row.confirmed_by },
		]),
	);
}

export type PublicPage = {
	readonly id: PageId;
	readonly version: number;
	readonly title: string;
	/** The language of title and text. */
	readonly locale: string;
	readonly content: Content;
	readonly publishedAt: Date;
	/** The last part of the page's address. */
	readonly address: string;
	readonly space: SpaceId;
	readonly project: {
		readonly id: ProjectId;
		readonly title: string;
		readonly locale: string;
		readonly address: string;
		readonly countries: readonly string[];
	};
};

/** The public page with this short id in the project with that one. */
export async function publicPage(
	ctx: Context,
	project: string,
	page: string,
): Promise<PublicPage | undefined> {
	const row = await running(ctx)
		.innerJoin('spaces.space as space', 'space.id', 'page.space_id')
		.where(visibleProjects(ctx.actor))
		.where('project.short_id', '=', project)
		.where('page.short_id', '=', page)
		.select(['page.id', 'page.short_id', 'shown.version', 'shown.title', 'shown.locale', 'shown.content'])
		.select([
			'page.space_id',
			'publication.published_at',
			'project.id as project_id',
			'project.short_id as project_short_id',
		])
		.select(['project.title as project_title', 'project.locale as project_locale'])
		.select(countriesInSpace(ctx).as('countries'))
		.executeTakeFirst();
	if (!row) return undefined;
	return {
		id: row.id,
		version: row.version,
		title: row.title,
		locale: row.locale,
		content: row.content as unknown as Content,
		publishedAt: row.published_at,
		address: addressOf(row.title, row.short_id),
		space: row.space_id,
		project: {
			id: row.project_id,
			title: row.project_title,
			locale: row.project_locale,
			address: addressOf(row.project_title, row.project_short_id),
			countries: row.countries,
		},
	};
}

export type PublishedPage = {
	readonly title: string;
	readonly locale: string;
	/** Without language: `/projects/two-rivers-7k2m9x4q/pages/our-river-5c2m9x4q`. */
	readonly path: string;
	readonly publishedAt: Date;
};

/** All public pages, as lists show them. */
function publishedRows(ctx: Context) {
	return running(ctx)
		.where(visibleProjects(ctx.actor))
		.select(['page.short_id', 'shown.title', 'shown.locale', 'publication.published_at'])
		.select(['project.title as project_title', 'project.short_id as project_short_id']);
}

type PublishedRow = Awaited<ReturnType<ReturnType<typeof publishedRows>['executeTakeFirstOrThrow']>>;

function publishedOfRow(row: PublishedRow): PublishedPage {
	return {
		title: row.title,
		locale: row.locale,
		path: `/projects/${addressOf(row.project_title, row.project_short_id)}/pages/${addressOf(row.title, row.short_id)}`,
		publishedAt: row.published_at,
	};
}

/** The public pages of a project, in the order of its TwinSpace. */
export async function publishedPagesIn(ctx: Context, project: ProjectId): Promise<PublishedPage[]> {
	const rows = await publishedRows(ctx)
		.where('project.id', '=', project)
		.orderBy('page.position')
		.limit(300)
		.execute();
	return rows.map(publishedOfRow);
}

/** The public pages of all projects, the newest first. */
export async function newestPublished(ctx: Context, most: number): Promise<PublishedPage[]> {
	const rows = await publishedRows(ctx)
		.orderBy('publication.published_at', 'desc')
		.orderBy('publication.id')
		.limit(most)
		.execute();
	return rows.map(publishedOfRow);
}

/** Whether a public page shows the picture. */
export async function isShownToThePublic(ctx: Context, file: string): Promise<boolean> {
	const row = await picturesInVersions(ctx)
		.innerJoin('twinspaces.publication as publication', (join) =>
			join
				.onRef('publication.page_id', '=', 'shown.page_id')
				.onRef('publication.version', '=', 'shown.version'),
		)
		.innerJoin('spaces_pages.page as page', 'page.id', 'publication.page_id')
		.select('shown.file_id')
		.where('shown.file_id', '=', file)
		.where(({ not, ref }) => not(showsWithoutConsent(ctx, ref('shown.file_id'), 'everybody')))
		.where('publication.withdrawn_at', 'is', null)
		.where('page.binned_at', 'is', null)
		.where(({ not, ref }) => not(isWithheld(ref('page.id'))))
		.limit(1)
		.executeTakeFirst();
	return row !== undefined;
}

/** What the public reads of a page by the page's id; undefined when nothing is. */
export async function publicPageById(
	ctx: Context,
	page: PageId,
): Promise<
	| { readonly title: string; readonly locale: string; readonly content: Content; readonly space: string }
	| undefined
> {
	const row = await running(ctx)
		.where(visibleProjects(ctx.actor))
		.where('page.id', '=', page)
		.select(['shown.title', 'shown.locale', 'shown.content', 'page.space_id'])
		.executeTakeFirst();
	if (!row) return undefined;
	return {
		title: row.title,
		locale: row.locale,
		content: row.content as unknown as Content,
		space: row.space_id,
	};
}

/** What is public now with this pupil on it. */
export async function publicationsShowing(
	ctx: Context,
	pupil: PupilId,
): Promise<{ readonly page: PageId; readonly title: string; readonly confirmedBy: MemberId }[]> {
	const rows = await running(ctx)
		.innerJoin('twinspaces.shown_pupil as on_it', 'on_it.publication_id', 'publication.id')
		.innerJoin('spaces.member as member', 'member.id', 'on_it.member_id')
		.where('member.pupil_id', '=', pupil)
		.select(['page.id', 'shown.title', 'publication.confirmed_by'])
		.execute();
	return rows.map((row) => ({ page: row.id, title: row.title, confirmedBy: row.confirmed_by }));
}
