/** What one of the two does with a conversation without writing: look, keep what was begun, mute. */
import { callNews, seeNoticesAbout } from '#domain/notices';
import { profileFor } from '#domain/people';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { NotFound } from '#platform/errors';
import { isId } from '#platform/ids';
import { granted, type Granted } from '#platform/result';
import type { PersonId } from '#shared/actor';
import { demand } from '../abilities.ts';
import { me } from '../read-contacts.ts';
import { deleteDraft, markRead, putDraft, setMuted, sideWith } from './mailbox.sql.ts';

/** Everything the other wrote up to this moment was looked at, and what notices say of it too. */
export async function seeConversation(
	ctx: Context,
	input: { readonly with: PersonId; readonly upTo?: Date },
): Promise<Granted<undefined>> {
	demand(ctx, 'contacts.write');
	return inTransaction(ctx, async (ctx) => {
		await reachConversation(ctx, input.with);
		await markRead(ctx, me(ctx), input.with, input.upTo ?? ctx.now);
		await seeNoticesAbout(ctx, `/mailbox/${input.with}`);
		await callNews(ctx, me(ctx));
		return granted();
	});
}

/** Keeps what was begun, so that it is there on every device; without words nothing is begun. */
export async function keepDraft(
	ctx: Context,
	input: { readonly to: PersonId; readonly words: string },
): Promise<Granted<undefined>> {
	demand(ctx, 'contacts.write');
	return inTransaction(ctx, async (ctx) => {
		const { own } = await profileFor(ctx, input.to);
		if (own) throw new NotFound('conversation');
		if (input.words === '') await deleteDraft(ctx, me(ctx), input.to);
		else await putDraft(ctx, me(ctx), input.to, input.words);
		return granted();
	});
}

/** A muted conversation goes on and is not told of. The other is not told either. */
export async function muteConversation(
	ctx: Context,
	input: { readonly with: PersonId; readonly muted: boolean },
): Promise<Granted<undefined>> {
	demand(ctx, 'contacts.write');
	await reachConversation(ctx, input.with);
	await setMuted(ctx, me(ctx), input.with, input.muted);
	return granted();
}

async function reachConversation(ctx: Context, other: PersonId): Promise<void> {
	const side = isId(other) ? await sideWith(ctx, me(ctx), other) : undefined;
	if (!side) throw new NotFound('conversation');
}
