/** Pictures in a page are files of that page, with the measures that the file has. */
import type { Context } from '#platform/context';
import { measuresOf } from '#platform/files';
import { picturesIn, withLone, type Content } from '#shared/rich-text/content';
import type { PageId } from './page.ts';

/** The purpose under which pictures of pages are kept; their owner is the page. */
export const picturePurpose = 'page-picture';

/** Pictures of this page only, with their measures; a picture of anywhere else is left out. */
export async function ownPictures(ctx: Context, page: PageId, content: Content): Promise<Content> {
	const files = picturesIn(content);
	if (files.length === 0) return content;
	const measures = await measuresOf(ctx, picturePurpose, page, files, 'medium');
	const known = new Map(measures.map((measure) => [measure.file, measure]));
	return withLone(content, (block) => {
		if (block.type !== 'picture') return [block];
		const own = known.get(block.attrs.file);
		return own ? [{ ...block, attrs: { ...block.attrs, width: own.width, height: own.height } }] : [];
	});
}
