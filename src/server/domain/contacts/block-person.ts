/** A teacher wants to hear nothing more from another, or changes her mind. */
import { profileFor } from '#domain/people';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { NotFound } from '#platform/errors';
import { emit } from '#platform/events';
import { granted, type Granted } from '#platform/result';
import type { PersonId } from '#shared/actor';
import { demand } from './abilities.ts';
import { deleteBlock, deleteContact, insertBlock, lockPair } from './contacts.sql.ts';
import { me } from './read-contacts.ts';

/** Ends the contact and every further request. The other is not told. */
export async function blockPerson(
	ctx: Context,
	input: { readonly person: PersonId },
): Promise<Granted<undefined>> {
	return inTransaction(ctx, async (ctx) => {
		demand(ctx, 'contacts.block');
		const { card, own } = await profileFor(ctx, input.person);
		if (own) throw new NotFound('person');
		await lockPair(ctx, me(ctx), card.id);
		await insertBlock(ctx, me(ctx), card.id);
		const ended = await deleteContact(ctx, me(ctx), card.id);
		if (ended) await emit(ctx, 'contact.ended', { persons: [me(ctx), card.id] });
		return granted();
	});
}

/** Lifts the block; the contact does not come back by itself. */
export async function unblockPerson(
	ctx: Context,
	input: { readonly person: PersonId },
): Promise<Granted<undefined>> {
	return inTransaction(ctx, async (ctx) => {
		demand(ctx, 'contacts.block');
		await deleteBlock(ctx, me(ctx), input.person);
		return granted();
	});
}
