/** A teacher looks for partners. */
import { setImmediate as otherWork } from 'node:timers/promises';
import type { Context } from '#platform/context';
import { runningIndex } from '#platform/search-index/running-indexes';
import { demand } from './abilities.ts';
import { eachGroup } from './groups.ts';
import { hasEntries } from './indexed-entries.sql.ts';
import { partnerIndex } from './partner-index.ts';
import { hitsOnAPage, type Found, type PartnerPage, type PartnerSearch } from './partner-search.ts';
import type { PartnerQuery } from './query.ts';
import { hitsFor, spellingIn } from './read-hits.ts';
import { searchInDatabase } from './search-in-database.ts';
import { searchIn } from './search-in-index.ts';

/** With more things than these the database alone takes too long: while the index is getting ready, the page says so. */
const tooManyForDatabase = 100_000;

/** Teachers, posts, schools and projects that fit, a page at a time, with the counts behind every filter. */
export async function searchPartners(
	ctx: Context,
	query: PartnerQuery,
	search?: PartnerSearch,
): Promise<PartnerPage> {
	demand(ctx, 'partners.search');
	const answering = search ?? (await whoAnswers(ctx));
	if (!answering) return notYet;
	const found = await answering(ctx, query);
	const shown = found.positions.slice(0, hitsOnAPage);
	const ids = shown.map(({ id }) => id);
	const [hits, counted] = await Promise.all([hitsFor(ctx, ids), countedIn(found)]);
	return {
		...counted,
		gettingReady: false,
		meant: Object.entries(found.meant).flatMap(([typed, folded]) => {
			const word = spellingIn(hits, folded);
			return word === undefined ? [] : [{ typed, word }];
		}),
		hits,
		next: found.positions.length > hitsOnAPage ? shown.at(-1) : undefined,
	};
}

/** Counts once the question for the hits has left, while PostgreSQL looks them up. */
async function countedIn(found: Found): Promise<Pick<Found, 'total' | 'counts' | 'without' | 'loosely'>> {
	await otherWork();
	const { total, counts, without, loosely } = found;
	return { total, counts, without, loosely };
}

/** The things a search finds, of very many the first; undefined while the index is getting ready. */
export async function thingsFound(
	ctx: Context,
	query: PartnerQuery,
	most: number,
): Promise<string[] | undefined> {
	demand(ctx, 'partners.search');
	const found = await (await whoAnswers(ctx))?.(ctx, query, most);
	return found?.positions.map(({ id }) => id);
}

/** The index where there is one; undefined while it is getting ready and the database would take too long. */
async function whoAnswers(ctx: Context): Promise<PartnerSearch | undefined> {
	const running = runningIndex(partnerIndex.name);
	if (running?.index) return searchIn(running.index);
	if (running?.state === 'getting ready' && (await hasEntries(ctx, tooManyForDatabase))) return undefined;
	return searchInDatabase;
}

const notYet: PartnerPage = {
	gettingReady: true,
	total: 0,
	counts: eachGroup(() => ({})),
	without: eachGroup(() => 0),
	loosely: false,
	meant: [],
	hits: [],
	next: undefined,
};
