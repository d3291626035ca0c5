/** What one person saved of pages, for the export. */
import type { Context } from '#platform/context';
import type { PersonId } from '#shared/actor';

export async function exportVersions(ctx: Context, person: PersonId): Promise<unknown> {
	const versions = await ctx.db
		.selectFrom('spaces_pages.page_version as version')
		.innerJoin('spaces.member as member', 'member.id', 'version.saved_by')
		.select(['version.title', 'version.locale', 'version.content', 'version.saved_at'])
		.where('member.person_id', '=', person)
		.orderBy('version.saved_at')
		.execute();
	return { pages: versions };
}
