/** Conversations: types and pure rules. */
import type { PersonId } from '#shared/actor';
import type { Standing } from '../contact.ts';

export type MessageId = string;

/** Something a message answers, as it was called then: a partner post with its page, without language. */
export type About = { readonly title: string; readonly path: string };

export type Message = {
	readonly id: MessageId;
	readonly from: PersonId;
	readonly to: PersonId;
	readonly words: string;
	readonly locale: string;
	readonly about: About | undefined;
	/** It asked for contact. */
	readonly asks: boolean;
	readonly sentAt: Date;
};

/** Letters about messages are answered under this kind. */
export const answerKind = 'message';

/** Characters of a message at most. */
export const longestWords = 4000;

export type WritingRefusal =
	'oneself' | 'no-contact' | 'wait-for-answer' | 'blocked-by-me' | 'not-available' | 'same-words';

/**
 * Why nothing can be written to the other now, or undefined. Contacts write to each other. Besides, whoever was asked
 * for contact may ask back before deciding, and is answered; who asked waits for a word. A block by the other looks
 * like the other not being available.
 */
export function writingHindrance(
	standing: Standing,
	heardAt: Date | undefined,
	me: PersonId,
): WritingRefusal | undefined {
	if (standing.blockedByMe) return 'blocked-by-me';
	if (standing.blockedMe) return 'not-available';
	if (standing.areContacts) return undefined;
	const { newest } = standing;
	if (!newest || newest.answer) return 'no-contact';
	if (newest.from !== me) return undefined;
	return heardAt && heardAt > newest.sentAt ? undefined : 'wait-for-answer';
}

/** An answer of a few words, such as "Thank you", is no mass message, however often it is given. */
export function isShortAnswer(words: string, heardAt: Date | undefined, saidAt: Date | undefined): boolean {
	return words.length <= 40 && heardAt !== undefined && (saidAt === undefined || heardAt > saidAt);
}
