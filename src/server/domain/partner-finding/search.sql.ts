/**
 * The partner search in PostgreSQL: one statement finds the page, the exact total and the counts behind every filter.
 * It is prepared once for each shape of a query: how many words, in which order, from where on.
 */
import { sql, type Compilable, type RawBuilder, type SqlBool } from 'kysely';
import { blockedEitherWay } from '#domain/contacts';
import { visiblePeople } from '#domain/people';
import type { Context } from '#platform/context';
import { prepared } from '#platform/prepared';
import { fields, points, type Field } from '#platform/search-index/document';
import { personOf } from '#shared/actor';
import { activeDays, dayBefore, eachGroup, groups, listedGroups, type Group } from './groups.ts';
import { hitsOnAPage } from './partner-search.ts';
import type { Cursor, PartnerQuery } from './query.ts';

/** A typed word, what it names, and the words of the vocabulary that are one or two slips away. */
export type WantedWord = {
	readonly word: string;
	readonly named: Readonly<Record<'whole' | 'begins' | 'oneOff' | 'twoOff', readonly string[]>>;
	readonly alike: Readonly<Record<'oneOff' | 'twoOff', string[]>>;
};

export type FoundRow = {
	/** What the words find, before any filter. */
	readonly matched: number;
	readonly total: number;
	/** Tag → how many. */
	readonly counts: Readonly<Record<string, number>>;
	/** Group → how many fail because of it alone. */
	readonly failed: Readonly<Record<string, number>>;
	readonly positions: readonly Cursor[];
};

type Shape = {
	readonly words: number;
	readonly loosely: boolean;
	/** For each word: whether it names a value. */
	readonly naming: readonly boolean[];
	readonly order: PartnerQuery['order'];
	readonly after: boolean;
	/** Only among things that are named. */
	readonly among: boolean;
};

/** The parameters of a statement, by names that count up with the words. */
type Values = Readonly<Record<string, unknown>>;
type Statement = (ctx: Context, values: Values) => Promise<FoundRow[]>;

const statements = new Map<string, Statement>();

/** Only among these things, and at most so many positions. */
type Narrowed = { readonly among?: readonly string[]; readonly most?: number | undefined };

export async function findRow(
	ctx: Context,
	query: PartnerQuery,
	words: readonly WantedWord[],
	loosely: boolean,
	{ among, most = hitsOnAPage + 1 }: Narrowed = {},
): Promise<FoundRow> {
	const shape: Shape = {
		words: words.length,
		loosely,
		naming: words.map(({ named }) => Object.values(named).some((tags) => tags.length > 0)),
		order: query.order,
		after: query.after !== undefined,
		among: among !== undefined,
	};
	const key = JSON.stringify(shape);
	const statement = statements.get(key) ?? statementOf(shape);
	statements.set(key, statement);
	const values = { ...valuesOf(ctx, query, words), among: [...(among ?? [])], most };
	const [row] = await statement(ctx, values);
	if (!row) throw new Error('the search answered nothing');
	return row;
}

function statementOf(shape: Shape): Statement {
	return prepared((ctx, values: Values) => {
		const statement = find(ctx, shape, values);
		return { compile: () => statement.compile(ctx.db) } as Compilable<FoundRow>;
	});
}

function valuesOf(ctx: Context, query: PartnerQuery, words: readonly WantedWord[]): Values {
	const values: Record<string, unknown> = {
		...eachGroup((group) => query.chosen[group].map((value) => `${group}:${value}`)),
		...query.after,
	};
	for (const [days, count] of Object.entries(activeDays)) values[`since${days}`] = dayBefore(ctx.now, count);
	for (const [at, { word, named, alike }] of words.entries()) {
		values[`whole${at}`] = `% ${word} %`;
		values[`begins${at}`] = `% ${word}%`;
		for (const [fit, tags] of Object.entries(named)) values[`named-${fit}${at}`] = tags;
		for (const [fit, others] of Object.entries(alike))
			values[`${fit}${at}`] = others.map((other) => `% ${other} %`);
	}
	return values;
}

