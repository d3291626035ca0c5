/** The link in a letter by which its reader is told no more of such things: signed, so that nobody need sign in. */
import { timingSafeEqual } from 'node:crypto';
import { publicAddress } from '#platform/addresses';
import { isId, keyedHash } from '#platform/ids';
import { installation } from '#platform/installation';
import type { PersonId } from '#shared/actor';
import type { Locale } from '#shared/locales';
import { noticeTopics, type NoticeTopic } from '#shared/notice-topics';

/** A topic, or everything that comes in digests. */
export type Mutable = NoticeTopic | 'digest';

export type Muting = { readonly person: PersonId; readonly what: Mutable };

export function muteLink(muting: Muting, locale: Locale): string {
	return publicAddress(`/${locale}/notices/mute/${muteToken(muting)}`);
}

export function muteToken({ person, what }: Muting): string {
	return `${person}.${what}.${signatureOf(person, what).toString('base64url')}`;
}

/** What a token of ours means; undefined for any other. */
export function mutingOf(token: string): Muting | undefined {
	const [person = '', what = '', signature = ''] = token.split('.');
	const known = [...noticeTopics, 'digest' as const].find((each) => each === what);
	if (!isId(person) || known === undefined) return undefined;
	const [given, right] = [Buffer.from(signature, 'base64url'), signatureOf(person, known)];
	return given.length === right.length && timingSafeEqual(given, right) ? { person, what: known } : undefined;
}

function signatureOf(person: PersonId, what: Mutable): Buffer {
	return keyedHash(installation().secret, `mute notices ${person} ${what}`).subarray(0, 16);
}
