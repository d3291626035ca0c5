/** A teacher looks for partners. */
import type { Context } from '#platform/context';
import { demand } from './abilities.ts';
import { hitsOnAPage, type PartnerPage, type PartnerSearch } from './partner-search.ts';
import type { PartnerQuery } from './query.ts';
import { hitsFor, spellingIn } from './read-hits.ts';
import { searchInDatabase } from './search-in-database.ts';

/** Teachers, posts, schools and projects that fit, a page at a time, with the counts behind every filter. */
export async function searchPartners(
	ctx: Context,
	query: PartnerQuery,
	search: PartnerSearch = searchInDatabase,
): Promise<PartnerPage> {
	demand(ctx, 'partners.search');
	const { total, counts, without, positions, loosely, meant } = await search(ctx, query);
	const shown = positions.slice(0, hitsOnAPage);
	const hits = await hitsFor(
		ctx,
		shown.map(({ id }) => id),
	);
	const spelt = Object.entries(meant).flatMap(([typed, folded]) => {
		const word = spellingIn(hits, folded);
		return word === undefined ? [] : [{ typed, word }];
	});
	return {
		total,
		counts,
		without,
		loosely,
		meant: spelt,
		hits,
		next: positions.length > hitsOnAPage ? shown.at(-1) : undefined,
	};
}
