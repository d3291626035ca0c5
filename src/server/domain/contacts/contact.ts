/** Contacts and requests: types and pure rules. */
import type { PersonId } from '#shared/actor';

export type RequestId = string;

/** A request as one of the two sees it. */
export type ContactRequest = {
	readonly id: RequestId;
	readonly from: PersonId;
	readonly to: PersonId;
	readonly message: string;
	readonly messageLocale: string;
	readonly sentAt: Date;
	readonly answer: { readonly accepted: boolean; readonly at: Date } | undefined;
};

/** What stands between two people. */
export type Standing = {
	readonly areContacts: boolean;
	/** The newest request between them, whoever sent it. */
	readonly newest: ContactRequest | undefined;
	readonly blockedByMe: boolean;
	readonly blockedMe: boolean;
};

/** Characters of a message at most. */
export const longestMessage = 1000;

const askAgainAfterDays = 30;

export type RequestRefusal =
	| 'oneself'
	| 'already-contacts'
	| 'already-asked'
	| 'asked-by-them'
	| 'asked-lately'
	| 'blocked-by-me'
	| 'not-available'
	| 'same-words'
	| 'too-many-today';

/**
 * Why this teacher cannot be asked now, or undefined. Being blocked by the other looks like the other
 * not being available: nobody learns of a block.
 */
export function hindrance(
	standing: Standing,
	available: boolean,
	me: PersonId,
	now: Date,
): RequestRefusal | undefined {
	if (standing.areContacts) return 'already-contacts';
	if (standing.blockedByMe) return 'blocked-by-me';
	const { newest } = standing;
	if (newest && !newest.answer) return newest.from === me ? 'already-asked' : 'asked-by-them';
	if (standing.blockedMe || !available) return 'not-available';
	if (!newest?.answer || newest.answer.accepted || newest.from !== me) return undefined;
	const days = (now.getTime() - newest.answer.at.getTime()) / (24 * 3600 * 1000);
	return days < askAgainAfterDays ? 'asked-lately' : undefined;
}
