/** Pictures of pages: who may send one, and who sees it. */
import { demandRight, spaceFor, type Space } from '#domain/spaces';
import type { Context } from '#platform/context';
import { NotFound } from '#platform/errors';
import type { FilePurpose, StoredFile } from '#platform/files';
import { pageLimits } from './page.ts';
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

/** Whether a member sees the page that the picture belongs to. */
export async function opensPicture(ctx: Context, file: StoredFile): Promise<boolean> {
	try {
		await pageFor(ctx, await reachSpaceOf(ctx, file.owner), file.owner);
		return true;
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
