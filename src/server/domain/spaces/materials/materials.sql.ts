/** SQL that reads materials and folders. */
import { sql } from 'kysely';
import { isWithheld } from '#domain/safety';
import {
	memberCard,
	memberOfRow,
	showsWithoutConsent,
	type MemberId,
	type Space,
	type SpaceId,
} from '#domain/spaces';
import type { Context } from '#platform/context';
import {
	type Folder,
	type FolderId,
	type FolderKind,
	type HidingReason,
	type Material,
	type MaterialId,
	type MaterialKind,
	type VideoState,
} from './material.ts';

/** Each material with who added it, what was decided about it, and how far its video is. */
function materialRows(ctx: Context) {
	return memberCard(ctx)
		.innerJoin('spaces_materials.material as material', 'material.added_by', 'member.id')
		.leftJoin('spaces_materials.folder as folder', 'folder.id', 'material.folder_id')
		.leftJoin('spaces_materials.hiding as hiding', 'hiding.material_id', 'material.id')
		.leftJoin('spaces_materials.conversion as conversion', 'conversion.material_id', 'material.id')
		.leftJoin('spaces_materials.captions as captions', 'captions.material_id', 'material.id')
		.select([
			...([
				'material.id',
				'material.space_id',
				'material.folder_id',
				'material.kind',
				'material.file_id',
			] as const),
			...(['material.name', 'material.alternative', 'material.locale', 'material.bytes'] as const),
			...(['material.added_at', 'material.binned_at', 'hiding.hidden_at'] as const),
			...(['hiding.reason', 'hiding.words as reason_words'] as const),
			...(['conversion.asked_at', 'conversion.done_at', 'conversion.failed_at'] as const),
			...(['captions.file_id as captions_file', 'captions.locale as captions_locale'] as const),
			'folder.binned_at as folder_binned_at',
		])
		.select(({ ref }) => isWithheld(ref('material.id')).as('withheld'))
		.select(({ ref }) => showsWithoutConsent(ctx, ref('material.file_id')).as('lacks_consent'))
		.select(({ selectFrom }) =>
			selectFrom('spaces.member as decider')
				.innerJoin('people.person as decider_person', 'decider_person.id', 'decider.person_id')
				.select('decider_person.name')
				.whereRef('decider.id', '=', 'hiding.hidden_by')
				.as('hidden_by_name'),
		);
}

type Row = Awaited<ReturnType<ReturnType<typeof materialRows>['executeTakeFirstOrThrow']>>;

function materialOfRow(row: Row): Material {
	return {
		id: row.id,
		space: row.space_id,
		folder: row.folder_id,
		kind: row.kind as MaterialKind,
		file: row.file_id,
		name: row.name,
		alternative: row.alternative,
		locale: row.locale,
		bytes: row.bytes,
		by: memberOfRow(row),
		addedAt: row.added_at,
		binnedAt: row.binned_at,
		hiding:
			row.hidden_at === null
				? null
				: {
						by: row.hidden_by_name,
						at: row.hidden_at,
						reason: row.reason as HidingReason,
						words: row.reason_words ?? '',
					},
		isWithheld: row.withheld === true,
		lacksConsent: row.lacks_consent === true,
		video: videoStateOf(row),
		captions:
			row.captions_file === null || row.captions_locale === null
				? null
				: { file: row.captions_file, locale: row.captions_locale },
	};
}

function videoStateOf({ asked_at, done_at, failed_at }: Row): VideoState {
	if (asked_at === null) return null;
	if (done_at !== null) return 'made';
	return failed_at === null ? 'waiting' : 'failed';
}

export type Cursor = { readonly addedAt: Date; readonly id: MaterialId };

