/** Signing in with a passkey alone: no address, no password, no code. */
import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import { audit } from '#platform/audit';
import type { Context } from '#platform/context';
import type { AnswerCookie } from '#platform/cookies';
import { inTransaction } from '#platform/database';
import { countAgainst, giveBack } from '#platform/limits';
import { granted, refused, type Result } from '#platform/result';
import { demand } from '../abilities.ts';
import type { Device } from './device.ts';
import { guessesFromNetwork } from './limits.ts';
import { openSession } from './open-session.ts';
import { askToEnter, passkeyThatSigned } from './passkeys.ts';
import { noHalfwayCookie } from './second-step.ts';

/** What the browser is asked; keeps nothing. */
export async function passkeyToEnter(ctx: Context) {
	demand(ctx, 'people.sign-in');
	return askToEnter(ctx);
}

export type EnterByPasskey = {
	readonly answer: AuthenticationResponseJSON;
	readonly network: string;
	readonly device: Device;
};

/** A new session for the account of the passkey. */
export async function enterByPasskey(
	ctx: Context,
	{ answer, network, device }: EnterByPasskey,
): Promise<Result<{ cookies: AnswerCookie[] }, 'passkey-wrong'>> {
	demand(ctx, 'people.sign-in');
	await countAgainst(ctx, guessesFromNetwork, network);
	return inTransaction(ctx, async (ctx) => {
		const passkey = await passkeyThatSigned(ctx, answer);
		if (!passkey) return refused('passkey-wrong');
		await giveBack(ctx, guessesFromNetwork, network);
		const { cookies } = await openSession(ctx, { login: passkey.login_id, device, provedBy: 'passkey' });
		await audit(ctx, 'people.signed-in', { kind: 'login', id: passkey.login_id }, { by: 'passkey' });
		return granted({ cookies: [...cookies, noHalfwayCookie()] });
	});
}
