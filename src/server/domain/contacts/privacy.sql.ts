/** SQL of what contacts keep about a person: exported, erased, moved when two accounts become one. */
import type { Context } from '#platform/context';
import type { PersonId } from '#shared/actor';
import { insertContact, deleteContact, contactIdsOf } from './contacts.sql.ts';
import {
	deleteConversationsOf,
	giveMessagesBack,
	handMessagesOver,
	writtenMessages,
	type HandedMessages,
} from './mailbox/privacy.sql.ts';

/** What became another person's: requests by id, contacts and blocks by the other person. */
export type Handed = {
	readonly from: PersonId;
	readonly into: PersonId;
	readonly sent: readonly string[];
	readonly received: readonly string[];
	readonly contacts: readonly PersonId[];
	readonly blocks: readonly PersonId[];
	/** Who blocked the other for it. */
	readonly blockedBy: readonly PersonId[];
	readonly messages: HandedMessages;
};

/** What the person wrote and decided; of contacts and blocked people only since when, for who they are is theirs. */
export async function writtenBy(ctx: Context, person: PersonId) {
	const sent = await ctx.db
		.selectFrom('contacts.request')
		.select(['message', 'message_locale', 'sent_at'])
		.where('from_person_id', '=', person)
		.orderBy('sent_at')
		.execute();
	const answered = await ctx.db
		.selectFrom('contacts.answer as answer')
		.innerJoin('contacts.request as request', 'request.id', 'answer.request_id')
		.select(['answer.accepted', 'answer.words', 'answer.answered_at'])
		.where('request.to_person_id', '=', person)
		.orderBy('answer.answered_at')
		.execute();
	const blocked = await ctx.db
		.selectFrom('contacts.block')
		.select('blocked_at')
		.where('person_id', '=', person)
		.orderBy('blocked_at')
		.execute();
	const contactsSince = [...(await contactIdsOf(ctx, person)).values()];
	const messages = await writtenMessages(ctx, person);
	return { requestsSent: sent, requestsAnswered: answered, contactsSince, blocked, ...messages };
}

export async function deleteAllOf(ctx: Context, person: PersonId): Promise<void> {
	await deleteConversationsOf(ctx, person);
	const requests = ctx.db
		.selectFrom('contacts.request')
		.select('id')
		.where(({ or, eb }) => or([eb('from_person_id', '=', person), eb('to_person_id', '=', person)]));
	await ctx.db.deleteFrom('contacts.answer').where('request_id', 'in', requests).execute();
	await ctx.db
		.deleteFrom('contacts.request')
		.where(({ or, eb }) => or([eb('from_person_id', '=', person), eb('to_person_id', '=', person)]))
		.execute();
	await ctx.db
		.deleteFrom('contacts.contact')
		.where(({ or, eb }) => or([eb('person_a_id', '=', person), eb('person_b_id', '=', person)]))
		.execute();
	await ctx.db
		.deleteFrom('contacts.block')
		.where(({ or, eb }) => or([eb('person_id', '=', person), eb('blocked_person_id', '=', person)]))
		.execute();
}

export async function handOver(ctx: Context, from: PersonId, into: PersonId): Promise<Handed> {
	const ids = (rows: readonly { id: string }[]) => rows.map((row) => row.id);
	const sent = await ctx.db
		.updateTable('contacts.request')
		.set({ from_person_id: into })
		.where('from_person_id', '=', from)
		.where('to_person_id', '<>', into)
		.returning('id')
		.execute();
	const received = await ctx.db
		.updateTable('contacts.request')
		.set({ to_person_id: into })
		.where('to_person_id', '=', from)
		.where('from_person_id', '<>', into)
		.returning('id')
		.execute();
	const known = await contactIdsOf(ctx, into);
	const contacts = [...(await contactIdsOf(ctx, from)).keys()].filter(
		(other) => other !== into && !known.has(other),
	);
	for (const other of contacts) {
		await deleteContact(ctx, from, other);
		await insertContact(ctx, into, other);
	}
	const blocks = await copyBlocks(ctx, from, into);
	const blockedBy = await copyBlocksAgainst(ctx, from, into);
	const messages = await handMessagesOver(ctx, from, into);
	return { from, into, sent: ids(sent), received: ids(received), contacts, blocks, blockedBy, messages };
}

/** Whom the one has blocked, the other blocks too. */
async function copyBlocks(ctx: Context, from: PersonId, into: PersonId): Promise<PersonId[]> {
	const rows = await ctx.db
		.insertInto('contacts.block')
		.columns(['person_id', 'blocked_person_id', 'blocked_at'])
		.expression((eb) =>
			eb
				.selectFrom('contacts.block')
				.select(({ val }) => [val(into).$castTo<string>().as('person_id'), 'blocked_person_id', 'blocked_at'])
				.where('person_id', '=', from)
				.where('blocked_person_id', '<>', into),
		)
		.onConflict((conflict) => conflict.columns(['person_id', 'blocked_person_id']).doNothing())
		.returning('blocked_person_id as id')
		.execute();
	return rows.map(({ id }) => id);
}

/** Whoever has blocked the one has blocked the person: uniting accounts is no way around it. */
async function copyBlocksAgainst(ctx: Context, from: PersonId, into: PersonId): Promise<PersonId[]> {
	const rows = await ctx.db
		.insertInto('contacts.block')
		.columns(['person_id', 'blocked_person_id', 'blocked_at'])
		.expression((eb) =>
			eb
				.selectFrom('contacts.block')
				.select(({ val }) => ['person_id', val(into).$castTo<string>().as('blocked'), 'blocked_at'])
				.where('blocked_person_id', '=', from)
				.where('person_id', '<>', into),
		)
		.onConflict((conflict) => conflict.columns(['person_id', 'blocked_person_id']).doNothing())
		.returning('person_id as id')
		.execute();
	return rows.map(({ id }) => id);
}

export async function giveBack(ctx: Context, handed: Handed): Promise<void> {
	const { from, into } = handed;
	await giveMessagesBack(ctx, from, into, handed.messages);
	if (handed.sent.length > 0) {
		await ctx.db
			.updateTable('contacts.request')
			.set({ from_person_id: from })
			.where('id', 'in', [...handed.sent])
			.execute();
	}
	if (handed.received.length > 0) {
		await ctx.db
			.updateTable('contacts.request')
			.set({ to_person_id: from })
			.where('id', 'in', [...handed.received])
			.execute();
	}
	for (const other of handed.contacts) {
		await deleteContact(ctx, into, other);
		await insertContact(ctx, from, other);
	}
	if (handed.blockedBy.length > 0)
		await ctx.db
			.deleteFrom('contacts.block')
			.where('blocked_person_id', '=', into)
			.where('person_id', 'in', [...handed.blockedBy])
			.execute();
	if (handed.blocks.length === 0) return;
	await ctx.db
		.deleteFrom('contacts.block')
		.where('person_id', '=', into)
		.where('blocked_person_id', 'in', [...handed.blocks])
		.execute();
}
