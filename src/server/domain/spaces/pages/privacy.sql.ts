/** What somebody saved of pages, for the export. */
import { membershipIds, type Whose } from '#domain/spaces';
import type { Context } from '#platform/context';

/** All versions that they saved, or wrote in together with others. */
export async function exportVersions(ctx: Context, whose: Whose): Promise<unknown> {
	const own = membershipIds(ctx, whose);
	const versions = await ctx.db
		.selectFrom('spaces_pages.page_version as version')
		.select(['version.title', 'version.locale', 'version.content', 'version.saved_at'])
		.where(({ or, eb, exists, selectFrom }) =>
			or([
				eb('version.saved_by', 'in', own),
				exists(
					selectFrom('spaces_pages.version_writer as wrote')
						.select('wrote.version')
						.whereRef('wrote.page_id', '=', 'version.page_id')
						.whereRef('wrote.version', '=', 'version.version')
						.where('wrote.member_id', 'in', own),
				),
			]),
		)
		.orderBy('version.saved_at')
		.execute();
	return { pages: versions };
}
