/** Signing in and out. */
import { isAPIError } from 'better-auth/api';
import { audit } from '#platform/audit';
import type { Context } from '#platform/context';
import { countAgainst, forgetCount, giveBack } from '#platform/limits';
import { granted, refused, type Result } from '#platform/result';
import { demand } from '../abilities.ts';
import { keyOf } from './letters.ts';
import { signInLibrary } from './library.ts';
import { guessesAtAddress, guessesFromNetwork } from './limits.ts';
import { answerCookie, type AnswerCookie } from '#platform/cookies';
import { cookiesOf } from './session-cookie.ts';
import { deleteSession } from './sessions.sql.ts';

export type SignIn = { readonly email: string; readonly password: string; readonly network: string };

/**
 * A new session, for the right address and password together; which of the two was wrong is not told. Throws
 * TooOften when this address or this network was guessed at too often; the one count, known address or not.
 */
export async function signIn(
	ctx: Context,
	input: SignIn,
): Promise<Result<{ cookies: AnswerCookie[] }, 'not-signed-in'>> {
	demand(ctx, 'people.sign-in');
	// counted before the password is looked at, so that a thousand guesses at once are counted too
	await countAgainst(ctx, guessesAtAddress, keyOf(input.email));
	await countAgainst(ctx, guessesFromNetwork, input.network);
	const entered = await enter(ctx, input);
	if (!entered) return refused('not-signed-in');
	await forgetCount(ctx, guessesAtAddress, keyOf(input.email));
	await giveBack(ctx, guessesFromNetwork, input.network);
	if ('session' in ctx.actor) await deleteSession(ctx, ctx.actor.session);
	await audit(ctx, 'people.signed-in', { kind: 'login', id: entered.login });
	return granted({ cookies: entered.cookies });
}

async function enter(ctx: Context, { email, password }: SignIn) {
	try {
		const { headers, response } = await signInLibrary(ctx).api.signInEmail({
			body: { email, password },
			headers: new Headers(),
			returnHeaders: true,
		});
		return { login: response.user.id, cookies: cookiesOf(headers) };
	} catch (error) {
		if (isAPIError(error) && (error.statusCode === 401 || error.statusCode === 400)) return undefined;
		throw error;
	}
}

/** Ends the session on the server; the cookie of it is worthless afterwards. */
export async function signOut(ctx: Context): Promise<{ cookies: AnswerCookie[] }> {
	demand(ctx, 'people.sign-out');
	if ('session' in ctx.actor) {
		const ended = await deleteSession(ctx, ctx.actor.session);
		if (ended) await audit(ctx, 'people.signed-out', { kind: 'session' });
	}
	return { cookies: [answerCookie('opentwinning-session', '', 0)] };
}
