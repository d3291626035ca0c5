/** The asked teacher accepts or declines. */
import { profileFor } from '#domain/people';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { NotFound } from '#platform/errors';
import { emit } from '#platform/events';
import { isId } from '#platform/ids';
import { granted, refused, type Result } from '#platform/result';
import { demand } from './abilities.ts';
import type { ContactRequest, RequestId } from './contact.ts';
import { insertAnswer, insertContact, lockPair, requestById, standingBetween } from './contacts.sql.ts';
import { me } from './read-contacts.ts';

/** Accepting makes the two contacts and tells the asker; declining tells nobody. A block of either side stands in the way. */
export async function answerRequest(
	ctx: Context,
	input: { readonly request: RequestId; readonly accepted: boolean },
): Promise<Result<undefined, 'answered-already' | 'not-available'>> {
	return inTransaction(ctx, async (ctx) => {
		const request = isId(input.request) ? await requestById(ctx, input.request, me(ctx)) : undefined;
		if (!request) throw new NotFound('request');
		if (request.answer) return refused('answered-already');
		demand(ctx, 'contacts.answer', request);
		await lockPair(ctx, request.from, request.to);
		if (input.accepted && (await isBlocked(ctx, request))) return refused('not-available');
		if (!(await insertAnswer(ctx, request.id, input.accepted))) return refused('answered-already');
		if (!input.accepted) return granted();
		await insertContact(ctx, request.from, request.to);
		await emit(ctx, 'contact.made', { persons: [request.from, request.to] });
		const mine = await profileFor(ctx, request.to);
		await emit(ctx, 'notice', {
			to: [request.from],
			kind: 'contact-accepted',
			params: { name: mine.card.name },
			names: [request.to],
			path: '/contacts',
		});
		return granted();
	});
}

async function isBlocked(ctx: Context, request: ContactRequest): Promise<boolean> {
	const { blockedByMe, blockedMe } = await standingBetween(ctx, request.to, request.from);
	return blockedByMe || blockedMe;
}
