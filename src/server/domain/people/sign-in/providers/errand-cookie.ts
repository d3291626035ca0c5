/** What this browser remembers on the way to a provider and back: sealed, so that nobody reads or changes it. */
import { answerCookie, type AnswerCookie } from '#platform/cookies';
import type { Context } from '#platform/context';
import { errandLife } from '../limits.ts';
import { sealedCookie, sealedIn } from '../sealed-cookie.ts';
import type { Errand, Identity } from './oidc.ts';

const errandName = 'opentwinning-errand';
const identityName = 'opentwinning-identity';

export type Remembered = Errand & { readonly provider: string; readonly next: string };

export function errandCookie(ctx: Context, errand: Remembered): Promise<AnswerCookie> {
	return sealedCookie(ctx, errandName, errand, errandLife);
}

export function errandIn(ctx: Context, headers: Headers): Promise<Remembered | undefined> {
	return sealedIn<Remembered>(ctx, errandName, headers);
}

/** Somebody whom the provider knows and we do not, until they say which account is theirs. */
export type Newcomer = Identity & { readonly next: string };

export function newcomerCookie(ctx: Context, newcomer: Newcomer): Promise<AnswerCookie> {
	return sealedCookie(ctx, identityName, newcomer, errandLife);
}

/** open-to-all: the sealed cookie is the permission. */
export function newcomerIn(ctx: Context, headers: Headers): Promise<Newcomer | undefined> {
	return sealedIn<Newcomer>(ctx, identityName, headers);
}

export function noErrandCookie(): AnswerCookie {
	return answerCookie(errandName, '', 0);
}

export function noNewcomerCookie(): AnswerCookie {
	return answerCookie(identityName, '', 0);
}
