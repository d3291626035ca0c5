/** Two teachers become contacts because both have said yes elsewhere, such as to a link invitation. */
import type { Context } from '#platform/context';
import { emit } from '#platform/events';
import type { PersonId } from '#shared/actor';
import { insertAnswer, insertContact, lockPair, standingBetween } from './contacts.sql.ts';

/**
 * In the transaction of the second yes; a request that waits between the two is accepted by it. open-to-all: the part that
 * asks has seen both, and that no block stands between.
 */
export async function becomeContacts(ctx: Context, one: PersonId, other: PersonId): Promise<void> {
	await lockPair(ctx, one, other);
	const { newest } = await standingBetween(ctx, one, other);
	if (newest && !newest.answer) await insertAnswer(ctx, newest.id, true);
	await insertContact(ctx, one, other);
	await emit(ctx, 'contact.made', { persons: [one, other] });
}

/** Whether one of the two has blocked the other. For the parts, which never tell. */
export async function blockedAmong(ctx: Context, one: PersonId, other: PersonId): Promise<boolean> {
	const { blockedByMe, blockedMe } = await standingBetween(ctx, one, other);
	return blockedByMe || blockedMe;
}
