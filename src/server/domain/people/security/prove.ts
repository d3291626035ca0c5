/** Showing once more who one is, before something that guards the account is changed. */
import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import { audit } from '#platform/audit';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { countAgainst, forgetCount } from '#platform/limits';
import { granted, refused, type Result } from '#platform/result';
import { demand } from '../abilities.ts';
import { takeCode } from '../sign-in/codes.ts';
import { keyOf } from '../sign-in/letters.ts';
import { codesOfLogin, guessesAtAddress } from '../sign-in/limits.ts';
import { loginById } from '../sign-in/logins.sql.ts';
import { loginOpenedBy } from '../sign-in/passwords.ts';
import { passkeyThatSigned } from '../sign-in/passkeys.ts';
import { noteProof } from '../sign-in/sessions.sql.ts';
import { hasFactor, ownAccount } from './own-account.ts';

/** By what I can show who I am. */
export async function ownProofs(ctx: Context): Promise<{ code: boolean; passkey: boolean }> {
	demand(ctx, 'people.secure-account');
	const { factors } = await ownAccount(ctx);
	return { code: hasFactor(factors), passkey: factors.passkeys > 0 };
}

export type ProveMyself = { readonly password: string; readonly code: string };

/**
 * Password, and the code where there is a second factor; the proof holds for some minutes in this session. Throws
 * TooOften when either was guessed at too often.
 */
export async function proveMyself(
	ctx: Context,
	{ password, code }: ProveMyself,
): Promise<Result<undefined, 'wrong-password-here' | 'wrong-code'>> {
	demand(ctx, 'people.secure-account');
	const { login, session, factors } = await ownAccount(ctx);
	const { email } = await loginById(ctx, login);
	await countAgainst(ctx, guessesAtAddress, keyOf(email));
	if ((await loginOpenedBy(ctx, email, password)) !== login)
		return refused('wrong-password-here', 'password');
	await forgetCount(ctx, guessesAtAddress, keyOf(email));
	const twice = hasFactor(factors);
	if (twice) await countAgainst(ctx, codesOfLogin, login);
	return inTransaction(ctx, async (ctx) => {
		if (twice && !(await takeCode(ctx, login, code))) return refused('wrong-code', 'code');
		if (twice) await forgetCount(ctx, codesOfLogin, login);
		await noteProof(ctx, session, twice ? 'code' : 'password');
		await audit(ctx, 'people.proved', { kind: 'login', id: login });
		return granted();
	});
}

/** The same by one of my own passkeys. */
export async function proveByPasskey(
	ctx: Context,
	answer: AuthenticationResponseJSON,
): Promise<Result<undefined, 'passkey-wrong'>> {
	demand(ctx, 'people.secure-account');
	const { login, session } = await ownAccount(ctx);
	return inTransaction(ctx, async (ctx) => {
		const passkey = await passkeyThatSigned(ctx, answer);
		if (passkey?.login_id !== login) return refused('passkey-wrong');
		await noteProof(ctx, session, 'passkey');
		await audit(ctx, 'people.proved', { kind: 'login', id: login }, { by: 'passkey' });
		return granted();
	});
}
