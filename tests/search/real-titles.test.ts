// Real titles are found by their words, however these are misspelt: by the readers, or by those who wrote the title.
import { beforeEach, describe, expect, test } from 'vitest';
import { queryOf, searchPartners, type PartnerPage } from '#domain/partner-finding';
import { chance } from '#platform/search-index/chance';
import { searchableWords } from '#shared/folding';
import { testDatabase } from '../world/database.ts';
import { teacher } from '../world/index.ts';
import { bothSearches, postsTitled } from './both-searches.ts';
import { realTitles } from './real-titles.ts';

const world = testDatabase();
const titles = realTitles.map(({ title }) => title.slice(0, 100));

beforeEach(() =>
	postsTitled(
		world,
		realTitles.map(({ title, language }) => ({ title: title.slice(0, 100), locale: language })),
	),
);

describe.each(bothSearches)('in %s', (_, engine) => {
	const search = async (words: string): Promise<PartnerPage> =>
		searchPartners(
			world.as(teacher('ines')),
			queryOf(new URLSearchParams({ q: words, kind: 'post' })),
			await engine(world),
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
