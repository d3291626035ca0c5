/** What becomes of a page beside its text: shared or a draft again, moved, put into the bin and taken out. */
import { demandOwnTeacher, demandRight, mayInSpace, recordActivity, type SpaceId } from '#domain/spaces';
import { audit } from '#platform/audit';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { NotFound } from '#platform/errors';
import { emit } from '#platform/events';
import { granted, refused, type Granted, type Result } from '#platform/result';
import type { PageId } from './page.ts';
import { branchOf, moved, placed, type Placed, type Way } from './page-tree.ts';
import { pagesIn } from './pages.sql.ts';
import { pageFor, reachPage } from './read-pages.ts';
import { arrangePages, updatePage } from './write-pages.sql.ts';

export type PageAt = { readonly space: SpaceId; readonly page: PageId };

/** Shows the page to every member of the space. */
export async function sharePage(ctx: Context, at: PageAt): Promise<Granted<undefined>> {
	const { space, page } = await reachPage(ctx, at.space, at.page);
	demandRight(ctx, space, 'pages.write', page);
	await demandOwnTeacher(ctx, space);
	return inTransaction(ctx, async (inside) => {
		if (page.sharedAt === null) {
			await updatePage(inside, page.id, { shared_at: ctx.now, shared_by: space.me.id });
			await recordActivity(inside, space, { verb: 'page-shared', kind: 'page', id: page.id });
		}
		return granted();
	});
}

/** Makes the page a draft again. */
export async function makeDraft(ctx: Context, at: PageAt): Promise<Granted<undefined>> {
	const { space, page } = await reachPage(ctx, at.space, at.page);
	demandRight(ctx, space, 'pages.write', page);
	return inTransaction(ctx, async (inside) => {
		await updatePage(inside, page.id, { shared_at: null, shared_by: null });
		return granted();
	});
}

/** Moves the page, with what stands below it, one step through the tree; a step that leads nowhere changes nothing. */
export async function movePage(
	ctx: Context,
	{ direction, ...at }: PageAt & { readonly direction: Way },
): Promise<Granted<undefined>> {
	const { space, page } = await reachPage(ctx, at.space, at.page);
	demandRight(ctx, space, 'pages.order');
	return inTransaction(ctx, async (inside) => {
		await arrangePages(inside, space.id, (pages) => moved(pages, page.id, direction));
		return granted();
	});
}

/** `in-itself`: a page cannot stand below itself; `too-deep`: there would be too many levels. */
export type PlaceRefusal = 'in-itself' | 'too-deep';

/** Puts the page, with what stands below it, below another page of the space or at the top. */
export async function placePage(
	ctx: Context,
	{ under, ...at }: PageAt & { readonly under: PageId | null },
): Promise<Result<undefined, PlaceRefusal>> {
	const { space, page } = await reachPage(ctx, at.space, at.page);
	demandRight(ctx, space, 'pages.order');
	const parent = under === null ? null : await pageFor(ctx, space, under);
	if (parent !== null && parent.binnedAt !== null) throw new NotFound('page');
	return inTransaction(ctx, async (inside) => {
		let reason: PlaceRefusal | undefined;
		await arrangePages(inside, space.id, (pages) => {
			const outcome = placed(pages, page.id, parent?.id ?? null);
			reason = outcome.refused;
			return outcome.pages;
		});
		return reason === undefined ? granted() : refused(reason, 'under');
	});
}

/**
 * Puts the page into the bin for 30 days, with those below it that the actor may put there; the others stay, one level
 * higher. Whatever was public of them is withdrawn.
 */
export async function binPage(ctx: Context, at: PageAt): Promise<Granted<undefined>> {
	const { space, page } = await reachPage(ctx, at.space, at.page);
	demandRight(ctx, space, 'pages.bin', page);
	return inTransaction(ctx, async (inside) => {
		const standing = (await pagesIn(inside, space.id)).filter(({ binnedAt }) => binnedAt === null);
		const going = branchOf(standing, page.id).filter((each) => mayInSpace(space, 'pages.bin', each));
		const gone = new Set(going.map(({ id }) => id));
		await arrangePages(inside, space.id, (pages) => withoutGone(pages, gone));
		for (const { id } of going) {
			await updatePage(inside, id, { binned_at: ctx.now, binned_by: space.me.id });
			await audit(inside, 'pages.binned', { kind: 'page', id });
			await emit(inside, 'page.binned', { page: id, by: space.me.id });
		}
		return granted();
	});
}

/** Those that stay below a page that goes stand below the next one above it. */
function withoutGone(pages: readonly Placed[], gone: ReadonlySet<PageId>): readonly Placed[] {
	const byId = new Map(pages.map((page) => [page.id, page]));
	const stayingAbove = (parent: PageId | null): PageId | null =>
		parent !== null && gone.has(parent) ? stayingAbove(byId.get(parent)?.parent ?? null) : parent;
	return pages.map((page) => (gone.has(page.id) ? page : { id: page.id, parent: stayingAbove(page.parent) }));
}

/** Takes the page out of the bin, with those below it that went there with it, as the drafts and shared pages they were. */
export async function takeOutOfBin(ctx: Context, at: PageAt): Promise<Granted<undefined>> {
	const { space, page } = await reachPage(ctx, at.space, at.page);
	demandRight(ctx, space, 'pages.bin', page);
	return inTransaction(ctx, async (inside) => {
		const all = await pagesIn(inside, space.id);
		const together = all.filter(({ binnedAt }) => binnedAt?.getTime() === page.binnedAt?.getTime());
		for (const { id } of branchOf(together, page.id))
			await updatePage(inside, id, { binned_at: null, binned_by: null });
		const isBinned = new Set(all.filter(({ binnedAt }) => binnedAt !== null).map(({ id }) => id));
		// the page above may still lie in the bin, or be gone
		await arrangePages(inside, space.id, (pages) =>
			pages.map((each) =>
				each.id === page.id && each.parent !== null && isBinned.has(each.parent)
					? { id: each.id, parent: null }
					: each,
			),
		);
		return granted();
	});
}
