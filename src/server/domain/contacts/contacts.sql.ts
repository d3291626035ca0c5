/** All SQL of contacts. */
import { expressionBuilder, sql, type Expression, type SqlBool } from 'kysely';
import type { Context } from '#platform/context';
import type { DB } from '#platform/schema';
import { newId } from '#platform/ids';
import { prepared } from '#platform/prepared';
import { personOf, type PersonId } from '#shared/actor';
import type { ContactRequest, RequestId, Standing } from './contact.ts';

const eb = expressionBuilder<DB, never>();

/** Fragment: true for persons who have blocked this one, or are blocked by them. */
export function blockedEitherWay(me: PersonId, other: Expression<string>): Expression<SqlBool> {
	return sql<SqlBool>`exists (select from contacts.block
		where (person_id = ${me} and blocked_person_id = ${other})
			or (person_id = ${other} and blocked_person_id = ${me}))`;
}

const blocked = prepared((ctx) => {
	const me = personOf(ctx.actor) ?? null;
	return ctx.db
		.selectFrom('contacts.block')
		.select('blocked_person_id as person')
		.where('person_id', '=', me)
		.union((eb) =>
			eb.selectFrom('contacts.block').select('person_id as person').where('blocked_person_id', '=', me),
		);
});

/** Everybody whom the actor has blocked or who has blocked the actor: the list behind `blockedEitherWay`. */
export async function blockedWith(ctx: Context): Promise<PersonId[]> {
	return (await blocked(ctx, {})).map(({ person }) => person);
}

/** Everything that stands between two people. */
export async function standingBetween(ctx: Context, me: PersonId, other: PersonId): Promise<Standing> {
	const blocks = await ctx.db
		.selectFrom('contacts.block')
		.select('person_id')
		.where(({ or, and, eb }) =>
			or([
				and([eb('person_id', '=', me), eb('blocked_person_id', '=', other)]),
				and([eb('person_id', '=', other), eb('blocked_person_id', '=', me)]),
			]),
		)
		.execute();
	const [newest] = await requestsWhere(ctx, between(me, other), 1);
	return {
		areContacts: (await contactsAmong(ctx, me, [other])).has(other),
		newest,
		blockedByMe: blocks.some((block) => block.person_id === me),
		blockedMe: blocks.some((block) => block.person_id === other),
	};
}

/** Holds a sender's own limits against requests to several people at the same moment. */
export async function lockSender(ctx: Context, person: PersonId): Promise<void> {
	await sql`select pg_advisory_xact_lock(hashtextextended(${`contacts ${person}`}, 0))`.execute(ctx.db);
}

/** Holds the pair against a second request at the same moment, from either side. */
export async function lockPair(ctx: Context, one: PersonId, other: PersonId): Promise<void> {
	const pair = [one, other].sort().join(' ');
	await sql`select pg_advisory_xact_lock(hashtextextended(${`contacts ${pair}`}, 0))`.execute(ctx.db);
}

export async function requestById(
	ctx: Context,
	id: RequestId,
	me: PersonId,
): Promise<ContactRequest | undefined> {
	const mine = eb.or([eb(sql<string>`from_person_id`, '=', me), eb(sql<string>`to_person_id`, '=', me)]);
	const [found] = await requestsWhere(ctx, eb.and([eb(sql<string>`request.id`, '=', id), mine]), 1);
	return found;
}

/** Open requests to me, and mine that wait or were answered lately; newest first. */
export async function requestsOf(ctx: Context, me: PersonId): Promise<ContactRequest[]> {
	const since = new Date(ctx.now.getTime() - 30 * 24 * 3600 * 1000);
	const toMe = sql<SqlBool>`(to_person_id = ${me} and answer.request_id is null
		and not exists (select from contacts.block where person_id = ${me} and blocked_person_id = from_person_id))`;
	const fromMe = sql<SqlBool>`(from_person_id = ${me} and (answer.request_id is null or answer.answered_at > ${since}))`;
	return requestsWhere(ctx, eb.or([toMe, fromMe]), 200);
}

async function requestsWhere(
	ctx: Context,
	condition: Expression<SqlBool>,
	most: number,
): Promise<ContactRequest[]> {
	const rows = await ctx.db
		.selectFrom('contacts.request as request')
		.leftJoin('contacts.answer as answer', 'answer.request_id', 'request.id')
		.select([
			'request.id',
			'request.from_person_id',
			'request.to_person_id',
			'request.message',
			'request.message_locale',
			'request.sent_at',
			'answer.accepted',
			'answer.answered_at',
		])
		.where(condition)
		.orderBy('request.sent_at', 'desc')
		.orderBy('request.id', 'desc')
		.limit(most)
		.execute();
	return rows.map((row) => ({
		id: row.id,
		from: row.from_person_id,
		to: row.to_person_id,
		message: row.message,
		messageLocale: row.message_locale,
		sentAt: row.sent_at,
		answer:
			row.answered_at && row.accepted !== null ? { accepted: row.accepted, at: row.answered_at } : undefined,
	}));
}

function between(one: PersonId, other: PersonId): Expression<SqlBool> {
	return sql<SqlBool>`((from_person_id = ${one} and to_person_id = ${other})
		or (from_person_id = ${other} and to_person_id = ${one}))`;
}

