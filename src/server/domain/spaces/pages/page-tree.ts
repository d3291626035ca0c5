/** The pages of a space as a tree: its order from top to bottom, and what moving a page makes of it. Pure. */
import type { PageId } from './page.ts';

export type Placed = { readonly id: PageId; readonly parent: PageId | null };
export type Way = 'up' | 'down' | 'in' | 'out';

/** How many levels there are: four are what a class finds again. */
export const mostLevels = 4;

/** The pages from top to bottom, each with its level; those below a page that is not among them stand at the top. */
export function inTreeOrder<P extends Placed>(pages: readonly P[]): (P & { readonly level: number })[] {
	const known = new Set(pages.map(({ id }) => id));
	const below = Map.groupBy(pages, ({ parent }) => (parent !== null && known.has(parent) ? parent : null));
	const walk = (parent: PageId | null, level: number): (P & { readonly level: number })[] =>
		(below.get(parent) ?? []).flatMap((page) => [{ ...page, level }, ...walk(page.id, level + 1)]);
	return walk(null, 0);
}

/** Those that are seen, each below the nearest one above it that is seen too. */
export function seenTree<P extends Placed>(pages: readonly P[], isSeen: (page: P) => boolean) {
	const byId = new Map(pages.map((page) => [page.id, page]));
	const seenAbove = ({ parent }: Placed): PageId | null => {
		const above = parent === null ? undefined : byId.get(parent);
		if (!above) return null;
		return isSeen(above) ? above.id : seenAbove(above);
	};
	return inTreeOrder(pages.filter(isSeen).map((page) => ({ ...page, parent: seenAbove(page) })));
}

/** The page and everything below it. */
export function branchOf<P extends Placed>(pages: readonly P[], id: PageId): P[] {
	const taken = new Set([id]);
	return inTreeOrder(pages).filter((page) => {
		if (page.id !== id && (page.parent === null || !taken.has(page.parent))) return false;
		taken.add(page.id);
		return true;
	});
}

/**
 * The pages after one was moved: among its siblings, below the sibling before it, or out beside the page it stands
 * below. A move that leads nowhere changes nothing.
 */
export function moved(pages: readonly Placed[], id: PageId, way: Way): readonly Placed[] {
	const page = pages.find((each) => each.id === id);
	if (!page) return pages;
	const siblings = pages.filter(({ parent }) => parent === page.parent);
	const place = siblings.findIndex((each) => each.id === id);
	const before = siblings[place - 1];
	if (way === 'up') return before ? besides(pages, page, before, 0) : pages;
	if (way === 'in') return before ? placed(pages, id, before.id).pages : pages;
	if (way === 'down') {
		const after = siblings[place + 1];
		return after ? besides(pages, page, after, 1) : pages;
	}
	const above = pages.find((each) => each.id === page.parent);
	return above ? besides(pages, { id, parent: above.parent }, above, 1) : pages;
}

/** The pages with one put below another, or at the top, behind what stands there. */
export function placed(
	pages: readonly Placed[],
	id: PageId,
	parent: PageId | null,
): { readonly pages: readonly Placed[]; readonly refused?: 'in-itself' | 'too-deep' } {
	const branch = new Set(branchOf(pages, id).map((page) => page.id));
	if (parent !== null && branch.has(parent)) return { pages, refused: 'in-itself' };
	const levels = (of: readonly Placed[]) => Math.max(...inTreeOrder(of).map(({ level }) => level));
	const others = pages.filter((page) => page.id !== id);
	const next = [...others, { id, parent }];
	// a tree that was too deep before may be put in order
	if (levels(next) >= Math.max(mostLevels, levels(pages) + 1)) return { pages, refused: 'too-deep' };
	return { pages: next };
}

/** The page directly before or after another one. */
function besides(pages: readonly Placed[], page: Placed, other: Placed, shift: 0 | 1): readonly Placed[] {
	const others = pages.filter(({ id }) => id !== page.id);
	const at = others.findIndex(({ id }) => id === other.id) + shift;
	return [...others.slice(0, at), page, ...others.slice(at)];
}
