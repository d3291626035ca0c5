/** All SQL of conversations. */
import { sql } from 'kysely';
import { personCard, visiblePeople, type PersonCard } from '#domain/people';
import type { Context } from '#platform/context';
import { newId } from '#platform/ids';
import { prepared } from '#platform/prepared';
import type { PersonId } from '#shared/actor';
import type { RequestId } from '../contact.ts';
import type { About, Message, MessageId } from './message.ts';

export type NewMessage = {
	readonly from: PersonId;
	readonly to: PersonId;
	readonly words: string;
	readonly hash: Buffer;
	readonly about?: About | undefined;
	readonly request?: RequestId | undefined;
	/** Of the letter that brought it. */
	readonly letter?: Buffer | undefined;
};

export async function insertMessage(ctx: Context, message: NewMessage): Promise<MessageId> {
	const id = newId();
	await ctx.db
		.insertInto('contacts.message')
		.values({
			id,
			from_person_id: message.from,
			to_person_id: message.to,
			words: message.words,
			locale: ctx.locale,
			words_hash: message.hash,
			about_title: message.about?.title ?? null,
			about_path: message.about?.path ?? null,
			request_id: message.request ?? null,
			letter_hash: message.letter ?? null,
			sent_at: ctx.now,
		})
		.execute();
	return id;
}

/** Who wrote a message to whom, whoever asks. */
export async function endsOf(ctx: Context, message: MessageId) {
	return ctx.db
		.selectFrom('contacts.message')
		.select(['from_person_id as from', 'to_person_id as to'])
		.where('id', '=', message)
		.executeTakeFirst();
}

/** Whether a letter has brought its message before. */
export async function hasComeBefore(ctx: Context, letter: Buffer): Promise<boolean> {
	const query = ctx.db.selectFrom('contacts.message').select('id').where('letter_hash', '=', letter);
	return (await query.executeTakeFirst()) !== undefined;
}

/** Both sides move to the top; the other's has something unread from now on. True when the other wants to hear of it. */
export async function touchSides(ctx: Context, from: PersonId, to: PersonId): Promise<boolean> {
	await sql`insert into contacts.side as side (person_id, other_person_id, last_at)
		values (${from}, ${to}, ${ctx.now})
		on conflict (person_id, other_person_id) do update set last_at = ${ctx.now}, unread_since = null`.execute(
		ctx.db,
	);
	const touched = await sql<{ heard: boolean }>`
		insert into contacts.side as side (person_id, other_person_id, last_at, unread_since)
		values (${to}, ${from}, ${ctx.now}, ${ctx.now})
		on conflict (person_id, other_person_id) do update
			set last_at = ${ctx.now}, unread_since = coalesce(side.unread_since, ${ctx.now})
		returning muted_at is null as heard`.execute(ctx.db);
	return touched.rows[0]?.heard ?? false;
}

/** When each of the two last wrote to the other. */
export async function lastWords(ctx: Context, me: PersonId, other: PersonId) {
	const rows = await ctx.db
		.selectFrom('contacts.message')
		.select(({ fn }) => ['from_person_id as from', fn.max('sent_at').as('at')])
		.where(ofPair(me, other))
		.groupBy('from_person_id')
		.execute();
	const at = (person: PersonId) => rows.find(({ from }) => from === person)?.at ?? undefined;
	return { said: at(me), heard: at(other) };
}

/** How many people besides this one have had these words from me. */
export async function othersWithWords(
	ctx: Context,
	me: PersonId,
	but: PersonId,
	hash: Buffer,
): Promise<number> {
	const { count } = await ctx.db
		.selectFrom('contacts.message')
		.select(({ fn }) => fn.count<number>('to_person_id').distinct().as('count'))
		.where('from_person_id', '=', me)
		.where('words_hash', '=', hash)
		.where('to_person_id', '<>', but)
		.executeTakeFirstOrThrow();
	return count;
}

export type SideRow = {
	readonly other: PersonCard;
	readonly lastAt: Date;
	readonly unread: number;
	readonly muted: boolean;
	readonly draft: string | null;
	/** The newest message, its beginning. */
	readonly words: string | null;
	readonly locale: string | null;
	readonly mine: boolean | null;
};

