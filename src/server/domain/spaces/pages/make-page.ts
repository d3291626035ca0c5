/** Somebody begins a page: a draft with a title and nothing in it. */
import { demandRight, spaceFor, type MemberId, type SpaceId } from '#domain/spaces';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { cleanContent } from '#shared/rich-text/clean';
import { granted, refused, type Result } from '#platform/result';
import { pageLimits, type PageId } from './page.ts';
import { newBlockId } from './form-blocks.ts';
import { pagesIn, type StoredVersion } from './pages.sql.ts';
import { insertPage } from './write-pages.sql.ts';

export type MakePage = { readonly space: SpaceId; readonly title: string; readonly locale: string };

/**
 * Lays pages out as drafts of one member, in a space that is just being made. open-to-all: called in the transaction of
 * whoever makes it, after their own demand.
 */
export async function layOutPages(
	ctx: Context,
	{ space, member }: { readonly space: SpaceId; readonly member: MemberId },
	pages: readonly StoredVersion[],
): Promise<void> {
	for (const { title, locale, content } of pages) {
		const clean = cleanContent(content, newBlockId);
		await insertPage(ctx, space, member, { title, locale, content: clean });
	}
}

/** Makes a draft at the end of the pages. */
export async function makePage(
	ctx: Context,
	input: MakePage,
): Promise<Result<{ readonly page: PageId }, 'too-many-pages'>> {
	const space = await spaceFor(ctx, input.space);
	demandRight(ctx, space, 'pages.make');
	return inTransaction(ctx, async (inside) => {
		if ((await pagesIn(inside, space.id)).length >= pageLimits.pages) return refused('too-many-pages');
		const { title, locale } = input;
		const content = { type: 'doc', content: [] } as const;
		return granted({ page: await insertPage(inside, space.id, space.me.id, { title, locale, content }) });
	});
}
