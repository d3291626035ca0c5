/** SQL that keeps the words by which schools are found. */
import { sql } from 'kysely';
import type { Context } from '#platform/context';

/** Counts the words of a country anew, after many of its schools came or changed. */
export async function countWordsOf(ctx: Context, country: string): Promise<void> {
	await sql`
		with counted as (
			select has.word, count(*)::integer as schools
			from schools.school as school cross join unnest(school.words) as has (word)
			where school.country = ${country} group by has.word
		), gone as (
			delete from schools.word as held
			where held.country = ${country} and not exists (select from counted where counted.word = held.word)
		)
		insert into schools.word as held (country, word, schools)
		select ${country}, word, schools from counted order by word
		on conflict (country, word) do update set schools = excluded.schools
		where held.schools <> excluded.schools`.execute(ctx.db);
}

/** One more school with these words. */
export async function countSchoolIn(ctx: Context, country: string, words: readonly string[]): Promise<void> {
	await sql`
		insert into schools.word as held (country, word, schools)
		select ${country}, word, 1 from unnest(${[...words].sort()}::text[]) as word
		on conflict (country, word) do update set schools = held.schools + 1`.execute(ctx.db);
}
