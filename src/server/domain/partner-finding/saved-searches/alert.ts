/** Tells the owners of saved searches what can be found since they last heard. */
import { validatedAffiliations } from '#domain/people';
import { asActor, type Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { emit } from '#platform/events';
import type { Teacher } from '#shared/actor';
import { queryOf } from '../query.ts';
import { searchAmong } from '../search-in-database.ts';
import { signedToken } from '../signed-link.ts';
import { lookEvery, type SavedSearch } from './saved-search.ts';
import { foundSince, searchesDue, takeSearch } from './saved-searches.sql.ts';

const atOnce = 100;

/**
 * The hourly job. Each new thing is told once for a search, and only to whoever may find it at this moment: nobody who
 * blocked the owner or whom the owner blocked. Running it twice tells nothing more. open-to-all: only the worker runs it.
 */
export async function alertSavedSearches(ctx: Context): Promise<void> {
	const before = new Date(ctx.now.getTime() - lookEvery * 3600 * 1000);
	for (;;) {
		const due = await searchesDue(ctx, before, atOnce);
		for (const search of due) await inTransaction(ctx, (inside) => alert(inside, search));
		if (due.length < atOnce) return;
	}
}

async function alert(ctx: Context, search: SavedSearch): Promise<void> {
	if (!(await takeSearch(ctx, search))) return;
	const fresh = await foundSince(ctx, search.toldUpTo);
	if (fresh.length === 0) return;
	// whoever is no teacher any more finds nobody
	if ((await validatedAffiliations(ctx, search.person)).length === 0) return;
	const owner: Teacher = { kind: 'teacher', person: search.person, session: '' };
	const asked = queryOf(new URLSearchParams(search.query));
	const count = await searchAmong(asActor(ctx, owner), asked, fresh);
	if (count === 0) return;
	await emit(ctx, 'notice', {
		to: [search.person],
		kind: 'search-found',
		params: { name: search.name, count },
		path: `/partners?${search.query}`,
		stop: `/partners/searches/stop/${signedToken('stop search', search.id)}`,
	});
}
