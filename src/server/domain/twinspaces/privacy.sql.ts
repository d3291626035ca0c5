/** What one person published of TwinSpaces, for the export. */
import type { Context } from '#platform/context';
import type { PersonId } from '#shared/actor';

export async function exportPublications(ctx: Context, person: PersonId): Promise<unknown> {
	const memberships = ctx.db.selectFrom('spaces.member').select('id').where('person_id', '=', person);
	const published = await ctx.db
		.selectFrom('twinspaces.publication')
		.select(['page_id', 'version', 'statement_locale', 'statement_version', 'published_at'])
		.where('confirmed_by', 'in', memberships)
		.orderBy('published_at')
		.execute();
	const withdrawn = await ctx.db
		.selectFrom('twinspaces.publication')
		.select(['page_id', 'version', 'withdrawn_at'])
		.where('withdrawn_by', 'in', memberships)
		.orderBy('withdrawn_at')
		.execute();
	const classes = await ctx.db
		.selectFrom('twinspaces.class_in_space')
		.select('added_at')
		.where('added_by', 'in', memberships)
		.orderBy('added_at')
		.execute();
	return { published, withdrawn, classesBroughtAt: classes.map(({ added_at }) => added_at) };
}
