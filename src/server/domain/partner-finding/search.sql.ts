/** The partner search in PostgreSQL: one statement finds the page, the exact total and the counts behind every filter. */
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { blockedEitherWay } from '#domain/contacts';
import { personCard, visiblePeople } from '#domain/people';
import type { Context } from '#platform/context';
import { personOf } from '#shared/actor';
import { searchableWords } from '#shared/folding';
import { hitsOnAPage, type Counts, type Facets, type PartnerHit } from './partner-search.ts';
import { ageBands, type PartnerQuery } from './query.ts';

/** The filter groups, each with the column of `candidate` that tells whether a line passes it. */
const groups = {
	kinds: sql<boolean>`in_kind`,
	countries: sql<boolean>`in_country`,
	languages: sql<boolean>`in_language`,
	subjects: sql<boolean>`in_subject`,
	ages: sql<boolean>`in_ages`,
	available: sql<boolean>`in_available`,
} as const;
type Group = keyof typeof groups;

type FoundHit = Omit<PartnerHit, 'freshAt'> & { readonly fresh: number; readonly score: number };

export type Found = {
	readonly total: number;
	readonly facets: Facets;
	/** One more than a page holds when there is a next one. */
	readonly hits: readonly FoundHit[];
};

export async function findPartners(ctx: Context, query: PartnerQuery): Promise<Found> {
	const found = await sql<Found>`
		with candidate as materialized (${candidates(ctx, query)})
		select
			(select count(*)::integer from candidate where ${passing()}) as total,
			(select coalesce(jsonb_agg(to_jsonb(hit) order by place), '[]') from (${page(query)}) as hit) as hits,
			jsonb_build_object(
				'kinds', ${counts(sql`select kind as value from candidate where ${passing('kinds')}`)},
				'countries', ${counts(sql`select country as value from candidate where ${passing('countries')}`)},
				'languages', ${counts(sql`select unnest(languages) as value from candidate where ${passing('languages')}`)},
				'subjects', ${counts(sql`select unnest(subjects) as value from candidate where ${passing('subjects')}`)},
				'ages', ${counts(sql`select band.name as value from candidate
					join ${bands(Object.keys(ageBands))} on ages_from <= band.last and ages_to >= band.first
					where ${passing('ages')}`)},
				'available', (select count(*) from candidate where available and ${passing('available')})
			) as facets`.execute(ctx.db);
	const [row] = found.rows;
	if (!row) throw new Error('the search answered nothing');
	return row;
}

/** Every line the text finds and the reader may see, with what each filter group says of it. */
function candidates(ctx: Context, query: PartnerQuery): RawBuilder<unknown> {
	const me = personOf(ctx.actor) ?? null;
	const words = searchableWords(query.text).slice(0, 8);
	const person = sql<string>`entry.person_id`;
	return sql`
		select entry.kind, entry.thing_id, entry.person_id, entry.country, entry.languages, entry.subjects,
			entry.ages_from, entry.ages_to, entry.available, entry.fresh_at, entry.title, entry.words, entry.locale,
			${score(words)} as score,
			${oneOf(sql`entry.kind`, query.kinds)} as in_kind,
			${oneOf(sql`entry.country`, query.countries)} as in_country,
			${someOf(sql`entry.languages`, query.languages)} as in_language,
			${someOf(sql`entry.subjects`, query.subjects)} as in_subject,
			${inAges(query)} as in_ages,
			${query.availableOnly ? sql`entry.available` : sql`true`} as in_available
		from partner_finding.search_entry as entry
		where entry.person_id is distinct from ${me}::uuid
			and (entry.expires_at is null or entry.expires_at > ${ctx.now})
			and ${visiblePeople(ctx.actor, person)}
			and ${me === null ? sql`true` : sql`not ${blockedEitherWay(me, person)}`}
			and ${allOf(words.map(hasWord))}`;
}

/** The word itself, one that begins with it, or one much like it. */
function hasWord(word: string): RawBuilder<SqlBool> {
	const begins = sql<SqlBool>`entry.folded like ${`% ${word}%`}`;
	return word.length < 4 ? begins : sql`(${begins} or ${word} <% entry.folded)`;
}

