/** A teacher saves a search, hears of it or not, and lets it go. */
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { NotFound } from '#platform/errors';
import { isId, newId } from '#platform/ids';
import { granted, refused, type Granted, type Result } from '#platform/result';
import { personOf } from '#shared/actor';
import { demand } from '../abilities.ts';
import { lockAuthor } from '../posts.sql.ts';
import { addressOf, queryOf } from '../query.ts';
import { isSigned, namedBy } from '../signed-link.ts';
import { mostSearches, type SavedSearch, type SavedSearchId } from './saved-search.ts';
import { deleteSearch, insertSearch, searchById, searchesOf, setStopped } from './saved-searches.sql.ts';

/** Saves it; what can be found by now is not new. `query` is the address of the search; what it cannot read it leaves away. */
export async function saveSearch(
	ctx: Context,
	input: { readonly name: string; readonly query: string },
): Promise<Result<{ readonly search: SavedSearchId }, 'too-many-searches' | 'saved-already'>> {
	demand(ctx, 'partners.save-search');
	const person = personOf(ctx.actor) ?? '';
	return inTransaction(ctx, async (ctx) => {
		await lockAuthor(ctx, person);
		if ((await searchesOf(ctx, person)).length >= mostSearches) return refused('too-many-searches');
		const { after: _, ...asked } = queryOf(new URLSearchParams(input.query));
		const search: SavedSearch = {
			id: newId(),
			person,
			name: input.name,
			query: addressOf(asked).toString(),
			savedAt: ctx.now,
			toldUpTo: ctx.now,
			stopped: false,
		};
		return (await insertSearch(ctx, search)) ? granted({ search: search.id }) : refused('saved-already');
	});
}

/** Stops the alerts of a search or lets them come again, from now on. */
export async function changeAlerts(
	ctx: Context,
	input: { readonly search: SavedSearchId; readonly stopped: boolean },
): Promise<Granted<undefined>> {
	const search = await ownSearch(ctx, input.search);
	await setStopped(ctx, search.id, input.stopped);
	return granted();
}

export async function dropSearch(
	ctx: Context,
	input: { readonly search: SavedSearchId },
): Promise<Granted<undefined>> {
	const search = await ownSearch(ctx, input.search);
	await deleteSearch(ctx, search.id);
	return granted();
}

/** My saved searches, the newest first. */
export async function ownSearches(ctx: Context): Promise<SavedSearch[]> {
	demand(ctx, 'partners.save-search');
	return searchesOf(ctx, personOf(ctx.actor) ?? '');
}

/** The search behind the link in an alert. open-to-all: whoever has the link has the letter. */
export async function searchBehind(ctx: Context, token: string): Promise<SavedSearch> {
	const id = namedBy(token);
	const search =
		id !== undefined && isSigned(token, 'stop search', id) ? await searchById(ctx, id) : undefined;
	if (!search) throw new NotFound('search');
	return search;
}

/** No alerts of this search any more, by the link in one. open-to-all, and twice changes nothing more. */
export async function stopByLink(ctx: Context, token: string): Promise<void> {
	const search = await searchBehind(ctx, token);
	await setStopped(ctx, search.id, true);
}

async function ownSearch(ctx: Context, id: SavedSearchId): Promise<SavedSearch> {
	demand(ctx, 'partners.save-search');
	const search = isId(id) ? await searchById(ctx, id) : undefined;
	if (!search || search.person !== personOf(ctx.actor)) throw new NotFound('search');
	return search;
}
