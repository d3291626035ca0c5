/** A picture that was just sent: put into the page being written, still without words. */
import { added, emptyBlock, picturePurpose } from '#domain/spaces/pages';
import type { Context } from '#platform/context';
import { measuresOf } from '#platform/files';
import { isId } from '#platform/ids';
import type { Edited } from './edited.ts';

/** The page with the picture at its end; as it was when the picture is none of this page. */
export async function withNewPicture(
	ctx: Context,
	page: string,
	edited: Edited,
	file: string | null,
): Promise<Edited> {
	if (file === null || !isId(file)) return edited;
	const [known] = await measuresOf(ctx, picturePurpose, page, [file], 'medium');
	if (!known || edited.blocks.some((block) => block.address === file)) return edited;
	const block = { ...emptyBlock('picture'), address: file };
	return { ...edited, ...added(edited.blocks, block, 'last') };
}
