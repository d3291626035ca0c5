/** What one person saved of pages, for the export. */
import type { Context } from '#platform/context';
import type { PersonId } from '#shared/actor';

/** All versions that the person saved, or wrote in together with others. */
export async function exportVersions(ctx: Context, person: PersonId): Promise<unknown> {
	const own = ctx.db.selectFrom('spaces.member').select('id').where('person_id', '=', person);
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
