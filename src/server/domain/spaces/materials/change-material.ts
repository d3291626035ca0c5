/** What becomes of a material: called and described, moved, thrown away, taken out, hidden and shown again. */
import {
	demandRight,
	personOfMember,
	tagPupils,
	type MemberId,
	type Space,
	type SpaceId,
	type TagRefusal,
} from '#domain/spaces';
import { audit } from '#platform/audit';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { Forbidden, NotFound } from '#platform/errors';
import { emit } from '#platform/events';
import { granted, type Granted, type Result } from '#platform/result';
import type { FolderId, HidingReason, MaterialDeed, MaterialId } from './material.ts';
import { holdForLook } from './purposes.ts';
import { folderFor, mayTakeOut, reachMaterial, type SeenMaterial } from './read-materials.ts';
import { deleteHiding, insertHiding, updateMaterial } from './write-materials.sql.ts';

export type MaterialAt = { readonly space: SpaceId; readonly material: MaterialId };

export type MaterialWords = {
	readonly name: string;
	readonly alternative: string;
	readonly locale: string;
	/** Where it lies from now on; null beside the folders. */
	readonly folder: FolderId | null;
};

/**
 * Calls, describes and places a material anew. The folder must be one of the same space. A pupil's words wait for a look
 * by the same rules as before.
 */
export async function changeMaterial(
	ctx: Context,
	{ name, alternative, locale, folder, ...at }: MaterialAt & MaterialWords,
): Promise<Granted<undefined>> {
	const { space, material } = await reachFor(ctx, at, 'change');
	const place = folder === null ? null : (await folderFor(ctx, space, folder)).id;
	return inTransaction(ctx, async (inside) => {
		await updateMaterial(inside, material.id, { name, alternative, locale, folder_id: place });
		if (name !== material.name || alternative !== material.alternative)
			await holdForLook(inside, space, material.id);
		return granted();
	});
}

/** Puts a material into the bin for 30 days. Says where it lay. */
export async function binMaterial(
	ctx: Context,
	at: MaterialAt,
): Promise<Granted<{ readonly folder: FolderId | null }>> {
	const { space, material } = await reachFor(ctx, at, 'bin');
	return inTransaction(ctx, async (inside) => {
		await updateMaterial(inside, material.id, { binned_at: ctx.now, binned_by: space.me.id });
		if (material.by.id !== space.me.id)
			await audit(inside, 'materials.binned', { kind: 'material', id: material.id });
		return granted({ folder: material.folder });
	});
}

/** Takes a material out of the bin. Says where it lies again. */
export async function takeMaterialOut(
	ctx: Context,
	at: MaterialAt,
): Promise<Granted<{ readonly folder: FolderId | null }>> {
	const { space, material } = await reachMaterial(ctx, at.space, at.material);
	demandRight(ctx, space, 'materials.see');
	if (!mayTakeOut(space, material)) throw new Forbidden('materials.tidy');
	return inTransaction(ctx, async (inside) => {
		await updateMaterial(inside, material.id, { binned_at: null, binned_by: null });
		return granted({ folder: material.folder });
	});
}

/** A teacher hides a material from all but its author and the teachers; an adult author is told. */
export async function hideMaterial(
	ctx: Context,
	{ reason, words, ...at }: MaterialAt & { readonly reason: HidingReason; readonly words: string },
): Promise<Granted<undefined>> {
	const { space, material } = await reachFor(ctx, at, 'hide');
	return inTransaction(ctx, async (inside) => {
		await insertHiding(inside, material.id, { by: space.me.id, reason, words });
		await audit(inside, 'materials.hidden', { kind: 'material', id: material.id });
		const author = await personOfMember(inside, material.by.id);
		await emit(inside, 'material.hidden', {
			space: space.id,
			spaceName: space.name,
			material: material.id,
			author,
		});
		return granted();
	});
}

/** Says which pupils can be recognised on a picture or film. For teachers; NotFound for what is neither. */
export async function tagMaterial(
	ctx: Context,
	{ pupils, ...at }: MaterialAt & { readonly pupils: readonly MemberId[] },
): Promise<Result<undefined, TagRefusal>> {
	const { space, material } = await reachMaterial(ctx, at.space, at.material);
	demandRight(ctx, space, 'materials.moderate-pupils');
	if (material.kind !== 'picture' && material.kind !== 'video') throw new NotFound('material');
	return tagPupils(ctx, space, { file: material.file, pupils });
}

/** Shows a hidden material to everybody again. */
export async function showMaterial(ctx: Context, at: MaterialAt): Promise<Granted<undefined>> {
	const { material } = await reachFor(ctx, at, 'show');
	return inTransaction(ctx, async (inside) => {
		await deleteHiding(inside, material.id);
		await audit(inside, 'materials.shown', { kind: 'material', id: material.id });
		return granted();
	});
}

async function reachFor(
	ctx: Context,
	at: MaterialAt,
	deed: MaterialDeed,
): Promise<{ readonly space: Space; readonly material: SeenMaterial }> {
	const reached = await reachMaterial(ctx, at.space, at.material);
	demandRight(
		ctx,
		reached.space,
		deed === 'hide' || deed === 'show' ? 'materials.moderate-pupils' : 'materials.see',
	);
	if (!reached.material.may.has(deed)) throw new Forbidden('materials.tidy');
	return reached;
}