/** A page of conversations, those with the newest messages first. */
export async function sidesOf(
	ctx: Context,
	me: PersonId,
	options: { readonly before?: Date | undefined; readonly onlyUnread: boolean; readonly most: number },
): Promise<SideRow[]> {
	const { before = new Date(ctx.now.getTime() + 1000), onlyUnread, most } = options;
	const other = sql<string>`side.other_person_id`;
	const rows = await sql<SideRow>`
		select ${personCard(other)} as other, side.last_at as "lastAt", side.muted_at is not null as muted,
			draft.words as draft, left(last.words, 200) as words, last.locale, last.from_person_id = ${me} as mine,
			case when side.unread_since is null then 0 else (
				select count(*) from contacts.message as message
				where ${ofPair(me, other)} and message.from_person_id <> ${me}
					and message.sent_at >= side.unread_since) end as unread
		from contacts.side as side
		left join contacts.draft as draft
			on draft.person_id = side.person_id and draft.other_person_id = side.other_person_id
		left join lateral (
			select message.words, message.locale, message.from_person_id from contacts.message as message
			where ${ofPair(me, other)} order by message.sent_at desc, message.id desc limit 1) as last on true
		where side.person_id = ${me} and side.last_at < ${before} and coalesce(draft.words, last.words) is not null
			${onlyUnread ? sql`and side.unread_since is not null` : sql``}
		order by side.last_at desc, side.other_person_id desc limit ${most}`.execute(ctx.db);
	return rows.rows;
}

/** My side of one conversation; undefined before anybody has written. */
export async function sideWith(ctx: Context, me: PersonId, other: PersonId) {
	return ctx.db
		.selectFrom('contacts.side')
		.select(['last_at', 'unread_since', 'muted_at'])
		.where('person_id', '=', me)
		.where('other_person_id', '=', other)
		.executeTakeFirst();
}

/** Whether the other may be found by me just now. */
export async function isVisible(ctx: Context, other: PersonId): Promise<boolean> {
	const { rows } = await sql<{ seen: boolean }>`
		select ${visiblePeople(ctx.actor, sql<string>`${other}::uuid`)} as seen`.execute(ctx.db);
	return rows[0]?.seen ?? false;
}

/** What the two wrote, the newest first, older than `before`. */
export async function messagesBetween(
	ctx: Context,
	me: PersonId,
	other: PersonId,
	options: { readonly before?: MessageId | undefined; readonly most: number },
): Promise<Message[]> {
	const rows = await messages(ctx)
		.where(ofPair(me, other))
		.$if(options.before !== undefined, (query) => {
			const edge = sql`(select (sent_at, id) from contacts.message where id = ${options.before ?? null})`;
			return query.where(sql<boolean>`(sent_at, id) < ${edge}`);
		})
		.orderBy('sent_at', 'desc')
		.orderBy('id', 'desc')
		.limit(options.most)
		.execute();
	return rows.map(messageOf);
}

/** One message to me or from me. */
export async function messageFor(ctx: Context, me: PersonId, id: MessageId): Promise<Message | undefined> {
	const row = await messages(ctx)
		.where('id', '=', id)
		.where(({ or, eb }) => or([eb('from_person_id', '=', me), eb('to_person_id', '=', me)]))
		.executeTakeFirst();
	return row && messageOf(row);
}

function messages(ctx: Context) {
	return ctx.db
		.selectFrom('contacts.message')
		.select(['id', 'from_person_id', 'to_person_id', 'words', 'locale', 'sent_at'])
		.select(['about_title', 'about_path', 'request_id']);
}

type MessageRow = Awaited<ReturnType<ReturnType<typeof messages>['executeTakeFirstOrThrow']>>;

function messageOf(row: MessageRow): Message {
	return {
		id: row.id,
		from: row.from_person_id,
		to: row.to_person_id,
		words: row.words,
		locale: row.locale,
		about:
			row.about_title !== null && row.about_path !== null
				? { title: row.about_title, path: row.about_path }
				: undefined,
		asks: row.request_id !== null,
		sentAt: row.sent_at,
	};
}

