/** The search in PostgreSQL: exact, and fast enough for some ten thousand things; the index is held against it. */
import type { Context } from '#platform/context';
import { mostWords, type Fit } from '#platform/search-index/document';
import { fitsByBeginning, slipsBetween, slipsIn } from '#platform/search-index/near-words';
import { searchableWords } from '#shared/folding';
import { eachGroup, tagParts, type Counts } from './groups.ts';
import { namedValues } from './named-values.ts';
import type { Found, PartnerSearch } from './partner-search.ts';
import type { PartnerQuery } from './query.ts';
import { countsOfWords, findRow, vocabulary, type FoundRow, type WantedWord } from './search.sql.ts';

export const searchInDatabase: PartnerSearch = async (ctx, query, most) => {
	const words = await wantedWords(ctx, query);
	const row = await findRow(ctx, query, words, false, { most });
	if (row.matched > 0 || words.length === 0) return foundOf(row, false, {});
	await takeAlike(ctx, words);
	const loose = await findRow(ctx, query, words, true, { most });
	return foundOf(loose, true, loose.matched > 0 ? await meantBy(ctx, query, words) : {});
};

/** How many of these things a search finds, taking its words as they were typed. */
export async function searchAmong(
	ctx: Context,
	query: PartnerQuery,
	things: readonly string[],
): Promise<number> {
	const { total } = await findRow(ctx, query, await wantedWords(ctx, query), false, { among: things });
	return total;
}

async function wantedWords(ctx: Context, { text }: PartnerQuery): Promise<WantedWord[]> {
	const words = searchableWords(text).slice(0, mostWords);
	if (words.length === 0) return [];
	const named = await namedValues(ctx);
	return words.map((word) => {
		const tags = (fit: Fit) =>
			named(word)
				.filter((each) => each.fit === fit)
				.map(({ group, value }) => `${group}:${value}`);
		return {
			word,
			named: { whole: tags('whole'), begins: tags('begins'), oneOff: tags('oneOff'), twoOff: tags('twoOff') },
			alike: { oneOff: [], twoOff: [] },
		};
	});
}

/** Gives every word those of the vocabulary that are one or two slips away. */
async function takeAlike(ctx: Context, words: readonly WantedWord[]): Promise<void> {
	const guessed = words.filter(({ word }) => slipsIn(word.length) > 0);
	if (guessed.length === 0) return;
	const lengths = guessed.map(({ word }) => ({
		least: word.length - slipsIn(word.length),
		most: fitsByBeginning(word.length) ? 1000 : word.length + slipsIn(word.length),
	}));
	const known = await vocabulary(ctx, {
		least: Math.min(...lengths.map(({ least }) => least)),
		most: Math.max(...lengths.map(({ most }) => most)),
	});
	for (const { word, alike } of guessed) {
		for (const other of known) {
			const slips = slipsBetween(word, other);
			if (slips !== undefined) alike[slips === 1 ? 'oneOff' : 'twoOff'].push(other);
		}
	}
}

/** For every word that nothing has as typed, the likest that was found: fewest slips, most often, first in order. */
async function meantBy(
	ctx: Context,
	query: PartnerQuery,
	words: readonly WantedWord[],
): Promise<Record<string, string>> {
	const meant: Record<string, string> = {};
	for (const wanted of words) {
		const { word, alike } = wanted;
		if ((await findRow(ctx, { ...query, after: undefined }, [wanted], false)).matched > 0) continue;
		for (const others of [alike.oneOff, alike.twoOff]) {
			const [best] = await countsOfWords(ctx, words, others);
			if (best) meant[word] ??= best.word;
		}
	}
	return meant;
}

function foundOf(row: FoundRow, loosely: boolean, meant: Readonly<Record<string, string>>): Found {
	const counts: Record<string, Record<string, number>> = eachGroup(() => ({}));
	for (const [tag, count] of Object.entries(row.counts)) {
		const { group, value } = tagParts(tag);
		const ofGroup = counts[group];
		if (ofGroup) ofGroup[value] = count;
	}
	const { total } = row;
	const without = eachGroup((group) => total + (row.failed[group] ?? 0));
	return { total, without, counts: counts as Counts, positions: row.positions, loosely, meant };
}
