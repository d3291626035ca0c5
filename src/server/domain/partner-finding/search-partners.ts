/** A teacher looks for partners. */
import type { Context } from '#platform/context';
import { demand } from './abilities.ts';
import { hitsOnAPage, type PartnerPage, type PartnerSearch } from './partner-search.ts';
import type { PartnerQuery } from './query.ts';
import { findPartners } from './search.sql.ts';

/** The search in PostgreSQL: exact, and fast enough for some ten thousand teachers. */
export const searchInDatabase: PartnerSearch = {
	async search(ctx, query) {
		const { hits, total, facets } = await findPartners(ctx, query);
		const shown = hits.slice(0, hitsOnAPage);
		const last = shown.at(-1);
		const next =
			hits.length > hitsOnAPage && last
				? { score: Number(last.score), fresh: last.fresh, id: last.id }
				: undefined;
		return {
			hits: shown.map(({ fresh, score: _, ...hit }) => ({ ...hit, freshAt: new Date(fresh) })),
			total,
			facets,
			next,
		};
	},
};

/** Teachers and posts that fit, a page at a time, with the counts behind every filter. */
export async function searchPartners(
	ctx: Context,
	query: PartnerQuery,
	engine: PartnerSearch = searchInDatabase,
): Promise<PartnerPage> {
	demand(ctx, 'partners.search');
	return engine.search(ctx, query);
}
