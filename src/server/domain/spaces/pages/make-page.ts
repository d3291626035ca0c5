/** Somebody begins a page: a draft with a title and nothing in it. */
import { demandOwnTeacher, demandRight, spaceFor, type MemberId, type SpaceId } from '#domain/spaces';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { NotFound } from '#platform/errors';
import { cleanContent } from '#shared/rich-text/clean';
import { granted, refused, type Result } from '#platform/result';
import { pageLimits, type PageId } from './page.ts';
import { newBlockId } from './form-blocks.ts';
import { inTreeOrder, mostLevels } from './page-tree.ts';
import { pagesIn, type StoredVersion } from './pages.sql.ts';
import { pageFor } from './read-pages.ts';
import { insertPage } from './write-pages.sql.ts';

export type MakePage = {
	readonly space: SpaceId;
	readonly title: string;
	readonly locale: string;
	/** The page it stands below. */
	readonly under?: PageId | null;
};

/** A page to lay out; `under` is the place in the list of the page above it. */
export type LaidOut = StoredVersion & { readonly under?: number | null };

/**
 * Lays pages out as drafts of one member, in a space that is just being made. open-to-all: called in the transaction of
 * whoever makes it, after their own demand.
 */
export async function layOutPages(
	ctx: Context,
	{ space, member }: { readonly space: SpaceId; readonly member: MemberId },
	pages: readonly LaidOut[],
): Promise<void> {
	const made: PageId[] = [];
	for (const { title, locale, content, under } of pages) {
		const first = { title, locale, content: cleanContent(content, newBlockId) };
		const parent = typeof under === 'number' ? (made[under] ?? null) : null;
		made.push(await insertPage(ctx, space, member, first, parent));
	}
}

/** Makes a draft behind the other pages, at the top or below one of them; NotFound for one that is not there. */
export async function makePage(
	ctx: Context,
	input: MakePage,
): Promise<Result<{ readonly page: PageId }, 'too-many-pages' | 'too-deep'>> {
	const space = await spaceFor(ctx, input.space);
	demandRight(ctx, space, 'pages.make');
	await demandOwnTeacher(ctx, space);
	const { title, locale, under = null } = input;
	if (under !== null && (await pageFor(ctx, space, under)).binnedAt !== null) throw new NotFound('page');
	return inTransaction(ctx, async (inside) => {
		const pages = await pagesIn(inside, space.id);
		if (pages.length >= pageLimits.pages) return refused('too-many-pages');
		const level = inTreeOrder(pages).find(({ id }) => id === under)?.level ?? -1;
		if (level + 1 >= mostLevels) return refused('too-deep', 'under');
		const first = { title, locale, content: { type: 'doc', content: [] } } as const;
		return granted({ page: await insertPage(inside, space.id, space.me.id, first, under) });
	});
}