function find(ctx: Context, shape: Shape, values: Values): RawBuilder<FoundRow> {
	return sql<FoundRow>`
		with candidate as materialized (${candidates(ctx, shape, values)}), judged as materialized (
			select candidate.*, cardinality(array_remove(passed, true)) as failures,
				(${[...groups]}::text[])[array_position(passed, false)] as failed
			from candidate
		)
		select
			(select count(*)::integer from candidate) as matched,
			(select count(*)::integer from judged where failures = 0) as total,
			(select coalesce(jsonb_object_agg(tag, number), '{}') from (
				select tag, count(*) as number from judged cross join unnest(judged.tags) as tag
				where (failures = 0 or (failures = 1 and split_part(tag, ':', 1) = failed)) and ${isCounted(values)}
				group by tag) as counted) as counts,
			(select coalesce(jsonb_object_agg(failed, number), '{}') from (
				select failed, count(*) as number from judged where failures = 1 group by failed) as alone) as failed,
			(select coalesce(jsonb_agg(jsonb_build_object('score', score, 'fresh', fresh, 'id', thing_id)
				order by score desc, fresh desc, thing_id desc), '[]') from (${page(shape, values)}) as hit) as positions`;
}

/** Of groups with very many values only what is chosen. */
function isCounted(values: Values): RawBuilder<SqlBool> {
	return allOf(
		listedGroups.map((group) => sql`(tag not like ${`${group}:%`} or tag = any(${values[group]}::text[]))`),
	);
}

/** Everything the words find and the reader may see, with what each filter group says of it. */
function candidates(ctx: Context, shape: Shape, values: Values): RawBuilder<unknown> {
	const words = Array.from({ length: shape.words }, (_, at) => at);
	const passed = sql.join(groups.map((group) => passing(group, values)));
	return sql`
		select entry.thing_id, entry.fresh, ${score(shape, values)} as score, found.tags, array[${passed}] as passed
		from partner_finding.search_entry as entry
		cross join lateral (select entry.tags || ${activeTags(values)} as tags) as found
		where ${isThere(ctx)} and ${allOf(words.map((at) => hasWord(at, shape, values)))}
			${shape.among ? sql`and entry.thing_id = any(${values['among']}::uuid[])` : sql``}`;
}

/** There for this reader at all: not the reader, nobody they may not see or who is blocked, nothing that has ended. */
function isThere(ctx: Context): RawBuilder<SqlBool> {
	const me = personOf(ctx.actor);
	const person = sql<string>`entry.person_id`;
	const isOther =
		me === undefined ? sql`true` : sql`entry.person_id <> ${me} and not ${blockedEitherWay(me, person)}`;
	return sql<SqlBool>`(entry.expires_at is null or entry.expires_at > ${ctx.now})
		and (entry.person_id is null or (${isOther} and ${visiblePeople(ctx.actor, person)}))`;
}

/** The word itself, one that begins with it, what it names, or one much like it. */
function hasWord(at: number, { loosely, naming }: Shape, values: Values): RawBuilder<SqlBool> {
	const ways = [sql<SqlBool>`${allWords} like ${values[`begins${at}`]}`];
	if (naming[at]) ways.push(hasTag(values[`named-whole${at}`]), hasTag(values[`named-begins${at}`]));
	if (loosely) {
		for (const fit of ['oneOff', 'twoOff']) {
			ways.push(isLikeAny(allWords, values[`${fit}${at}`]));
			if (naming[at]) ways.push(hasTag(values[`named-${fit}${at}`]));
		}
	}
	return sql`(${sql.join(ways, sql` or `)})`;
}

const allWords = sql`entry.title_words || entry.place_words || entry.other_words`;

function hasTag(tags: unknown): RawBuilder<SqlBool> {
	return sql`entry.tags && ${tags}::text[]`;
}

function isLikeAny(words: RawBuilder<unknown>, patterns: unknown): RawBuilder<SqlBool> {
	return sql`${words} || ' ' like any(${patterns}::text[])`;
}

const columns: Readonly<Record<Field, RawBuilder<unknown>>> = {
	title: sql`entry.title_words`,
	place: sql`entry.place_words`,
	text: sql`entry.other_words`,
};

