/** A teacher asks another for contact. */
import { profileFor } from '#domain/people';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { emit } from '#platform/events';
import { countAgainst } from '#platform/limits';
import { granted, refused, type Result } from '#platform/result';
import type { PersonId } from '#shared/actor';
import { demand } from './abilities.ts';
import { hindrance, type RequestId, type RequestRefusal } from './contact.ts';
import { insertRequest, lockPair, lockSender, sentSince, standingBetween } from './contacts.sql.ts';
import { firstRequestsADay, sameWordsTo, tries } from './limits.ts';
import { othersWithWords } from './mailbox/mailbox.sql.ts';
import { answerKind, type About } from './mailbox/message.ts';
import { deliverMessage } from './mailbox/deliver-message.ts';
import { me } from './read-contacts.ts';
import { hashOf } from './same-words.ts';

export type SendRequest = {
	readonly to: PersonId;
	readonly message: string;
	/** What it answers, where it answers something. */
	readonly about?: About;
	/** The other looks for partners just now, whatever the profile says about being available. */
	readonly invited?: boolean;
};

/**
 * Sends the request, as the first message of a conversation, and tells the other. Whoever may not be seen does not
 * exist; a block is never told.
 */
export async function sendRequest(
	ctx: Context,
	input: SendRequest,
): Promise<Result<RequestId, RequestRefusal>> {
	demand(ctx, 'contacts.ask');
	await countAgainst(ctx, tries, me(ctx));
	return inTransaction(ctx, async (ctx) => {
		const from = me(ctx);
		if (input.to === from) return refused('oneself');
		const { profile } = await profileFor(ctx, input.to);
		await lockSender(ctx, from);
		await lockPair(ctx, from, input.to);
		const standing = await standingBetween(ctx, from, input.to);
		const refusal =
			hindrance(standing, input.invited ?? profile.available, from, ctx.now) ??
			(await massRefusal(ctx, input));
		if (refusal) return refused(refusal, refusal === 'same-words' ? 'message' : undefined);
		const { to, message, about } = input;
		const hash = hashOf(message);
		const id = await insertRequest(ctx, { from, to, message, hash });
		const thing = await deliverMessage(ctx, { from, to, words: message, hash, about, request: id });
		const mine = await profileFor(ctx, from);
		await emit(ctx, 'notice', {
			to: [input.to],
			kind: 'contact-requested',
			params: { name: mine.card.name },
			names: [from],
			path: `/mailbox/${from}`,
			quote: message,
			answerable: { kind: answerKind, thing },
		});
		return granted(id);
	});
}

async function massRefusal(ctx: Context, { to, message }: SendRequest): Promise<RequestRefusal | undefined> {
	const yesterday = new Date(ctx.now.getTime() - 24 * 3600 * 1000);
	if ((await sentSince(ctx, me(ctx), yesterday)) >= firstRequestsADay) return 'too-many-today';
	return (await othersWithWords(ctx, me(ctx), to, hashOf(message))) >= sameWordsTo ? 'same-words' : undefined;
}
