/** What somebody added to spaces, for the export. Erasing is done by the membership: the files stay, the name goes. */
import { membershipIds, type Whose } from '#domain/spaces';
import type { Context } from '#platform/context';

export async function exportMaterials(ctx: Context, whose: Whose): Promise<unknown> {
	const memberships = membershipIds(ctx, whose);
	const materials = await ctx.db
		.selectFrom('spaces_materials.material')
		.select(['name', 'kind', 'alternative', 'locale', 'bytes', 'added_at', 'binned_at'])
		.where('added_by', 'in', memberships)
		.orderBy('added_at')
		.execute();
	const folders = await ctx.db
		.selectFrom('spaces_materials.folder')
		.select(['name', 'kind', 'made_at'])
		.where('made_by', 'in', memberships)
		.orderBy('made_at')
		.execute();
	const hidden = await ctx.db
		.selectFrom('spaces_materials.hiding')
		.select(['reason', 'words', 'hidden_at'])
		.where('hidden_by', 'in', memberships)
		.orderBy('hidden_at')
		.execute();
	return { materials, folders, hidden };
}