/** Of rows named `message`; fits the index over pairs. */
function ofPair(me: PersonId, other: PersonId | ReturnType<typeof sql<string>>) {
	return sql<boolean>`
		least(message.from_person_id, message.to_person_id) = least(${me}::uuid, ${other}::uuid)
		and greatest(message.from_person_id, message.to_person_id) = greatest(${me}::uuid, ${other}::uuid)`;
}

const unreadCounts = prepared((ctx, { me }: { readonly me: PersonId }) =>
	ctx.db
		.selectFrom('contacts.side')
		.select(({ fn }) => fn.countAll<number>().as('count'))
		.where('person_id', '=', me)
		.where('unread_since', 'is not', null)
		.where('muted_at', 'is', null),
);

/** In how many conversations something is new that one wants to hear of. */
export async function countUnread(ctx: Context, me: PersonId): Promise<number> {
	const [row] = await unreadCounts(ctx, { me });
	return row?.count ?? 0;
}

/** Everything up to this moment was looked at. */
export async function markRead(ctx: Context, me: PersonId, other: PersonId, upTo: Date): Promise<void> {
	const newer = sql`(select min(sent_at) from contacts.message as message
		where ${ofPair(me, other)} and message.to_person_id = ${me} and message.sent_at > ${upTo})`;
	await sql`update contacts.side set unread_since = ${newer}
		where person_id = ${me} and other_person_id = ${other} and unread_since is not null`.execute(ctx.db);
}

/** False where there is no conversation. */
export async function setMuted(
	ctx: Context,
	me: PersonId,
	other: PersonId,
	muted: boolean,
): Promise<boolean> {
	const changed = await ctx.db
		.updateTable('contacts.side')
		.set({ muted_at: muted ? ctx.now : null })
		.where('person_id', '=', me)
		.where('other_person_id', '=', other)
		.executeTakeFirst();
	return changed.numUpdatedRows > 0n;
}

/** The conversation begins with it, on this side only. */
/** Keeps these words as begun, unless others are. */
export async function beginDraft(ctx: Context, me: PersonId, other: PersonId, words: string): Promise<void> {
	await ctx.db
		.insertInto('contacts.draft')
		.values({ person_id: me, other_person_id: other, words, kept_at: ctx.now })
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

export async function putDraft(ctx: Context, me: PersonId, other: PersonId, words: string): Promise<void> {
	await ctx.db
		.insertInto('contacts.side')
		.values({ person_id: me, other_person_id: other, last_at: ctx.now })
		.onConflict((conflict) => conflict.doNothing())
		.execute();
	await ctx.db
		.insertInto('contacts.draft')
		.values({ person_id: me, other_person_id: other, words, kept_at: ctx.now })
		.onConflict((conflict) =>
			conflict.columns(['person_id', 'other_person_id']).doUpdateSet({ words, kept_at: ctx.now }),
		)
		.execute();
}

export async function deleteDraft(ctx: Context, me: PersonId, other: PersonId): Promise<void> {
	await ctx.db
		.deleteFrom('contacts.draft')
		.where('person_id', '=', me)
		.where('other_person_id', '=', other)
		.execute();
}

export async function draftTo(ctx: Context, me: PersonId, other: PersonId) {
	return ctx.db
		.selectFrom('contacts.draft')
		.select(['words', 'kept_at as keptAt'])
		.where('person_id', '=', me)
		.where('other_person_id', '=', other)
		.executeTakeFirst();
}

/** The moderators took a message away, or gave it back. */
export async function removeMessage(ctx: Context, id: MessageId, removed: boolean): Promise<void> {
	await ctx.db
		.updateTable('contacts.message')
		.set({ removed_at: removed ? ctx.now : null })
		.where('id', '=', id)
		.execute();
}

/** Messages, begun ones and conversations in which nothing is left. */
export async function deleteMessagesBefore(ctx: Context, before: Date): Promise<void> {
	await ctx.db.deleteFrom('contacts.message').where('sent_at', '<', before).execute();
	await ctx.db.deleteFrom('contacts.draft').where('kept_at', '<', before).execute();
	await ctx.db.deleteFrom('contacts.side').where('last_at', '<', before).execute();
}
