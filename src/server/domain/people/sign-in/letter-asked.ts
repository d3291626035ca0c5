/** "We have written to you": which letter this browser asked for, and in a trial the letter itself. */
import { timingSafeEqual } from 'node:crypto';
import type { Context } from '#platform/context';
import { isId, keyedHash } from '#platform/ids';
import { installation } from '#platform/installation';
import { trialLetters, type TrialLetter } from '#platform/trial-mail';
import { answerCookie, cookieIn, cookieName, type AnswerCookie } from '#platform/cookies';
import { joiningOf, linkById } from './logins.sql.ts';

const bareName = 'opentwinning-letter';
const hour = 3600;

/** A joining, or the link of a new password. */
export type LetterAsked = { readonly kind: 'join' | 'password'; readonly id: string };

/** Remembers in this browser which letter was asked for, so that no address stands in a page's address. */
export function letterCookie({ kind, id }: LetterAsked): AnswerCookie {
	return answerCookie(bareName, `${kind}.${id}.${signatureOf({ kind, id })}`, hour);
}

export function noLetterCookie(): AnswerCookie {
	return answerCookie(bareName, '', 0);
}

/** What this browser asked for, when the cookie is ours. */
export function letterAskedIn(headers: Headers): LetterAsked | undefined {
	const [kind, id = '', signature = ''] = (cookieIn(headers, cookieName(bareName)) ?? '').split('.');
	if ((kind !== 'join' && kind !== 'password') || !isId(id)) return undefined;
	const expected = Buffer.from(signatureOf({ kind, id }));
	const given = Buffer.from(signature);
	return given.length === expected.length && timingSafeEqual(given, expected) ? { kind, id } : undefined;
}

export type WrittenLetter = {
	readonly email: string;
	/** In a trial without a relay, what was written; elsewhere nothing. */
	readonly letters: readonly TrialLetter[];
};

/**
 * To whom we wrote; undefined when this browser asked for nothing. Says the same for every address.
 * open-to-all: the signed cookie is the permission.
 */
export async function writtenLetter(
	ctx: Context,
	asked: LetterAsked | undefined,
): Promise<WrittenLetter | undefined> {
	if (!asked) return undefined;
	const found = asked.kind === 'join' ? await openJoining(ctx, asked.id) : await resetLink(ctx, asked.id);
	if (!found) return undefined;
	return { email: found.email, letters: await trialLetters(ctx, found.email, found.since) };
}

async function openJoining(ctx: Context, id: string) {
	const joining = await joiningOf(ctx, id);
	return joining?.confirmed_at === null ? { email: joining.email, since: joining.asked_at } : undefined;
}

async function resetLink(ctx: Context, id: string) {
	const link = await linkById(ctx, id);
	return link?.email ? { email: link.email, since: link.made_at } : undefined;
}

function signatureOf({ kind, id }: LetterAsked): string {
	return keyedHash(installation().secret, `letter-asked ${kind} ${id}`).toString('base64url');
}