/** For each word the points of its best hit. */
function score(shape: Shape, values: Values): RawBuilder<number> {
	if (shape.words === 0 || shape.order === 'recent') return sql`0`;
	const words = Array.from({ length: shape.words }, (_, at) => {
		const ofFields = fields.map(
			(field) => sql`case ${sql.join(pointsIn(field, at, shape, values), sql` `)} else 0 end`,
		);
		return sql`greatest(${sql.join(ofFields)})`;
	});
	return sql`(${sql.join(words, sql` + `)})`;
}

/** The best fit first, so that the first that holds is what counts. */
function pointsIn(
	field: Field,
	at: number,
	{ loosely, naming }: Shape,
	values: Values,
): RawBuilder<unknown>[] {
	const words = columns[field];
	const ways = [
		{ fit: 'whole', holds: sql`${words} || ' ' like ${values[`whole${at}`]}` },
		{ fit: 'begins', holds: sql`${words} like ${values[`begins${at}`]}` },
		...(loosely
			? ([
					{ fit: 'oneOff', holds: isLikeAny(words, values[`oneOff${at}`]) },
					{ fit: 'twoOff', holds: isLikeAny(words, values[`twoOff${at}`]) },
				] as const)
			: []),
	] as const;
	return ways.map(({ fit, holds }) => {
		const names = naming[at] && field === 'text' ? sql` or ${hasTag(values[`named-${fit}${at}`])}` : sql``;
		return sql`when ${holds}${names} then ${points[field][fit]}::integer`;
	});
}

/** The values that move with time. */
function activeTags(values: Values): RawBuilder<string[]> {
	const tags = Object.keys(activeDays).map(
		(days) => sql`case when entry.active_on >= date '1970-01-01' + ${values[`since${days}`]}::integer
			then array[${`active:${days}`}] else '{}'::text[] end`,
	);
	return sql`${sql.join(tags, sql` || `)}`;
}

function passing(group: Group, values: Values): RawBuilder<SqlBool> {
	const chosen = sql`${values[group]}::text[]`;
	return sql`(cardinality(${chosen}) = 0 or found.tags && ${chosen})`;
}

function allOf(conditions: readonly RawBuilder<SqlBool>[]): RawBuilder<SqlBool> {
	return conditions.length === 0 ? sql`true` : sql`${sql.join([...conditions], sql` and `)}`;
}

/** One page by key. */
function page({ after }: Shape, values: Values): RawBuilder<unknown> {
	const key = sql`(${values['score']}::integer, ${values['fresh']}::bigint, ${values['id']}::uuid)`;
	return sql`
		select score, fresh, thing_id from judged
		where failures = 0 and ${after ? sql`(score, fresh, thing_id) < ${key}` : sql`true`}
		order by score desc, fresh desc, thing_id desc
		limit ${values['most']}::integer`;
}

/** All words of all lines whose length lies between these. */
export async function vocabulary(
	ctx: Context,
	{ least, most }: { least: number; most: number },
): Promise<string[]> {
	const { rows } = await sql<{ word: string }>`
		select distinct word from partner_finding.search_entry as entry
		 cross join string_to_table(${allWords}, ' ') as word
		where length(word) between ${least} and ${most}`.execute(ctx.db);
	return rows.map(({ word }) => word);
}

/** How many of the things found loosely have each of these words; most first, then in order. */
export async function countsOfWords(
	ctx: Context,
	words: readonly WantedWord[],
	others: readonly string[],
): Promise<{ word: string; count: number }[]> {
	if (others.length === 0) return [];
	const shape: Shape = {
		words: words.length,
		loosely: true,
		naming: words.map(() => true),
		order: 'recent',
		after: false,
		among: false,
	};
	const values = valuesOf(ctx, emptyQuery, words);
	const { rows } = await sql<{ word: string; count: number }>`
		select other.word, count(*)::integer as count
		from partner_finding.search_entry as entry
		join unnest(${[...others]}::text[]) as other (word) on ${allWords} || ' ' like '% ' || other.word || ' %'
		where ${isThere(ctx)} and ${allOf(words.map((_, at) => hasWord(at, shape, values)))}
		group by other.word order by count desc, other.word collate "C"`.execute(ctx.db);
	return rows;
}

const emptyQuery: PartnerQuery = { text: '', chosen: eachGroup(() => []), order: 'recent' };
