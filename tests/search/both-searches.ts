// The partner search in both its engines, over posts of Freja with the titles that a test is about.
import { inTransaction } from '#platform/database';
import { newId } from '#platform/ids';
import { SegmentBuilder } from '#platform/search-index/segment-builder';
import { SearchIndex } from '#platform/search-index/search-index';
import {
	allDocuments,
	numbersOfEntries,
} from '../../src/server/domain/partner-finding/indexed-entries.sql.ts';
import { refreshPeople } from '../../src/server/domain/partner-finding/keep-entries.ts';
import type { PartnerSearch } from '../../src/server/domain/partner-finding/partner-search.ts';
import { searchInDatabase } from '../../src/server/domain/partner-finding/search-in-database.ts';
import { searchIn } from '../../src/server/domain/partner-finding/search-in-index.ts';
import type { testDatabase } from '../world/database.ts';
import { people, schools, teacher } from '../world/index.ts';

type World = ReturnType<typeof testDatabase>;

const day = 24 * 3600 * 1000;

/** Freja's posts, running for a month, found from now on. */
export async function postsTitled(
	world: World,
	titles: readonly { readonly title: string; readonly locale: string }[],
): Promise<void> {
	const ctx = world.as(teacher('freja'));
	const rows = titles.map(({ title, locale }) => ({
		id: newId(),
		person_id: people.freja.id,
		school_id: schools.skovbakke.id,
		kind: 'found-project',
		title,
		words: '—',
		locale,
		languages: ['en'],
		ages_from: 8,
		ages_to: 12,
		posted_at: ctx.now,
		expires_at: new Date(ctx.now.getTime() + 30 * day),
	}));
	await ctx.db.insertInto('partner_finding.post').values(rows).execute();
	await refreshPeople(ctx, [people.freja.id]);
}

/** Each with its name, to be asked for once the posts are there. */
export const bothSearches: readonly [string, (world: World) => Promise<PartnerSearch>][] = [
	['PostgreSQL', () => Promise.resolve(searchInDatabase)],
	['the index in memory', inMemory],
];

async function inMemory(world: World): Promise<PartnerSearch> {
	const builder = new SegmentBuilder(numbersOfEntries);
	await inTransaction(world.as(teacher('ines')), async (inside) => {
		for await (const document of allDocuments(inside)) builder.add(document);
	});
	return searchIn(new SearchIndex(builder.finish()));
}
