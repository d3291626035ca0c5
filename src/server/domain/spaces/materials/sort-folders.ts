/** Folders and albums: made, called something else, thrown away and taken out of the bin. */
import { demandRight, spaceFor, type MemberId, type SpaceId } from '#domain/spaces';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { Forbidden } from '#platform/errors';
import { granted, refused, type Granted, type Result } from '#platform/result';
import { materialLimits, type FolderId, type FolderKind } from './material.ts';
import { folderFor, foldersFor, mayBinFolder } from './read-materials.ts';
import { insertFolder, updateFolder } from './write-materials.sql.ts';

export type FolderAt = { readonly space: SpaceId; readonly folder: FolderId };
type Called = { readonly name: string; readonly locale: string };

/** Makes a folder or an album. */
export async function makeFolder(
	ctx: Context,
	input: Called & { readonly space: SpaceId; readonly kind: FolderKind },
): Promise<Result<{ readonly folder: FolderId }, 'too-many-folders'>> {
	const space = await spaceFor(ctx, input.space);
	demandRight(ctx, space, 'materials.sort');
	if ((await foldersFor(ctx, space)).length >= materialLimits.folders) return refused('too-many-folders');
	return inTransaction(ctx, async (inside) => {
		const { kind, name, locale } = input;
		return granted({
			folder: await insertFolder(inside, { space: space.id, kind, name, locale, by: space.me.id }),
		});
	});
}

/**
 * Makes the folders of a space that is just being made. open-to-all: called in the transaction of whoever makes it, after
 * their own demand.
 */
export async function layOutFolders(
	ctx: Context,
	{ space, member: by }: { readonly space: SpaceId; readonly member: MemberId },
	folders: readonly (Called & { readonly kind: FolderKind })[],
): Promise<void> {
	for (const { kind, name, locale } of folders) await insertFolder(ctx, { space, kind, name, locale, by });
}

/** Gives a folder another name. */
export async function renameFolder(
	ctx: Context,
	{ name, locale, ...at }: FolderAt & Called,
): Promise<Granted<undefined>> {
	const space = await spaceFor(ctx, at.space);
	const folder = await folderFor(ctx, space, at.folder);
	demandRight(ctx, space, 'materials.sort');
	return inTransaction(ctx, async (inside) => {
		await updateFolder(inside, folder.id, { name, locale });
		return granted();
	});
}

/** Puts a folder into the bin for 30 days, with all that is in it. */
export async function binFolder(ctx: Context, at: FolderAt): Promise<Granted<undefined>> {
	return placeFolder(ctx, at, 'bin');
}

/** Takes a folder out of the bin, with all that was in it. */
export async function takeFolderOut(ctx: Context, at: FolderAt): Promise<Granted<undefined>> {
	return placeFolder(ctx, at, 'shelf');
}

async function placeFolder(ctx: Context, at: FolderAt, where: 'bin' | 'shelf'): Promise<Granted<undefined>> {
	const space = await spaceFor(ctx, at.space);
	const folder = await folderFor(ctx, space, at.folder);
	demandRight(ctx, space, 'materials.sort');
	if (!mayBinFolder(space, folder)) throw new Forbidden('materials.tidy');
	return inTransaction(ctx, async (inside) => {
		const binned =
			where === 'bin' ? { binned_at: ctx.now, binned_by: space.me.id } : { binned_at: null, binned_by: null };
		await updateFolder(inside, folder.id, binned);
		return granted();
	});
}
