/** Pictures of pages: who may send one, and who sees it. */
import {
	answersForSpace,
	demandRight,
	spaceFor,
	tagPupils,
	withoutConsent,
	type MemberId,
	type Space,
	type SpaceId,
	type TagRefusal,
} from '#domain/spaces';
import type { Context } from '#platform/context';
import { NotFound } from '#platform/errors';
import { measuresOf, type FilePurpose, type StoredFile } from '#platform/files';
import { isId } from '#platform/ids';
import type { Result } from '#platform/result';
import { picturePurpose } from './own-pictures.ts';
import { pageLimits, type PageId } from './page.ts';
import { picturesInUse, spaceOfPage } from './pages.sql.ts';
import { pageFor } from './read-pages.ts';

export const pictures: FilePurpose = {
	kinds: ['jpeg', 'png', 'webp', 'gif'],
	mostBytes: pageLimits.pictureBytes,
	mayAdd: async (ctx, page) => {
		const space = await reachSpaceOf(ctx, page);
		demandRight(ctx, space, 'pages.write', await pageFor(ctx, space, page));
	},
	inUse: picturesInUse,
};

/** Whether a member sees the page that the picture belongs to; with a pupil on it who may not be shown, only teachers. */
export async function opensPicture(ctx: Context, file: StoredFile): Promise<boolean> {
	try {
		const space = await reachSpaceOf(ctx, file.owner);
		await pageFor(ctx, space, file.owner);
		return answersForSpace(space) || (await withoutConsent(ctx, [file.id], 'members')).size === 0;
	} catch (error) {
		if (error instanceof NotFound) return false;
		throw error;
	}
}

async function reachSpaceOf(ctx: Context, page: string): Promise<Space> {
	const space = await spaceOfPage(ctx, page);
	if (space === undefined) throw new NotFound('page');
	return spaceFor(ctx, space);
}

/**
 * Says which pupils can be recognised on a picture of a page. For every teacher who reads the page, since it protects
 * children; NotFound for a picture of another page.
 */
export async function tagPicture(
	ctx: Context,
	at: { readonly space: SpaceId; readonly page: PageId; readonly file: string },
	pupils: readonly MemberId[],
): Promise<Result<undefined, TagRefusal>> {
	const space = await spaceFor(ctx, at.space);
	const page = await pageFor(ctx, space, at.page);
	const [known] = isId(at.file) ? await measuresOf(ctx, picturePurpose, page.id, [at.file], 'small') : [];
	if (!known) throw new NotFound('picture');
	return tagPupils(ctx, space, { file: at.file, pupils });
}
