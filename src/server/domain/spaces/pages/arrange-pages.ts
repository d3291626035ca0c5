/** What becomes of a page beside its text: shared or a draft again, moved, put into the bin and taken out. */
import { demandRight, recordActivity, type SpaceId } from '#domain/spaces';
import { audit } from '#platform/audit';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { emit } from '#platform/events';
import { granted, type Granted } from '#platform/result';
import type { PageId } from './page.ts';
import { reachPage } from './read-pages.ts';
import { renumberPages, updatePage } from './write-pages.sql.ts';

export type PageAt = { readonly space: SpaceId; readonly page: PageId };

/** Shows the page to every member of the space. */
export async function sharePage(ctx: Context, at: PageAt): Promise<Granted<undefined>> {
	const { space, page } = await reachPage(ctx, at.space, at.page);
	demandRight(ctx, space, 'pages.write', page);
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

/** Moves the page one place up or down among the pages. */
export async function movePage(
	ctx: Context,
	{ direction, ...at }: PageAt & { readonly direction: 'up' | 'down' },
): Promise<Granted<undefined>> {
	const { space, page } = await reachPage(ctx, at.space, at.page);
	demandRight(ctx, space, 'pages.order');
	return inTransaction(ctx, async (inside) => {
		await renumberPages(inside, space.id, (ids) => movedBy(ids, page.id, direction === 'up' ? -1 : 1));
		return granted();
	});
}

/** Puts the page into the bin for 30 days; whatever was public of it is withdrawn. */
export async function binPage(ctx: Context, at: PageAt): Promise<Granted<undefined>> {
	const { space, page } = await reachPage(ctx, at.space, at.page);
	demandRight(ctx, space, 'pages.bin', page);
	return inTransaction(ctx, async (inside) => {
		await updatePage(inside, page.id, { binned_at: ctx.now, binned_by: space.me.id });
		await audit(inside, 'pages.binned', { kind: 'page', id: page.id });
		await emit(inside, 'page.binned', { page: page.id, by: space.me.id });
		return granted();
	});
}

/** Takes the page out of the bin, as the draft or shared page that it was. */
export async function takeOutOfBin(ctx: Context, at: PageAt): Promise<Granted<undefined>> {
	const { space, page } = await reachPage(ctx, at.space, at.page);
	demandRight(ctx, space, 'pages.bin', page);
	return inTransaction(ctx, async (inside) => {
		await updatePage(inside, page.id, { binned_at: null, binned_by: null });
		return granted();
	});
}

function movedBy(ids: readonly PageId[], page: PageId, step: -1 | 1): PageId[] {
	const from = ids.indexOf(page);
	const to = Math.min(Math.max(from + step, 0), ids.length - 1);
	const others = ids.filter((id) => id !== page);
	return [...others.slice(0, to), page, ...others.slice(to)];
}
