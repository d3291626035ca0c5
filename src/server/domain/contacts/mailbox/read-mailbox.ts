/** Reads of the mailbox. */
import { personCards, type PersonCard } from '#domain/people';
import { thingsReportedBy } from '#domain/safety';
import type { Context } from '#platform/context';
import { NotFound } from '#platform/errors';
import { isId } from '#platform/ids';
import type { PersonId } from '#shared/actor';
import { demand, may } from '../abilities.ts';
import type { ContactRequest } from '../contact.ts';
import { standingBetween } from '../contacts.sql.ts';
import { me } from '../read-contacts.ts';
import {
	countUnread,
	draftTo,
	isVisible,
	lastWords,
	messagesBetween,
	sideWith,
	sidesOf,
	type SideRow,
} from './mailbox.sql.ts';
import { writingHindrance, type Message, type MessageId, type WritingRefusal } from './message.ts';

export const conversationsOnAPage = 25;
export const messagesOnAPage = 40;

/** My conversations, those with the newest messages first. */
export async function conversationsFor(
	ctx: Context,
	options: { readonly before?: Date | undefined; readonly onlyUnread?: boolean } = {},
): Promise<SideRow[]> {
	demand(ctx, 'contacts.write');
	const { before, onlyUnread = false } = options;
	return sidesOf(ctx, me(ctx), { before, onlyUnread, most: conversationsOnAPage });
}

/** How many conversations hold something new, for the frame of pages; none for whoever has no mailbox. */
export async function unreadConversations(ctx: Context): Promise<number> {
	return may(ctx.actor, 'contacts.write') ? countUnread(ctx, me(ctx)) : 0;
}

export type Conversation = {
	readonly other: PersonCard;
	/** The oldest first. */
	readonly messages: readonly (Message & { readonly mine: boolean; readonly reported: boolean })[];
	/** Where the page before begins; undefined where nothing is older. */
	readonly older: MessageId | undefined;
	/** Since when something here was not looked at. */
	readonly unreadSince: Date | undefined;
	readonly muted: boolean;
	readonly begun: boolean;
	readonly draft: { readonly words: string; readonly keptAt: Date } | undefined;
	/** Why I cannot write now. */
	readonly hindrance: WritingRefusal | undefined;
	/** The other asked for contact and waits for my answer. */
	readonly waiting: ContactRequest | undefined;
};

/**
 * My conversation with somebody, also before the first word. It stays while the other cannot be found for a time;
 * whoever I neither find nor have written with does not exist.
 */
export async function conversationWith(
	ctx: Context,
	other: PersonId,
	before?: MessageId,
): Promise<Conversation> {
	demand(ctx, 'contacts.write');
	if (!isId(other) || other === me(ctx)) throw new NotFound('person');
	const side = await sideWith(ctx, me(ctx), other);
	const visible = await isVisible(ctx, other);
	const card = side || visible ? (await personCards(ctx, [other])).get(other) : undefined;
	if (!card) throw new NotFound('person');
	const older = before !== undefined && isId(before) ? before : undefined;
	const found = await messagesBetween(ctx, me(ctx), other, { before: older, most: messagesOnAPage + 1 });
	const shown = found.slice(0, messagesOnAPage).reverse();
	const standing = await standingBetween(ctx, me(ctx), other);
	const { heard } = await lastWords(ctx, me(ctx), other);
	const reported = await thingsReportedBy(
		ctx,
		me(ctx),
		shown.map(({ id }) => id),
	);
	return {
		other: card,
		messages: shown.map((message) => ({
			...message,
			mine: message.from === me(ctx),
			reported: reported.has(message.id),
		})),
		older: found.length > messagesOnAPage ? shown[0]?.id : undefined,
		unreadSince: side?.unread_since ?? undefined,
		muted: Boolean(side?.muted_at),
		begun: found.length > 0,
		draft: await draftTo(ctx, me(ctx), other),
		hindrance: visible ? writingHindrance(standing, heard, me(ctx)) : 'not-available',
		waiting: standing.newest?.from === other && !standing.newest.answer ? standing.newest : undefined,
	};
}
