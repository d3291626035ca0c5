/** SQL of what conversations keep about a person: exported, erased, moved when two accounts become one. */
import { sql } from 'kysely';
import type { Context } from '#platform/context';
import type { PersonId } from '#shared/actor';

/** What the person wrote, or begun; of what others wrote only that and when, for their words are theirs. */
export async function writtenMessages(ctx: Context, person: PersonId) {
	const sent = await ctx.db
		.selectFrom('contacts.message')
		.select(['words', 'locale', 'sent_at'])
		.where('from_person_id', '=', person)
		.orderBy('sent_at')
		.execute();
	const received = await ctx.db
		.selectFrom('contacts.message')
		.select('sent_at')
		.where('to_person_id', '=', person)
		.orderBy('sent_at')
		.execute();
	const begun = await ctx.db
		.selectFrom('contacts.draft')
		.select(['words', 'kept_at'])
		.where('person_id', '=', person)
		.execute();
	const conversations = await ctx.db
		.selectFrom('contacts.side')
		.select(['last_at', 'unread_since', 'muted_at'])
		.where('person_id', '=', person)
		.orderBy('last_at')
		.execute();
	return {
		conversations,
		messagesSent: sent,
		messagesReceived: received.map(({ sent_at }) => sent_at),
		messagesBegun: begun,
	};
}

/** Their conversations, on both sides. */
export async function deleteConversationsOf(ctx: Context, person: PersonId): Promise<void> {
	await sql`delete from contacts.message
		where from_person_id = ${person} or to_person_id = ${person}`.execute(ctx.db);
	await sql`delete from contacts.draft where person_id = ${person} or other_person_id = ${person}`.execute(
		ctx.db,
	);
	await sql`delete from contacts.side where person_id = ${person} or other_person_id = ${person}`.execute(
		ctx.db,
	);
}

/** Ids of the messages that changed hands, and with whom they were written. */
export type HandedMessages = {
	readonly sent: readonly string[];
	readonly received: readonly string[];
	readonly others: readonly PersonId[];
	/** To whom drafts were begun, and by whom. */
	readonly drafts: readonly PersonId[];
	readonly draftsBy: readonly PersonId[];
};

/** Gives what one person wrote and received to another. What the two wrote to each other stays as it is. */
export async function handMessagesOver(
	ctx: Context,
	from: PersonId,
	into: PersonId,
): Promise<HandedMessages> {
	const sent = await ctx.db
		.updateTable('contacts.message')
		.set({ from_person_id: into })
		.where('from_person_id', '=', from)
		.where('to_person_id', '<>', into)
		.returning(['id', 'to_person_id as other'])
		.execute();
	const received = await ctx.db
		.updateTable('contacts.message')
		.set({ to_person_id: into })
		.where('to_person_id', '=', from)
		.where('from_person_id', '<>', into)
		.returning(['id', 'from_person_id as other'])
		.execute();
	const drafts = await handDraftsOver(ctx, from, into);
	const draftsBy = await turnDrafts(ctx, from, into);
	const others = [...new Set([...sent, ...received].map(({ other }) => other))];
	for (const other of others) await settleSides(ctx, [from, into], other);
	return { sent: sent.map(({ id }) => id), received: received.map(({ id }) => id), others, drafts, draftsBy };
}

export async function giveMessagesBack(
	ctx: Context,
	from: PersonId,
	into: PersonId,
	handed: HandedMessages,
): Promise<void> {
	const among = (ids: readonly string[]) => sql<boolean>`id = any(${[...ids]}::uuid[])`;
	await ctx.db
		.updateTable('contacts.message')
		.set({ from_person_id: from })
		.where(among(handed.sent))
		.execute();
	await ctx.db
		.updateTable('contacts.message')
		.set({ to_person_id: from })
		.where(among(handed.received))
		.execute();
	if (handed.drafts.length > 0)
		await ctx.db
			.updateTable('contacts.draft')
			.set({ person_id: from })
			.where('person_id', '=', into)
			.where('other_person_id', 'in', [...handed.drafts])
			.execute();
	if (handed.draftsBy.length > 0)
		await ctx.db
			.updateTable('contacts.draft')
			.set({ other_person_id: from })
			.where('other_person_id', '=', into)
			.where('person_id', 'in', [...handed.draftsBy])
			.execute();
	for (const other of handed.others) await settleSides(ctx, [from, into], other);
}

/** Where both had begun to write to somebody, each draft stays where it is. */
async function handDraftsOver(ctx: Context, from: PersonId, into: PersonId): Promise<PersonId[]> {
	const moved = await ctx.db
		.updateTable('contacts.draft as draft')
		.set({ person_id: into })
		.where('draft.person_id', '=', from)
		.where('draft.other_person_id', '<>', into)
		.where(({ not, exists, selectFrom }) =>
			not(
				exists(
					selectFrom('contacts.draft as own')
						.select('own.person_id')
						.where('own.person_id', '=', into)
						.whereRef('own.other_person_id', '=', 'draft.other_person_id'),
				),
			),
		)
		.returning('draft.other_person_id as other')
		.execute();
	return moved.map(({ other }) => other);
}

/** What others have begun to write to the one goes to the other, unless they have begun to write to both. */
async function turnDrafts(ctx: Context, from: PersonId, into: PersonId): Promise<PersonId[]> {
	const turned = await ctx.db
		.updateTable('contacts.draft')
		.set({ other_person_id: into })
		.where('other_person_id', '=', from)
		.where('person_id', '<>', into)
		.where('person_id', 'not in', (eb) =>
			eb.selectFrom('contacts.draft').select('person_id').where('other_person_id', '=', into),
		)
		.returning('person_id')
		.execute();
	return turned.map(({ person_id }) => person_id);
}

/** There is a conversation exactly where there is a message. */
async function settleSides(ctx: Context, persons: readonly PersonId[], other: PersonId): Promise<void> {
	for (const person of persons) {
		const newest = sql`select max(sent_at) as at from contacts.message
			where least(from_person_id, to_person_id) = least(${person}::uuid, ${other}::uuid)
				and greatest(from_person_id, to_person_id) = greatest(${person}::uuid, ${other}::uuid)`;
		await sql`with newest as (${newest})
			insert into contacts.side (person_id, other_person_id, last_at)
			select one, two, newest.at
			from newest, (values (${person}::uuid, ${other}::uuid), (${other}::uuid, ${person}::uuid)) as pair (one, two)
			where newest.at is not null
			on conflict (person_id, other_person_id) do update set last_at = excluded.last_at`.execute(ctx.db);
		await sql`with newest as (${newest})
			delete from contacts.side using newest
			where newest.at is null
				and ((person_id = ${person} and other_person_id = ${other})
					or (person_id = ${other} and other_person_id = ${person}))`.execute(ctx.db);
	}
}
