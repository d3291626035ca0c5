/** Pages whose time is over: those that lay in the bin for long, and all pages of a space that goes. */
import type { SpaceId } from '#domain/spaces';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { emit } from '#platform/events';
import { parts } from '#platform/part';
import { overBefore } from '#platform/retention';
import type { PageId } from './page.ts';
import {
	deleteOtherVersions,
	deletePage,
	lockBinnedBefore,
	pagesBinnedBefore,
	pagesOfSpace,
} from './forget.sql.ts';

/** The hourly job. Running it twice removes nothing more. open-to-all: only the worker runs it. */
export async function removeBinnedPages(ctx: Context): Promise<void> {
	const over = await overBefore(ctx, 'page_binned');
	for (const page of await pagesBinnedBefore(ctx, over)) {
		await inTransaction(ctx, async (inside) => {
			// somebody may have taken it out at this very moment
			if (await lockBinnedBefore(inside, page, over)) await removePage(inside, page);
		});
	}
}

/** Runs in the transaction in which a space is emptied: pages go, but for the versions that some part keeps. */
export async function removePagesOf(ctx: Context, space: SpaceId): Promise<void> {
	const pages = await pagesOfSpace(ctx, space);
	const kept = await keptVersions(ctx, pages);
	for (const page of pages) {
		const version = kept.get(page);
		if (version === undefined) await removePage(ctx, page);
		else await reducePage(ctx, page, version);
	}
}

async function keptVersions(ctx: Context, pages: readonly PageId[]): Promise<Map<PageId, number>> {
	const kept = new Map<PageId, number>();
	for (const part of parts()) {
		for (const [page, version] of (await part.keepsPages?.(ctx, pages)) ?? []) kept.set(page, version);
	}
	return kept;
}

/** Whoever shows the page elsewhere lets go of it first. */
async function removePage(ctx: Context, page: PageId): Promise<void> {
	await emit(ctx, 'page.removed', { page });
	await deletePage(ctx, page);
}

async function reducePage(ctx: Context, page: PageId, version: number): Promise<void> {
	await emit(ctx, 'page.reduced', { page, version });
	await deleteOtherVersions(ctx, page, version);
}
