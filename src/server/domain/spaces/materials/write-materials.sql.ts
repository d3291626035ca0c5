/** SQL that writes materials and folders. */
import { sql } from 'kysely';
import type { MemberId, SpaceId } from '#domain/spaces';
import type { Context } from '#platform/context';
import { newId } from '#platform/ids';
import type { FolderId, FolderKind, HidingReason, MaterialId, MaterialKind } from './material.ts';

/** Two files that come in at the same moment are counted one after the other. */
export async function waitForRoom(ctx: Context, space: SpaceId): Promise<void> {
	await sql`select pg_advisory_xact_lock(hashtextextended(${`materials ${space}`}, 0))`.execute(ctx.db);
}

export type NewMaterial = {
	readonly space: SpaceId;
	readonly folder: FolderId | null;
	readonly file: string;
	readonly kind: MaterialKind;
	readonly name: string;
	readonly locale: string;
	readonly bytes: number;
	readonly by: MemberId;
};

export async function insertMaterial(ctx: Context, material: NewMaterial): Promise<MaterialId> {
	const id = newId();
	await ctx.db
		.insertInto('spaces_materials.material')
		.values({
			id,
			space_id: material.space,
			folder_id: material.folder,
			file_id: material.file,
			kind: material.kind,
			name: material.name,
			locale: material.locale,
			bytes: material.bytes,
			added_by: material.by,
			added_at: ctx.now,
		})
		.execute();
	return id;
}

export type MaterialChange = {
	readonly name?: string;
	readonly alternative?: string;
	readonly locale?: string;
	readonly folder_id?: FolderId | null;
	readonly bytes?: number;
	readonly binned_at?: Date | null;
	readonly binned_by?: MemberId | null;
};

export async function updateMaterial(ctx: Context, id: MaterialId, change: MaterialChange): Promise<void> {
	await ctx.db.updateTable('spaces_materials.material').set(change).where('id', '=', id).execute();
}

export type NewFolder = {
	readonly space: SpaceId;
	readonly kind: FolderKind;
	readonly name: string;
	readonly locale: string;
	readonly by: MemberId;
};

export async function insertFolder(ctx: Context, { space, by, ...folder }: NewFolder): Promise<FolderId> {
	const id = newId();
	await ctx.db
		.insertInto('spaces_materials.folder')
		.values({ id, space_id: space, ...folder, made_by: by, made_at: ctx.now })
		.execute();
	return id;
}

export type FolderChange = {
	readonly name?: string;
	readonly locale?: string;
	readonly binned_at?: Date | null;
	readonly binned_by?: MemberId | null;
};

export async function updateFolder(ctx: Context, id: FolderId, change: FolderChange): Promise<void> {
	await ctx.db.updateTable('spaces_materials.folder').set(change).where('id', '=', id).execute();
}

/** Hides a material; hiding it again changes nothing. */
export async function insertHiding(
	ctx: Context,
	material: MaterialId,
	hiding: { readonly by: MemberId | null; readonly reason: HidingReason; readonly words: string },
): Promise<void> {
	const { by, reason, words } = hiding;
	await ctx.db
		.insertInto('spaces_materials.hiding')
		.values({ material_id: material, hidden_by: by, hidden_at: ctx.now, reason, words })
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

export async function deleteHiding(ctx: Context, material: MaterialId): Promise<void> {
	await ctx.db.deleteFrom('spaces_materials.hiding').where('material_id', '=', material).execute();
}

/** Keeps captions beside a video, in place of those that were there. Answers the file that is not needed any more. */
export async function replaceCaptions(
	ctx: Context,
	captions: {
		readonly material: MaterialId;
		readonly file: string;
		readonly locale: string;
		readonly by: MemberId;
	},
): Promise<string | undefined> {
	const before = await deleteCaptions(ctx, captions.material);
	await ctx.db
		.insertInto('spaces_materials.captions')
		.values({
			material_id: captions.material,
			file_id: captions.file,
			locale: captions.locale,
			added_by: captions.by,
			added_at: ctx.now,
		})
		.execute();
	return before;
}

export async function updateCaptionsLocale(
	ctx: Context,
	material: MaterialId,
	locale: string,
): Promise<void> {
	await ctx.db
		.updateTable('spaces_materials.captions')
		.set({ locale })
		.where('material_id', '=', material)
		.execute();
}

/** Answers the file they were in; undefined where there are none. */
export async function deleteCaptions(ctx: Context, material: MaterialId): Promise<string | undefined> {
	const row = await ctx.db
		.deleteFrom('spaces_materials.captions')
		.where('material_id', '=', material)
		.returning('file_id')
		.executeTakeFirst();
	return row?.file_id;
}
