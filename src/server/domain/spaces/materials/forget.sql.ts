/** SQL of materials whose time is over. */
import type { SpaceId } from '#domain/spaces';
import type { Context } from '#platform/context';
import type { FolderId, MaterialId } from './material.ts';

type Over = { readonly materials: readonly MaterialId[]; readonly folders: readonly FolderId[] };

/** What lies in the bin since before that moment, and what lies in folders that do; nobody takes it out meanwhile. */
export async function lockBinnedBefore(ctx: Context, before: Date, most: number): Promise<Over> {
	const folders = await ctx.db
		.selectFrom('spaces_materials.folder')
		.select('id')
		.where('binned_at', '<', before)
		.limit(most)
		.forUpdate()
		.execute();
	const ids = folders.map(({ id }) => id);
	const materials = await ctx.db
		.selectFrom('spaces_materials.material')
		.select('id')
		.where((eb) =>
			eb.or([eb('binned_at', '<', before), ...(ids.length > 0 ? [eb('folder_id', 'in', ids)] : [])]),
		)
		.limit(ids.length > 0 ? 100_000 : most)
		.forUpdate()
		.execute();
	return { folders: ids, materials: materials.map(({ id }) => id) };
}

export async function allOfSpace(ctx: Context, space: SpaceId): Promise<Over> {
	const materials = await ctx.db
		.selectFrom('spaces_materials.material')
		.select('id')
		.where('space_id', '=', space)
		.execute();
	const folders = await ctx.db
		.selectFrom('spaces_materials.folder')
		.select('id')
		.where('space_id', '=', space)
		.execute();
	return { materials: materials.map(({ id }) => id), folders: folders.map(({ id }) => id) };
}

/** Deletes them, and answers the files that nothing shows any more. */
export async function deleteAll(ctx: Context, { materials, folders }: Over): Promise<string[]> {
	const files: string[] = [];
	if (materials.length > 0) {
		const captions = await ctx.db
			.deleteFrom('spaces_materials.captions')
			.where('material_id', 'in', [...materials])
			.returning('file_id')
			.execute();
		for (const about of ['hiding', 'conversion'] as const)
			await ctx.db
				.deleteFrom(`spaces_materials.${about}`)
				.where('material_id', 'in', [...materials])
				.execute();
		const gone = await ctx.db
			.deleteFrom('spaces_materials.material')
			.where('id', 'in', [...materials])
			.returning('file_id')
			.execute();
		files.push(...[...captions, ...gone].map(({ file_id }) => file_id));
	}
	if (folders.length > 0)
		await ctx.db
			.deleteFrom('spaces_materials.folder')
			.where('id', 'in', [...folders])
			.execute();
	return files;
}
