/** Puts a message into a conversation, and tells of it. */
import { callNews } from '#domain/notices';
import { profileFor } from '#domain/people';
import type { Context } from '#platform/context';
import { emit } from '#platform/events';
import { deleteDraft, insertMessage, touchSides, type NewMessage } from './mailbox.sql.ts';
import { answerKind, type MessageId } from './message.ts';

/** Between two who may write to each other. open-to-all: the use cases of this part have decided that. */
export async function deliverMessage(ctx: Context, message: NewMessage): Promise<MessageId> {
	const { from, to, words } = message;
	const id = await insertMessage(ctx, message);
	const wantsToHear = await touchSides(ctx, from, to);
	await callNews(ctx, to);
	await deleteDraft(ctx, from, to);
	// a request is told as a request
	if (!wantsToHear || message.request !== undefined) return id;
	const { card } = await profileFor(ctx, from);
	await emit(ctx, 'notice', {
		to: [to],
		kind: 'message-received',
		params: { name: card.name },
		names: [from],
		path: `/mailbox/${from}`,
		quote: words,
		answerable: { kind: answerKind, thing: id },
	});
	return id;
}
