/** A teacher says that a message must not be. */
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { NotFound } from '#platform/errors';
import { emit } from '#platform/events';
import { isId } from '#platform/ids';
import { granted, refused, type Result } from '#platform/result';
import { demand } from '../abilities.ts';
import { me } from '../read-contacts.ts';
import { insertReport, messageFor } from './mailbox.sql.ts';
import type { Message, MessageId, ReportReason } from './message.ts';

/** Keeps the report with the words as they were; the writer is not told. One's own words are not reported. */
export async function reportMessage(
	ctx: Context,
	input: { readonly message: MessageId; readonly reason: ReportReason; readonly words: string },
): Promise<Result<undefined, 'reported-already'>> {
	return inTransaction(ctx, async (ctx) => {
		const message = await reportableMessage(ctx, input.message);
		const { reason, words } = input;
		if (!(await insertReport(ctx, message, { by: me(ctx), reason, words })))
			return refused('reported-already');
		await emit(ctx, 'message.reported', { message: message.id, by: me(ctx), against: message.from });
		return granted();
	});
}

/** A message that somebody wrote to me. */
export async function reportableMessage(ctx: Context, id: MessageId): Promise<Message> {
	demand(ctx, 'contacts.write');
	const message = isId(id) ? await messageFor(ctx, me(ctx), id) : undefined;
	if (message?.to !== me(ctx)) throw new NotFound('message');
	return message;
}
