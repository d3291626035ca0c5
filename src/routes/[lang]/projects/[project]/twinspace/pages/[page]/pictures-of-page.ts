/** The pictures of a page with what its teachers said of them and what the ledger of consents answers. */
import { pupilsToTag, tagsOf, type Space } from '#domain/spaces';
import type { Context } from '#platform/context';
import { picturesIn, type Content } from '#shared/rich-text/content';
import { guardInWords, type Guard } from '../../guard-in-words.ts';

/** Each picture of a page once, in its order. For teachers of the space. */
export async function guardsOn(
	ctx: Context,
	space: Space,
	content: Content,
): Promise<{ readonly file: string; readonly guard: Guard }[]> {
	const files = [...new Set(picturesIn(content))];
	if (files.length === 0) return [];
	const [pupils, tags] = await Promise.all([pupilsToTag(ctx, space), tagsOf(ctx, space, files)]);
	return files.map((file) => ({ file, guard: guardInWords(pupils, tags.get(file), ctx.locale) }));
}

/** How many pictures of a page ask something of a teacher. */
export async function unguardedOn(ctx: Context, space: Space, content: Content): Promise<number> {
	const guards = await guardsOn(ctx, space, content);
	return guards.filter(({ guard }) => !guard.isLookedOver).length;
}
