/** A teacher asks another for contact. */
import { profileFor } from '#domain/people';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { emit } from '#platform/events';
import { sha256 } from '#platform/ids';
import { countAgainst } from '#platform/limits';
import { granted, refused, type Result } from '#platform/result';
import type { PersonId } from '#shared/actor';
import { searchable } from '#shared/folding';
import { demand } from './abilities.ts';
import { hindrance, type RequestId, type RequestRefusal } from './contact.ts';
import { insertRequest, lockPair, lockSender, sentSince, standingBetween } from './contacts.sql.ts';
import { firstRequestsADay, sameWordsTo, tries } from './limits.ts';
import { me } from './read-contacts.ts';

/** Sends the request and tells the other. Whoever may not be seen does not exist; a block is never told. */
export async function sendRequest(
	ctx: Context,
	input: { readonly to: PersonId; readonly message: string },
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
			hindrance(standing, profile.available, from, ctx.now) ?? (await massRefusal(ctx, input.message));
		if (refusal) return refused(refusal, refusal === 'same-words' ? 'message' : undefined);
		const id = await insertRequest(ctx, {
			from,
			to: input.to,
			message: input.message,
			hash: hashOf(input.message),
		});
		const mine = await profileFor(ctx, from);
		await emit(ctx, 'notice', {
			to: [input.to],
			kind: 'contact-requested',
			params: { name: mine.card.name },
			names: [from],
			path: '/contacts',
		});
		return granted(id);
	});
}

async function massRefusal(ctx: Context, message: string): Promise<RequestRefusal | undefined> {
	const yesterday = new Date(ctx.now.getTime() - 24 * 3600 * 1000);
	const { today, sameWords } = await sentSince(ctx, me(ctx), yesterday, hashOf(message));
	if (today >= firstRequestsADay) return 'too-many-today';
	return sameWords >= sameWordsTo ? 'same-words' : undefined;
}

/** Two messages are the same when they fold to the same words. */
function hashOf(message: string): Buffer {
	return sha256(searchable(message));
}
