/** The captions of a video: in which language they are, or none any more. They come by the upload doors. */
import { demandRight } from '#domain/spaces';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { Forbidden } from '#platform/errors';
import { forgetFile } from '#platform/files';
import { granted, type Granted } from '#platform/result';
import type { MaterialAt } from './change-material.ts';
import { reachMaterial } from './read-materials.ts';
import { deleteCaptions, updateCaptionsLocale } from './write-materials.sql.ts';

/** Says in which language the captions are; without one, they are taken away. */
export async function changeCaptions(
	ctx: Context,
	{ locale, ...at }: MaterialAt & { readonly locale: string | undefined },
): Promise<Granted<undefined>> {
	const { space, material } = await reachMaterial(ctx, at.space, at.material);
	demandRight(ctx, space, 'materials.see');
	if (!material.may.has('change')) throw new Forbidden('materials.tidy');
	return inTransaction(ctx, async (inside) => {
		if (locale !== undefined) {
			await updateCaptionsLocale(inside, material.id, locale);
			return granted();
		}
		const file = await deleteCaptions(inside, material.id);
		if (file !== undefined) await forgetFile(inside, file);
		return granted();
	});
}
