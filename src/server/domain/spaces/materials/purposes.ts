/** What members send to a space: files of many kinds, and captions for a video. */
import { holdThing } from '#domain/safety';
import { demandOwnTeacher, demandRight, spaceFor, type Space } from '#domain/spaces';
import type { Context } from '#platform/context';
import { Forbidden, NotFound } from '#platform/errors';
import { forgetFile, videosAreConverted, type FilePurpose, type StoredFile } from '#platform/files';
import { askForConversion } from './convert-videos.ts';
import { materialFiles, materialKindOf, materialLimits, type FolderId, type MaterialId } from './material.ts';
import {
	filesInUse,
	hasMaterialInSight,
	placeOfFile,
	roomOf,
	spaceOfFolder,
	spaceOfMaterial,
} from './materials.sql.ts';
import { materialFor } from './read-materials.ts';
import { asReported, materialKind } from './reportable-material.ts';
import { insertMaterial, replaceCaptions, waitForRoom } from './write-materials.sql.ts';

/** The purpose of materials; their owner is a folder, or the space for what lies beside the folders. */
export const materialPurpose = 'material';
/** The purpose of captions; their owner is the material. */
export const captionsPurpose = 'material-captions';

export const materialsSent: FilePurpose = {
	kinds: materialFiles,
	// the allowance says less
	mostBytes: 2_000_000_000,
	mayAdd: async (ctx, owner) => {
		const { space } = await reachPlace(ctx, owner);
		demandRight(ctx, space, 'materials.upload');
		await demandOwnTeacher(ctx, space);
	},
	roomFor: async (ctx, owner) => {
		const { space } = await reachPlace(ctx, owner);
		await waitForRoom(ctx, space.id);
		const { used, most, file } = await roomOf(ctx, space.id);
		return { file, left: most - used };
	},
	done: async (ctx, { id, owner, name, kind, bytes }) => {
		const { space, folder } = await reachPlace(ctx, owner);
		const material = await insertMaterial(ctx, {
			space: space.id,
			folder,
			file: id,
			kind: materialKindOf(kind),
			name: name === '' ? materialKindOf(kind) : name,
			locale: space.locale,
			bytes,
			by: space.me.id,
		});
		await holdForLook(ctx, space, material);
		if (materialKindOf(kind) === 'video') await askForConversion(ctx, material);
	},
	inUse: filesInUse,
};

/** What a pupil adds, or calls anew, waits for a teacher where the space says so; a film is a picture, too. open-to-all: adding or changing was demanded. */
export async function holdForLook(ctx: Context, space: Space, id: MaterialId): Promise<void> {
	if (space.me.pupil === null) return;
	const material = await materialFor(ctx, space, id);
	await holdThing(ctx, {
		kind: materialKind,
		thing: id,
		reached: { ...asReported(space, material), isMine: true },
		hasPictures: material.kind === 'picture' || material.kind === 'video',
		shownBefore: await hasMaterialInSight(ctx, space.me.id, id),
	});
}

export const captionsSent: FilePurpose = {
	kinds: ['captions'],
	mostBytes: materialLimits.captionBytes,
	mayAdd: async (ctx, owner) => {
		await reachVideo(ctx, owner);
	},
	done: async (ctx, { id, owner }) => {
		const space = await reachVideo(ctx, owner);
		const captions = { material: owner, file: id, locale: space.locale, by: space.me.id };
		const before = await replaceCaptions(ctx, captions);
		if (before !== undefined) await forgetFile(ctx, before);
	},
	inUse: filesInUse,
};

/** Whether a member sees the material that the file belongs to: read anew for each file, so that who was removed has lost it. */
export async function opensMaterial(ctx: Context, { id }: StoredFile): Promise<boolean> {
	const place = await placeOfFile(ctx, id);
	if (place === undefined) return false;
	try {
		await materialFor(ctx, await spaceFor(ctx, place.space), place.material);
		return true;
	} catch (error) {
		if (error instanceof NotFound || error instanceof Forbidden) return false;
		throw error;
	}
}

/** Whether videos become fit for every browser here; where not, they are offered as they came. */
export const convertsVideos = videosAreConverted;

async function reachPlace(
	ctx: Context,
	owner: string,
): Promise<{ readonly space: Space; readonly folder: FolderId | null }> {
	const ofFolder = await spaceOfFolder(ctx, owner);
	return {
		space: await spaceFor(ctx, ofFolder ?? owner),
		folder: ofFolder === undefined ? null : owner,
	};
}

async function reachVideo(ctx: Context, owner: string): Promise<Space> {
	const id = await spaceOfMaterial(ctx, owner);
	if (id === undefined) throw new NotFound('material');
	const space = await spaceFor(ctx, id);
	const material = await materialFor(ctx, space, owner);
	if (material.kind !== 'video') throw new NotFound('material');
	if (!material.may.has('change')) throw new Forbidden('materials.tidy');
	return space;
}