/** Later than any material: where the newest page begins. */
const newest: Cursor = { addedAt: new Date('9999-12-31'), id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' };

/** What lies in a folder, or beside the folders: the newest first. */
export async function materialsIn(
	ctx: Context,
	space: SpaceId,
	folder: FolderId | null,
	most: number,
	before: Cursor = newest,
): Promise<Material[]> {
	const rows = await materialRows(ctx)
		.where('material.space_id', '=', space)
		.where('material.folder_id', folder === null ? 'is' : '=', folder)
		.where('material.binned_at', 'is', null)
		.where(({ eb, refTuple, tuple }) =>
			eb(refTuple('material.added_at', 'material.id'), '<', tuple(before.addedAt, before.id)),
		)
		.orderBy('material.added_at', 'desc')
		.orderBy('material.id', 'desc')
		.limit(most)
		.execute();
	return rows.map(materialOfRow);
}

/** The pictures of a folder that the reader may see, in the order in which they are looked at. */
export async function picturesIn(ctx: Context, space: SpaceId, folder: FolderId | null): Promise<Material[]> {
	const rows = await materialRows(ctx)
		.where('material.space_id', '=', space)
		.where('material.folder_id', folder === null ? 'is' : '=', folder)
		.where('material.binned_at', 'is', null)
		.where('material.kind', 'in', ['picture', 'video'])
		.orderBy('material.added_at', 'desc')
		.orderBy('material.id', 'desc')
		.limit(1000)
		.execute();
	return rows.map(materialOfRow);
}

/** One material of the space, also from the bin; not one whose folder lies there. */
export async function materialIn(
	ctx: Context,
	space: SpaceId,
	id: MaterialId,
): Promise<Material | undefined> {
	const row = await materialRows(ctx)
		.where('material.space_id', '=', space)
		.where('material.id', '=', id)
		.where('folder.binned_at', 'is', null)
		.executeTakeFirst();
	return row && materialOfRow(row);
}

/** All materials of the space that lie in no bin, the newest first. */
function onTheShelf(ctx: Context, space: SpaceId) {
	return materialRows(ctx)
		.where('material.space_id', '=', space)
		.where('material.binned_at', 'is', null)
		.where('folder.binned_at', 'is', null)
		.orderBy('material.added_at', 'desc')
		.orderBy('material.id', 'desc');
}

/** The newest materials of the space, in whatever folder. */
export async function newestIn(ctx: Context, space: SpaceId, most: number): Promise<Material[]> {
	return (await onTheShelf(ctx, space).limit(most).execute()).map(materialOfRow);
}

/** Those of these materials that lie in the space and in no bin, whoever asks: for parts that show them elsewhere. */
export async function materialsAmong(
	ctx: Context,
	space: SpaceId,
	ids: readonly MaterialId[],
): Promise<Material[]> {
	if (ids.length === 0) return [];
	const rows = await onTheShelf(ctx, space)
		.where('material.id', 'in', [...ids])
		.execute();
	return rows.map(materialOfRow);
}

/** In which space the material lies that has this file, as itself or as its captions. */
export async function placeOfFile(
	ctx: Context,
	file: string,
): Promise<{ readonly space: SpaceId; readonly material: MaterialId } | undefined> {
	return ctx.db
		.selectFrom('spaces_materials.material as material')
		.leftJoin('spaces_materials.captions as captions', 'captions.material_id', 'material.id')
		.select(['material.space_id as space', 'material.id as material'])
		.where((eb) => eb.or([eb('material.file_id', '=', file), eb('captions.file_id', '=', file)]))
		.executeTakeFirst();
}

export async function spaceOfMaterial(ctx: Context, id: MaterialId): Promise<SpaceId | undefined> {
	const query = ctx.db.selectFrom('spaces_materials.material').select('space_id').where('id', '=', id);
	return (await query.executeTakeFirst())?.space_id;
}

export async function spaceOfFolder(ctx: Context, id: FolderId): Promise<SpaceId | undefined> {
	const query = ctx.db
		.selectFrom('spaces_materials.folder')
		.select('space_id')
		.where('id', '=', id)
		.where('binned_at', 'is', null);
	return (await query.executeTakeFirst())?.space_id;
}

/** Folders with what a reader finds in them: whoever does not see hidden material finds the rest and the own. */
function folderRows(ctx: Context, space: Pick<Space, 'id' | 'me'>, seesHidden: boolean) {
	const seen = sql<boolean>`(${seesHidden} or material.added_by = ${space.me.id} or (not exists
		(select from spaces_materials.hiding as hiding where hiding.material_id = material.id)
		and not ${isWithheld(sql.ref('material.id'))}
		and not ${showsWithoutConsent(ctx, sql.ref('material.file_id'))}))`;
	return ctx.db
		.selectFrom('spaces_materials.folder as folder')
		.select(['folder.id', 'folder.space_id', 'folder.kind', 'folder.name', 'folder.locale', 'folder.made_by'])
		.select('folder.binned_at')
		.select(({ selectFrom, fn }) => [
			selectFrom('spaces_materials.material as material')
				.select(fn.countAll<number>().as('count'))
				.whereRef('material.folder_id', '=', 'folder.id')
				.where('material.binned_at', 'is', null)
				.where(seen)
				.as('count'),
			selectFrom('spaces_materials.material as material')
				.select('material.file_id')
				.whereRef('material.folder_id', '=', 'folder.id')
				.where('material.binned_at', 'is', null)
				.where('material.kind', '=', 'picture')
				.where(seen)
				.orderBy('material.added_at', 'desc')
				.limit(1)
				.as('cover'),
		])
		.where('folder.space_id', '=', space.id);
}

type FolderRow = Awaited<ReturnType<ReturnType<typeof folderRows>['executeTakeFirstOrThrow']>>;

function folderOfRow(row: FolderRow): Folder {
	return {
		id: row.id,
		space: row.space_id,
		kind: row.kind as FolderKind,
		name: row.name,
		locale: row.locale,
		madeBy: row.made_by,
		count: row.count ?? 0,
		cover: row.cover,
		binnedAt: row.binned_at,
	};
}

export async function foldersIn(
	ctx: Context,
	space: Pick<Space, 'id' | 'me'>,
	seesHidden: boolean,
	where: 'shelf' | 'bin',
): Promise<Folder[]> {
	const rows = await folderRows(ctx, space, seesHidden)
		.where('folder.binned_at', where === 'bin' ? 'is not' : 'is', null)
		.orderBy('folder.name')
		.orderBy('folder.id')
		.execute();
	return rows.map(folderOfRow);
}

export async function folderIn(
	ctx: Context,
	space: Pick<Space, 'id' | 'me'>,
	seesHidden: boolean,
	id: FolderId,
): Promise<Folder | undefined> {
	const row = await folderRows(ctx, space, seesHidden).where('folder.id', '=', id).executeTakeFirst();
	return row && folderOfRow(row);
}

/** What lies in the bin by itself, the last to go there first. */
export async function binnedIn(ctx: Context, space: SpaceId): Promise<Material[]> {
	const rows = await materialRows(ctx)
		.where('material.space_id', '=', space)
		.where('material.binned_at', 'is not', null)
		.where('folder.binned_at', 'is', null)
		.orderBy('material.binned_at', 'desc')
		.limit(500)
		.execute();
	return rows.map(materialOfRow);
}

/** How much a space may hold and holds, and how large one file may be. */
export async function roomOf(
	ctx: Context,
	space: SpaceId,
): Promise<{ readonly used: number; readonly most: number; readonly file: number }> {
	const row = await ctx.db
		.selectFrom('spaces_materials.allowance as allowance')
		.select(['allowance.file_bytes', 'allowance.space_bytes'])
		.select(({ selectFrom, fn }) =>
			selectFrom('spaces_materials.material as material')
				.select(fn.coalesce(sql<number>`sum(material.bytes)::bigint`, sql<number>`0`).as('used'))
				.where('material.space_id', '=', space)
				.as('used'),
		)
		.where('allowance.since', '<=', ctx.now)
		.orderBy('allowance.since', 'desc')
		.limit(1)
		.executeTakeFirstOrThrow();
	return { used: Number(row.used ?? 0), most: row.space_bytes, file: row.file_bytes };
}

/** Whether something else of this member is in sight here. */
export async function hasMaterialInSight(ctx: Context, member: MemberId, but: MaterialId): Promise<boolean> {
	const row = await ctx.db
		.selectFrom('spaces_materials.material as material')
		.leftJoin('spaces_materials.hiding as hiding', 'hiding.material_id', 'material.id')
		.select('material.id')
		.where('material.added_by', '=', member)
		.where('material.id', '<>', but)
		.where('hiding.material_id', 'is', null)
		.where(({ not, ref }) => not(isWithheld(ref('material.id'))))
		.limit(1)
		.executeTakeFirst();
	return row !== undefined;
}

/** Those of these files that lie in some space. */
export async function filesInUse(ctx: Context, files: readonly string[]): Promise<ReadonlySet<string>> {
	if (files.length === 0) return new Set();
	const materials = ctx.db
		.selectFrom('spaces_materials.material')
		.select('file_id')
		.where('file_id', 'in', [...files]);
	const captions = ctx.db
		.selectFrom('spaces_materials.captions')
		.select('file_id')
		.where('file_id', 'in', [...files]);
	return new Set((await materials.unionAll(captions).execute()).map(({ file_id }) => file_id));
}

/** The names of the materials that these files are. */
export async function namesOfFiles(ctx: Context, files: readonly string[]): Promise<string[]> {
	if (files.length === 0) return [];
	const rows = await ctx.db
		.selectFrom('spaces_materials.material')
		.select('name')
		.where('file_id', 'in', [...files])
		.where('binned_at', 'is', null)
		.orderBy('name')
		.execute();
	return rows.map(({ name }) => name);
}