/** Which of these people are contacts of mine. */
export async function contactsAmong(
	ctx: Context,
	me: PersonId,
	others: readonly PersonId[],
): Promise<Set<PersonId>> {
	const all = await contactIdsOf(ctx, me);
	return new Set(others.filter((other) => all.has(other)));
}

/** All my contacts with since when. */
export async function contactIdsOf(ctx: Context, me: PersonId): Promise<Map<PersonId, Date>> {
	const rows = await ctx.db
		.selectFrom('contacts.contact')
		.select(['person_a_id', 'person_b_id', 'since'])
		.where(({ or, eb }) => or([eb('person_a_id', '=', me), eb('person_b_id', '=', me)]))
		.execute();
	return new Map(rows.map((row) => [row.person_a_id === me ? row.person_b_id : row.person_a_id, row.since]));
}

/** How many first requests I sent since a moment. */
export async function sentSince(ctx: Context, me: PersonId, since: Date): Promise<number> {
	const { sent } = await ctx.db
		.selectFrom('contacts.request')
		.select(({ fn }) => fn.countAll<number>().as('sent'))
		.where('from_person_id', '=', me)
		.where('sent_at', '>', since)
		.executeTakeFirstOrThrow();
	return sent;
}

export async function insertRequest(
	ctx: Context,
	request: { from: PersonId; to: PersonId; message: string; hash: Buffer },
): Promise<RequestId> {
	const id = newId();
	await ctx.db
		.insertInto('contacts.request')
		.values({
			id,
			from_person_id: request.from,
			to_person_id: request.to,
			message: request.message,
			message_locale: ctx.locale,
			message_hash: request.hash,
			sent_at: ctx.now,
		})
		.execute();
	return id;
}

/** False when somebody answered at the same moment. */
export async function insertAnswer(ctx: Context, request: RequestId, accepted: boolean): Promise<boolean> {
	const made = await ctx.db
		.insertInto('contacts.answer')
		.values({ request_id: request, accepted, answered_at: ctx.now })
		.onConflict((conflict) => conflict.column('request_id').doNothing())
		.executeTakeFirst();
	return made.numInsertedOrUpdatedRows === 1n;
}

export async function insertContact(ctx: Context, one: PersonId, other: PersonId): Promise<void> {
	const [person_a_id = one, person_b_id = other] = [one, other].sort();
	await ctx.db
		.insertInto('contacts.contact')
		.values({ person_a_id, person_b_id, since: ctx.now })
		.onConflict((conflict) => conflict.columns(['person_a_id', 'person_b_id']).doNothing())
		.execute();
}

/** True when there was one. */
export async function deleteContact(ctx: Context, one: PersonId, other: PersonId): Promise<boolean> {
	const [person_a_id = one, person_b_id = other] = [one, other].sort();
	const gone = await ctx.db
		.deleteFrom('contacts.contact')
		.where('person_a_id', '=', person_a_id)
		.where('person_b_id', '=', person_b_id)
		.executeTakeFirst();
	return gone.numDeletedRows > 0n;
}

export async function insertBlock(ctx: Context, me: PersonId, other: PersonId): Promise<void> {
	await ctx.db
		.insertInto('contacts.block')
		.values({ person_id: me, blocked_person_id: other, blocked_at: ctx.now })
		.onConflict((conflict) => conflict.columns(['person_id', 'blocked_person_id']).doNothing())
		.execute();
}

export async function deleteBlock(ctx: Context, me: PersonId, other: PersonId): Promise<void> {
	await ctx.db
		.deleteFrom('contacts.block')
		.where('person_id', '=', me)
		.where('blocked_person_id', '=', other)
		.execute();
}

export async function blockedBy(ctx: Context, me: PersonId): Promise<PersonId[]> {
	const rows = await ctx.db
		.selectFrom('contacts.block')
		.select('blocked_person_id')
		.where('person_id', '=', me)
		.orderBy('blocked_at', 'desc')
		.execute();
	return rows.map((row) => row.blocked_person_id);
}

export async function deleteRequestsBefore(ctx: Context, before: Date): Promise<void> {
	const old = ctx.db.selectFrom('contacts.request').select('id').where('sent_at', '<', before);
	await ctx.db.deleteFrom('contacts.answer').where('request_id', 'in', old).execute();
	await ctx.db.deleteFrom('contacts.request').where('sent_at', '<', before).execute();
}

export type HowTheyAnswer = {
	readonly asked: number;
	readonly answered: number;
	/** Half of the answers came within so many days. */
	readonly answersWithinDays: number | undefined;
};

/** How these people answered the requests that reached them since a moment; whoever had none is left out. */
export async function answersSince(
	ctx: Context,
	people: readonly PersonId[],
	since: Date,
): Promise<Map<PersonId, HowTheyAnswer>> {
	if (people.length === 0) return new Map();
	const { rows } = await sql<{ person: string; asked: number; answered: number; days: number | null }>`
		select to_person_id as person, count(*)::int as asked, count(answer.answered_at)::int as answered,
			ceil(percentile_cont(0.5) within group (order by extract(epoch from answer.answered_at - sent_at)) / 86400)::int
				as days
		from contacts.request left join contacts.answer on answer.request_id = request.id
		where to_person_id = any(${[...people]}::uuid[]) and sent_at > ${since}
		group by to_person_id`.execute(ctx.db);
	return new Map(
		rows.map(({ person, days, ...counts }) => [person, { ...counts, answersWithinDays: days ?? undefined }]),
	);
}
