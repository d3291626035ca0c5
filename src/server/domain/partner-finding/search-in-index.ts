/** The search in an index in memory: the same answers as PostgreSQL's, in a few milliseconds for all of Europe. */
import { blockedWith } from '#domain/contacts';
import type { Context } from '#platform/context';
import { mostWords, type IndexQuery } from '#platform/search-index/document';
import type { SearchIndex } from '#platform/search-index/search-index';
import { personOf } from '#shared/actor';
import { searchableWords } from '#shared/folding';
import { activeDays, dayBefore, eachGroup } from './groups.ts';
import { namedValues } from './named-values.ts';
import { hitsOnAPage, type PartnerSearch } from './partner-search.ts';
import type { PartnerQuery } from './query.ts';

/** Asks this index. */
export function searchIn(index: SearchIndex): PartnerSearch {
	return async (ctx, query, most = hitsOnAPage + 1) => {
		const asked = { ...(await indexQuery(ctx, query)), most };
		const answer = index.search(asked);
		const { total, hits, loosely, meant } = answer;
		return {
			total,
			get counts() {
				const { counts } = answer;
				return eachGroup((group) => counts[group] ?? {});
			},
			get without() {
				const { without } = answer;
				return eachGroup((group) => without[group] ?? total);
			},
			positions: hits,
			loosely,
			meant,
		};
	};
}

async function indexQuery(ctx: Context, query: PartnerQuery): Promise<Omit<IndexQuery, 'most'>> {
	const words = searchableWords(query.text).slice(0, mostWords);
	const named = await namedValues(ctx);
	const me = personOf(ctx.actor);
	const least = Object.entries(activeDays).map(([value, days]) => [value, dayBefore(ctx.now, days)]);
	return {
		words: words.map((word) => ({ word, named: named(word) })),
		chosen: query.chosen,
		leastNumbers: { active: { number: 'active', least: Object.fromEntries(least) } },
		withoutOwners: me === undefined ? [] : [me, ...(await blockedWith(ctx))],
		now: ctx.now.getTime(),
		order: query.order,
		after: query.after,
	};
}
