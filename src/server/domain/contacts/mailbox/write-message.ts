/** A teacher writes to another. */
import { profileFor } from '#domain/people';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { countAgainst } from '#platform/limits';
import { granted, refused, type Result } from '#platform/result';
import type { PersonId } from '#shared/actor';
import { demand } from '../abilities.ts';
import type { RequestRefusal } from '../contact.ts';
import { lockPair, lockSender, standingBetween } from '../contacts.sql.ts';
import { sameWordsTo, writingTries } from '../limits.ts';
import { me } from '../read-contacts.ts';
import { sendRequest } from '../send-request.ts';
import { hashOf } from '../same-words.ts';
import {
	isShortAnswer,
	writingHindrance,
	type About,
	type MessageId,
	type WritingRefusal,
} from './message.ts';
import { deliverMessage } from './deliver-message.ts';
import { lastWords, othersWithWords } from './mailbox.sql.ts';

export type WriteMessage = {
	readonly to: PersonId;
	readonly words: string;
	readonly about?: About;
	/** Of the letter that brings it. */
	readonly letter?: Buffer;
};

/**
 * Sends the words and tells the other, unless they muted the conversation. Whoever may not be seen does not exist; a
 * block is never told. What was begun is begun no more.
 */
export async function writeMessage(
	ctx: Context,
	input: WriteMessage,
): Promise<Result<MessageId, WritingRefusal>> {
	demand(ctx, 'contacts.write');
	await countAgainst(ctx, writingTries, me(ctx));
	return inTransaction(ctx, async (ctx) => {
		const from = me(ctx);
		if (input.to === from) return refused('oneself');
		await profileFor(ctx, input.to);
		await lockSender(ctx, from);
		await lockPair(ctx, from, input.to);
		const refusal = await hindranceTo(ctx, input);
		if (refusal) return refused(refusal, refusal === 'same-words' ? 'words' : undefined);
		return granted(await deliverMessage(ctx, { ...input, from, hash: hashOf(input.words) }));
	});
}

/**
 * Answers something the other has put up, such as a partner post: as a message where the two may write to each other
 * already, else as a request for contact. A teacher who looks for partners may be asked, available or not.
 */
export async function answerAbout(
	ctx: Context,
	input: WriteMessage & { readonly about: About },
): Promise<Result<unknown, WritingRefusal | RequestRefusal>> {
	demand(ctx, 'contacts.write');
	return inTransaction(ctx, async (ctx) => {
		const standing = await standingBetween(ctx, me(ctx), input.to);
		const { heard } = await lastWords(ctx, me(ctx), input.to);
		const mustAsk = writingHindrance(standing, heard, me(ctx)) === 'no-contact';
		if (!mustAsk) return writeMessage(ctx, input);
		const asked = await sendRequest(ctx, {
			to: input.to,
			message: input.words,
			about: input.about,
			invited: true,
		});
		return asked.ok || asked.field === undefined ? asked : refused(asked.reason, 'words');
	});
}

/** Why these words cannot go to the other now, or undefined. */
async function hindranceTo(ctx: Context, input: WriteMessage): Promise<WritingRefusal | undefined> {
	const { said, heard } = await lastWords(ctx, me(ctx), input.to);
	const hindrance = writingHindrance(await standingBetween(ctx, me(ctx), input.to), heard, me(ctx));
	if (hindrance || isShortAnswer(input.words, heard, said)) return hindrance;
	const others = await othersWithWords(ctx, me(ctx), input.to, hashOf(input.words));
	return others >= sameWordsTo ? 'same-words' : undefined;
}
