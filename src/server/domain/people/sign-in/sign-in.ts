/** Signing in and out. */
import { audit } from '#platform/audit';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { countAgainst, forgetCount, giveBack } from '#platform/limits';
import { granted, refused, type Result } from '#platform/result';
import { demand } from '../abilities.ts';
import { hasFactor } from '../security/own-account.ts';
import type { Device } from './device.ts';
import { keyOf } from './letters.ts';
import { guessesAtAddress, guessesFromNetwork } from './limits.ts';
import { answerCookie, type AnswerCookie } from '#platform/cookies';
import { factorsOf } from './factors.sql.ts';
import { openSession } from './open-session.ts';
import { loginOpenedBy } from './passwords.ts';
import { halfwayCookie } from './second-step.ts';
import { deleteSession } from './sessions.sql.ts';
import { isSuspended } from './suspension.sql.ts';

export type SignIn = {
	readonly email: string;
	readonly password: string;
	readonly network: string;
	readonly device: Device;
};

/**
 * A new session, for the right address and password together; which of the two was wrong is not told. `suspended`: they may not act for a while; told only to whoever knows the password. Who has a
 * second factor is only `halfway` with them: this browser may now go on to the code. Throws
 * TooOften when this address or this network was guessed at too often; the one count, known address or not.
 */
export async function signIn(
	ctx: Context,
	input: SignIn,
): Promise<Result<{ cookies: AnswerCookie[]; halfway: boolean }, 'not-signed-in' | 'suspended'>> {
	demand(ctx, 'people.sign-in');
	const { email, password, network, device } = input;
	// counted before the password is looked at, so that a thousand guesses at once are counted too
	await countAgainst(ctx, guessesAtAddress, keyOf(email));
	await countAgainst(ctx, guessesFromNetwork, network);
	const login = await loginOpenedBy(ctx, email, password);
	if (login === undefined) return refused('not-signed-in');
	await forgetCount(ctx, guessesAtAddress, keyOf(email));
	await giveBack(ctx, guessesFromNetwork, network);
	if (await isSuspended(ctx, login)) return refused('suspended');
	if (hasFactor(await factorsOf(ctx, login)))
		return granted({ cookies: [await halfwayCookie(ctx, login)], halfway: true });
	return inTransaction(ctx, async (ctx) => {
		const { cookies } = await openSession(ctx, { login, device, provedBy: 'password' });
		await audit(ctx, 'people.signed-in', { kind: 'login', id: login });
		return granted({ cookies, halfway: false });
	});
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
