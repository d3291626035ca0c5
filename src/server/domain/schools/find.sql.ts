/** SQL that finds schools: first the words of a country that are like those typed, then the schools that have them. */
import { sql } from 'kysely';
import type { Context } from '#platform/context';
import { knownSchools, openSchools, visibleSchools } from './fragments.sql.ts';

export type LikeWord = { readonly place: number; readonly word: string; readonly schools: number };

/**
 * The words of the country's schools that could be meant by each typed word: the word itself, longer ones that
 * begin with it or hold it, words with the same beginning, short words of about its length, and those that
 * share many of its letters.
 */
export async function wordsLike(
	ctx: Context,
	country: string,
	typed: readonly string[],
): Promise<LikeWord[]> {
	const held = sql`select held.word, held.schools from schools.word as held where held.country = ${country}`;
	// '~' comes after every letter a word can hold
	const begins = (text: ReturnType<typeof sql>) => sql`held.word >= ${text} and held.word < ${text} || '~'`;
	const found = await sql<LikeWord>`
		select typed.place::integer as place, near.word, near.schools
		from (
			select given.word collate "C" as word, length(given.word) as letters, given.place
			from unnest(${typed}::text[]) with ordinality as given (word, place)
		) as typed
		cross join lateral (
			(${held} and held.word = typed.word)
			union
			(${held} and typed.letters >= 2 and ${begins(sql`typed.word`)} order by held.schools desc limit 60)
			union
			(${held} and typed.letters >= 4 and held.word like '%' || typed.word || '%' order by held.schools desc limit 60)
			union
			(${held} and typed.letters >= 5 and ${begins(sql`left(typed.word, 3)`)} order by held.schools desc limit 150)
			union
			(${held} and typed.letters between 3 and 5 and ${begins(sql`left(typed.word, 1)`)}
				and length(held.word) between typed.letters - 1 and typed.letters + 1 order by held.schools desc limit 300)
			union
			(${held} and typed.letters >= 4 and held.word % typed.word
				order by similarity(held.word, typed.word) desc, held.word limit 60)
		) as near`.execute(ctx.db);
	return found.rows;
}

export type WantedWord = { readonly place: number; readonly word: string; readonly weight: number };

export type FoundSchool = {
	readonly id: string;
	readonly name: string;
	readonly town: string;
	readonly region: string | null;
	readonly country: string;
	readonly known: boolean;
	readonly score: number;
};

/**
 * The schools that have at least one word of every list in `among`, each scored by the best of its words for
 * every typed word. The lists hold rare words, so that few schools are scored whatever the country's size; and
 * whether one may be seen is asked of the best alone, in their order, until there are enough.
 */
export async function schoolsWithWords(
	ctx: Context,
	country: string,
	wanted: readonly WantedWord[],
	among: readonly (readonly string[])[],
	most: number,
): Promise<FoundSchool[]> {
	const best = sql<{ id: string; score: number }>`(
		select each_place.id, sum(each_place.weight) as score
		from (
			select candidate.id, wanted.place, max(wanted.weight) as weight
			from candidate
			cross join unnest(candidate.words) as has (word)
			join unnest(
				${wanted.map((one) => one.place)}::integer[],
				${wanted.map((one) => one.word)}::text[],
				${wanted.map((one) => one.weight)}::float8[]
			) as wanted (place, word, weight) on wanted.word = has.word
			group by candidate.id, wanted.place
		) as each_place
		group by each_place.id
	)`;
	return ctx.db
		.with(
			(cte) => cte('candidate').materialized(),
			(db) =>
				db
					.selectFrom('schools.school as school')
					.select([
						'school.id',
						'school.words',
						'school.name',
						'school.town',
						'school.region',
						'school.country',
					])
					.where('school.country', '=', country)
					.where((eb) => eb.and(among.map((words) => sql<boolean>`school.words && ${words}::text[]`)))
					.limit(3000),
		)
		.with('ranked', (db) =>
			db
				.selectFrom(best.as('best'))
				.innerJoin('candidate', 'candidate.id', 'best.id')
				.select(['candidate.id', 'candidate.name', 'candidate.town', 'candidate.region', 'candidate.country'])
				.select('best.score')
				.orderBy('best.score', 'desc')
				.orderBy(sql`cardinality(candidate.words)`)
				.orderBy('candidate.name')
				.orderBy('candidate.id')
				// keeps what is asked of each row behind the order
				.offset(0),
		)
		.selectFrom('ranked')
		.select(['ranked.id', 'ranked.name', 'ranked.town', 'ranked.region', 'ranked.country', 'ranked.score'])
		.select((eb) => knownSchools(eb.ref('ranked.id')).$castTo<boolean>().as('known'))
		.where((eb) => visibleSchools(ctx.actor, eb.ref('ranked.id')))
		.where((eb) => openSchools(eb.ref('ranked.id')))
		.limit(most)
		.execute();
}
