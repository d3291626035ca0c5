/** Finds a school by whatever a teacher remembers of its name and town. */
import type { Context } from '#platform/context';
import { searchableWords } from '#shared/folding';
import { demand } from './abilities.ts';
import { schoolsWithWords, wordsLike, type LikeWord, type WantedWord } from './find.sql.ts';
import { likeness } from './likeness.ts';
import type { SchoolCard } from './school.ts';

export type SchoolSearch = { readonly country: string; readonly text: string };
export type SchoolHit = SchoolCard & {
	readonly region: string | null;
	/** False for a school that the reader added and no officer has confirmed yet. */
	readonly known: boolean;
};

const mostWords = 12;
const mostHits = 20;
/** A number that stuck to a word when it was typed: “school154”. */
const glued = /\p{L}{3}(?=\p{N})|\p{N}(?=\p{L}{3})/gu;
/** So many schools may be looked at for one search, however common its words. */
const manySchools = 3000;
/** Roughly all schools of the programme: against this a word is rare or common. */
const allSchools = 300_000;

/**
 * The schools of a country whose name and town fit best, at most twenty: typing errors, missing accents,
 * capitals and half words do not matter. Nothing typed finds nothing. Only schools the reader may see.
 */
export async function findSchools(ctx: Context, search: SchoolSearch): Promise<SchoolHit[]> {
	demand(ctx, 'school.find');
	const typed = searchableWords(search.text.replace(glued, '$& ')).slice(0, mostWords);
	if (typed.length === 0) return [];
	const wanted = weigh(typed, await wordsLike(ctx, search.country, typed));
	if (wanted.length === 0) return [];
	const among = rarest(wanted);
	const found = await schoolsWithWords(ctx, search.country, wanted, among, mostHits);
	const enough = (found[0]?.score ?? 0) / 2;
	return found.filter((hit) => hit.score >= enough).map(({ score: _, ...hit }) => hit);
}

type Weighed = WantedWord & { readonly schools: number };

/** A word counts by how well it fits what was typed; what was typed counts the more the fewer schools fit it. */
function weigh(typed: readonly string[], words: readonly LikeWord[]): Weighed[] {
	const fitting = words
		.map((word) => ({ ...word, fit: likeness(typed[word.place - 1] ?? '', word.word) ** 2 }))
		.filter((word) => word.fit >= 0.25);
	const places = Map.groupBy(fitting, (word) => word.place);
	return fitting.map(({ place, word, schools, fit }) => {
		const common = sum((places.get(place) ?? []).map((one) => one.fit * one.schools));
		return { place, word, schools, weight: fit * Math.log(2 + allSchools / Math.max(common, 1)) };
	});
}

/**
 * The words a school must have one of to be looked at: those typed words that few schools fit. When all are
 * common, a school must fit the two rarest.
 */
function rarest(wanted: readonly Weighed[]): string[][] {
	const lists = [...Map.groupBy(wanted, (one) => one.place).values()]
		.map((list) => ({ words: list.map((one) => one.word), schools: sum(list.map((one) => one.schools)) }))
		.sort((one, other) => one.schools - other.schools);
	const few: string[] = [];
	let schools = 0;
	for (const list of lists) {
		schools += list.schools;
		if (schools > manySchools) break;
		few.push(...list.words);
	}
	return few.length > 0 ? [few] : lists.slice(0, 2).map((list) => list.words);
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((total, number) => total + number, 0);
}