/** How well the words fit; in the name, school or title they count twice. */
function score(words: readonly string[]): RawBuilder<number> {
	const each = words.map(
		(word) => sql`case
			when entry.folded || ' ' like ${`% ${word} %`} then 1
			when entry.folded like ${`% ${word}%`} then 0.8
			else 0.6 * word_similarity(${word}, entry.folded)
		end + case when entry.head like ${`% ${word}%`} then 1 else 0 end`,
	);
	return each.length === 0 ? sql`0::numeric` : sql`round((${sql.join(each, sql` + `)})::numeric, 4)`;
}

function oneOf(column: RawBuilder<unknown>, values: readonly string[]): RawBuilder<SqlBool> {
	return values.length === 0 ? sql`true` : sql`${column} = any(${[...values]}::text[])`;
}

function someOf(column: RawBuilder<unknown>, values: readonly string[]): RawBuilder<SqlBool> {
	return values.length === 0 ? sql`true` : sql`${column} && ${[...values]}::text[]`;
}

function inAges(query: PartnerQuery): RawBuilder<SqlBool> {
	if (query.ages.length === 0) return sql`true`;
	return sql`coalesce(exists (select from ${bands(query.ages)}
		where entry.ages_from <= band.last and entry.ages_to >= band.first), false)`;
}

function bands(names: readonly string[]): RawBuilder<unknown> {
	const chosen = Object.entries(ageBands).filter(([name]) => names.includes(name));
	return sql`unnest(${chosen.map(([name]) => name)}::text[], ${chosen.map(([, [first]]) => first)}::integer[],
		${chosen.map(([, [, last]]) => last)}::integer[]) as band (name, first, last)`;
}

/** All filter groups hold, but for the one whose values are counted. */
function passing(except?: Group): RawBuilder<SqlBool> {
	const names = Object.keys(groups) as Group[];
	return allOf(names.filter((name) => name !== except).map((name) => groups[name]));
}

function allOf(conditions: readonly RawBuilder<SqlBool>[]): RawBuilder<SqlBool> {
	return conditions.length === 0 ? sql`true` : sql`${sql.join([...conditions], sql` and `)}`;
}

function counts(values: RawBuilder<unknown>): RawBuilder<Counts> {
	return sql`(select coalesce(jsonb_object_agg(value, number), '{}') from (
		select value, count(*) as number from (${values}) as every group by value) as counted)`;
}

/** One page by key, each line with what its card shows. */
function page(query: PartnerQuery): RawBuilder<unknown> {
	const fresh = sql`(extract(epoch from fresh_at) * 1000)::bigint`;
	const key = query.order === 'relevance' ? sql`score, ${fresh}, thing_id` : sql`${fresh}, thing_id`;
	return sql`
		select hit.kind, hit.thing_id as id, hit.person_id as person, ${personCard(sql<string>`hit.person_id`)} as card,
			hit.title, hit.words, hit.locale, hit.languages, hit.subjects,
			hit.ages_from as "agesFrom", hit.ages_to as "agesTo", hit.available, hit.fresh, hit.score, hit.place
		from (
			select candidate.*, ${fresh} as fresh, row_number() over (order by ${descending(query)}) as place
			from candidate
			where ${passing()} and ${query.after ? sql`(${key}) < (${cursor(query, query.after)})` : sql`true`}
			order by ${descending(query)}
			limit ${hitsOnAPage + 1}
		) as hit`;
}

function descending(query: PartnerQuery): RawBuilder<unknown> {
	const fresh = sql`(extract(epoch from fresh_at) * 1000)::bigint desc, thing_id desc`;
	return query.order === 'relevance' ? sql`score desc, ${fresh}` : fresh;
}

function cursor(query: PartnerQuery, after: NonNullable<PartnerQuery['after']>): RawBuilder<unknown> {
	const tail = sql`${after.fresh}::bigint, ${after.id}::uuid`;
	return query.order === 'relevance' ? sql`${after.score}::numeric, ${tail}` : tail;
}
