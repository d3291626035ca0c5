/** What a member finds among the materials of a space. */
import { answersForSpace, demandRight, mayInSpace, spaceFor, type Space, type SpaceId } from '#domain/spaces';
import type { Context } from '#platform/context';
import { NotFound } from '#platform/errors';
import { isId } from '#platform/ids';
import {
	deedsWith,
	materialLimits,
	seesMaterial,
	type Folder,
	type FolderId,
	type Material,
	type MaterialDeed,
	type MaterialId,
} from './material.ts';
import {
	binnedIn,
	folderIn,
	foldersIn,
	materialIn,
	materialsAmong,
	materialsIn,
	newestIn,
	picturesIn,
	roomOf,
	type Cursor,
} from './materials.sql.ts';

export type SeenMaterial = Material & { readonly may: ReadonlySet<MaterialDeed> };

/** What lies in a folder (or beside the folders, for null), newest first, in pages. */
export async function materialsFor(
	ctx: Context,
	space: Space,
	folder: FolderId | null,
	before?: Cursor,
): Promise<{ readonly materials: readonly SeenMaterial[]; readonly older: Cursor | null }> {
	demandRight(ctx, space, 'materials.see');
	const rows = await materialsIn(ctx, space.id, folder, materialLimits.perPage + 1, before);
	const page = rows.slice(0, materialLimits.perPage);
	const last = page.at(-1);
	return {
		materials: page.filter((material) => seesMaterial(space, material)).map((each) => asSeen(space, each)),
		older: rows.length > page.length && last ? { addedAt: last.addedAt, id: last.id } : null,
	};
}

/** The folders and albums of the space, by name. */
export async function foldersFor(ctx: Context, space: Space): Promise<Folder[]> {
	demandRight(ctx, space, 'materials.see');
	return foldersIn(ctx, space, answersForSpace(space), 'shelf');
}

/** One folder of the space, or NotFound; one in the bin is there for those who could take it out. */
export async function folderFor(ctx: Context, space: Space, id: FolderId): Promise<Folder> {
	demandRight(ctx, space, 'materials.see');
	const folder = isId(id) ? await folderIn(ctx, space, answersForSpace(space), id) : undefined;
	if (!folder || (folder.binnedAt !== null && !mayBinFolder(space, folder))) throw new NotFound('folder');
	return folder;
}

/** Whether the reader may throw this folder away with all that is in it, and take it out again. */
export function mayBinFolder(space: Space, { madeBy }: Pick<Folder, 'madeBy'>): boolean {
	return mayInSpace(space, 'materials.sort') && mayInSpace(space, 'materials.tidy', { madeBy });
}

/** One material that the actor sees, in its space. NotFound for all else; what lies in the bin only for who may change it. */
export async function reachMaterial(
	ctx: Context,
	spaceId: SpaceId,
	id: MaterialId,
): Promise<{ readonly space: Space; readonly material: SeenMaterial }> {
	const space = await spaceFor(ctx, spaceId);
	return { space, material: await materialFor(ctx, space, id) };
}

/** The same in a space that was reached. */
export async function materialFor(ctx: Context, space: Space, id: MaterialId): Promise<SeenMaterial> {
	demandRight(ctx, space, 'materials.see');
	const material = isId(id) ? await materialIn(ctx, space.id, id) : undefined;
	if (!material || !seesMaterial(space, material)) throw new NotFound('material');
	if (material.binnedAt !== null && !mayTakeOut(space, material)) throw new NotFound('material');
	return asSeen(space, material);
}

/** Those of these materials that the reader finds on the shelf, for whatever shows them elsewhere in the space. */
export async function materialsShown(
	ctx: Context,
	space: Space,
	ids: readonly MaterialId[],
): Promise<Map<MaterialId, Material>> {
	if (ids.length === 0 || !mayInSpace(space, 'materials.see')) return new Map();
	const found = await materialsAmong(ctx, space.id, ids);
	return new Map(found.filter((each) => seesMaterial(space, each)).map((each) => [each.id, each]));
}

/** What can be put on a page: the newest that everybody sees, in whatever folder. */
export async function materialsToShow(ctx: Context, space: Space): Promise<Material[]> {
	if (!mayInSpace(space, 'materials.see')) return [];
	const newest = await newestIn(ctx, space.id, materialLimits.offered);
	return newest.filter(({ hiding, isWithheld }) => hiding === null && !isWithheld);
}

/** The pictures and videos that lie before and after this one, as one looks through them. */
export async function neighboursOf(
	ctx: Context,
	space: Space,
	{ id, folder }: Pick<Material, 'id' | 'folder'>,
): Promise<{ readonly previous: MaterialId | undefined; readonly next: MaterialId | undefined }> {
	demandRight(ctx, space, 'materials.see');
	const seen = (await picturesIn(ctx, space.id, folder)).filter((each) => seesMaterial(space, each));
	const place = seen.findIndex((each) => each.id === id);
	return place < 0
		? { previous: undefined, next: undefined }
		: { previous: seen[place - 1]?.id, next: seen[place + 1]?.id };
}

/** What lies in the bin and the reader may take out again. */
export async function binFor(
	ctx: Context,
	space: Space,
): Promise<{ readonly folders: readonly Folder[]; readonly materials: readonly SeenMaterial[] }> {
	demandRight(ctx, space, 'materials.see');
	const folders = await foldersIn(ctx, space, answersForSpace(space), 'bin');
	const materials = await binnedIn(ctx, space.id);
	return {
		folders: folders.filter((folder) => mayBinFolder(space, folder)),
		materials: materials
			.filter((each) => seesMaterial(space, each) && mayTakeOut(space, each))
			.map((each) => asSeen(space, each)),
	};
}

/** How much the space may hold and holds, and how large one file may be. */
export async function roomFor(ctx: Context, space: Space) {
	demandRight(ctx, space, 'materials.see');
	return roomOf(ctx, space.id);
}

/** Whoever may put it into the bin may take it out. */
export function mayTakeOut(space: Space, material: Material): boolean {
	return deedsWith(space, { ...material, binnedAt: null }).has('bin');
}

function asSeen(space: Space, material: Material): SeenMaterial {
	return { ...material, may: deedsWith(space, material) };
}
