/** Showing once more who one is, before something that guards the account is changed. */
import { audit } from '#platform/audit';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { countAgainst, forgetCount } from '#platform/limits';
import { granted, refused, type Result } from '#platform/result';
import { demand } from '../abilities.ts';
import { keyOf } from '../sign-in/letters.ts';
import { guessesAtAddress } from '../sign-in/limits.ts';
import { loginById } from '../sign-in/logins.sql.ts';
import { loginOpenedBy } from '../sign-in/passwords.ts';
import { noteProof } from '../sign-in/sessions.sql.ts';
import { ownAccount } from './own-account.ts';

export type ProveMyself = { readonly password: string };

/** The proof holds for some minutes in this session. Throws TooOften when the password was guessed at too often. */
export async function proveMyself(
	ctx: Context,
	{ password }: ProveMyself,
): Promise<Result<undefined, 'wrong-password-here'>> {
	demand(ctx, 'people.secure-account');
	const { login, session } = await ownAccount(ctx);
	const { email } = await loginById(ctx, login);
	await countAgainst(ctx, guessesAtAddress, keyOf(email));
	if ((await loginOpenedBy(ctx, email, password)) !== login)
		return refused('wrong-password-here', 'password');
	await forgetCount(ctx, guessesAtAddress, keyOf(email));
	return inTransaction(ctx, async (ctx) => {
		await noteProof(ctx, session, 'password');
		await audit(ctx, 'people.proved', { kind: 'login', id: login });
		return granted();
	});
}
