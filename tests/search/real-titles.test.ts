// Real titles are found by their words, however these are misspelt: by the readers, or by those who wrote the title.
import { beforeEach, describe, expect, test } from 'vitest';
import { queryOf, searchPartners, type PartnerPage } from '#domain/partner-finding';
import { inTransaction } from '#platform/database';
import { newId } from '#platform/ids';
import { chance } from '#platform/search-index/chance';
import { SegmentBuilder } from '#platform/search-index/segment-builder';
import { SearchIndex } from '#platform/search-index/search-index';
import { searchableWords } from '#shared/folding';
import {
	allDocuments,
	numbersOfEntries,
} from '../../src/server/domain/partner-finding/indexed-entries.sql.ts';
import { refreshPeople } from '../../src/server/domain/partner-finding/keep-entries.ts';
import type { PartnerSearch } from '../../src/server/domain/partner-finding/partner-search.ts';
import { searchInDatabase } from '../../src/server/domain/partner-finding/search-in-database.ts';
import { searchIn } from '../../src/server/domain/partner-finding/search-in-index.ts';
import { testDatabase } from '../world/database.ts';
import { people, schools, teacher } from '../world/index.ts';
import { realTitles } from './real-titles.ts';

const world = testDatabase();
const day = 24 * 3600 * 1000;
const titles = realTitles.map(({ title }) => title.slice(0, 100));

beforeEach(async () => {
	const ctx = world.as(teacher('freja'));
	const rows = titles.map((title, turn) => ({
		id: newId(),
		person_id: people.freja.id,
		school_id: schools.skovbakke.id,
		kind: 'found-project',
		title,
		words: 'We look for partners.',
		locale: realTitles[turn]?.language ?? 'en',
		languages: ['en'],
		ages_from: 8,
		ages_to: 12,
		posted_at: ctx.now,
		expires_at: new Date(ctx.now.getTime() + 30 * day),
	}));
	await ctx.db.insertInto('partner_finding.post').values(rows).execute();
	await refreshPeople(ctx, [people.freja.id]);
});

async function inMemory(): Promise<PartnerSearch> {
	const builder = new SegmentBuilder(numbersOfEntries);
	await inTransaction(world.as(teacher('ines')), async (inside) => {
		for await (const document of allDocuments(inside)) builder.add(document);
	});
	return searchIn(new SearchIndex(builder.finish()));
}

describe.each([
	['PostgreSQL', async () => searchInDatabase],
	['the index in memory', inMemory],
])('in %s', (_, engine) => {
	const search = async (words: string): Promise<PartnerPage> =>
		searchPartners(
			world.as(teacher('ines')),
			queryOf(new URLSearchParams({ q: words, kind: 'post' })),
			await engine(),
		);
	const found = async (words: string) =>
		(await search(words)).hits.map((hit) => (hit.kind === 'post' ? hit.title : ''));

	test.each([
		['learning environment', 'Mission: creating gender-responsive learning enviroment'],
		['teenagers', 'Tennagers on board'],
		['social media', 'S.O.C.I.A.L & M.E.D.I.A'],
		['kucuk kalplerden', 'Küçük Kalplerden Büyük Değerler'],
		['pisi mi', 'Scrivimi / Piši mi'],
		['etwining team', 'The gett: the green etwinning team'],
		['freindship calendar', 'The calendar of friendship'],
	])('“%s” finds “%s”', async (words, title) => {
		expect(await found(words)).toContain(title);
	});

	test('nearly every title is found by any of its longer words with a slip in it', async () => {
		const { next, one } = chance(44);
		const letters = [...'abcdefghijklmnopqrstuvwxyz'];
		let asked = 0;
		const missed: string[] = [];
		for (const title of titles) {
			for (const word of searchableWords(title).filter((each) => each.length >= 6)) {
				const at = 1 + next(word.length - 2);
				const slips = [
					word.slice(0, at) + word.slice(at + 1),
					word.slice(0, at) + one(letters) + word.slice(at + 1),
					word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2),
				];
				const typed = one(slips);
				asked++;
				if (!(await found(typed)).includes(title)) missed.push(`${typed} → ${title}`);
			}
		}
		expect(asked).toBeGreaterThan(60);
		expect(missed).toEqual([]);
	});
});
