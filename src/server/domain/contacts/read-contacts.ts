/** Reads of contacts. */
import { personCards, type PersonCard } from '#domain/people';
import type { Context } from '#platform/context';
import { Forbidden } from '#platform/errors';
import { personOf, type PersonId } from '#shared/actor';
import { demand } from './abilities.ts';
import type { ContactRequest, Standing } from './contact.ts';
import {
	answersSince,
	blockedBy,
	contactIdsOf,
	contactsAmong,
	requestsOf,
	standingBetween,
	type HowTheyAnswer,
} from './contacts.sql.ts';

/** The person who acts; nobody else has contacts. */
export function me(ctx: Context): PersonId {
	const person = personOf(ctx.actor);
	if (person === undefined) throw new Forbidden('contacts.see-own');
	return person;
}

export type Contact = PersonCard & { readonly since: Date };

/** My contacts, by name. */
export async function contactsFor(ctx: Context): Promise<Contact[]> {
	demand(ctx, 'contacts.see-own');
	const since = await contactIdsOf(ctx, me(ctx));
	const cards = await personCards(ctx, [...since.keys()]);
	return [...cards.values()]
		.map((card) => ({ ...card, since: since.get(card.id) ?? ctx.now }))
		.sort((one, other) => one.name.localeCompare(other.name, ctx.locale));
}

/** True when the two are contacts. For the parts, which know why they ask. */
export async function areContacts(ctx: Context, one: PersonId, other: PersonId): Promise<boolean> {
	return (await contactsAmong(ctx, one, [other])).has(other);
}

export type ShownRequest = ContactRequest & { readonly other: PersonCard; readonly mine: boolean };

/** Requests that wait for me or that I sent. */
export async function requestsFor(ctx: Context): Promise<ShownRequest[]> {
	demand(ctx, 'contacts.see-own');
	const requests = await requestsOf(ctx, me(ctx));
	const cards = await personCards(
		ctx,
		requests.flatMap(({ from, to }) => [from, to]),
	);
	return requests.flatMap((request) => {
		const mine = request.from === me(ctx);
		const other = cards.get(mine ? request.to : request.from);
		return other ? [{ ...request, other, mine }] : [];
	});
}

/**
 * How people whom the caller has reached answer contact requests, over the last half year. For the parts, which tell
 * of it only what is good to know: that somebody answers, and how soon.
 */
export async function howTheyAnswer(
	ctx: Context,
	people: readonly PersonId[],
): Promise<Map<PersonId, HowTheyAnswer>> {
	return answersSince(ctx, people, new Date(ctx.now.getTime() - 180 * 86_400_000));
}

/** What stands between me and another teacher, for the page that offers to ask. */
export async function standingWith(ctx: Context, other: PersonId): Promise<Standing> {
	demand(ctx, 'contacts.see-own');
	return standingBetween(ctx, me(ctx), other);
}

/** Whom I have blocked. */
export async function blockedPeople(ctx: Context): Promise<PersonCard[]> {
	demand(ctx, 'contacts.see-own');
	return [...(await personCards(ctx, await blockedBy(ctx, me(ctx)))).values()];
}
