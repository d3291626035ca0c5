/** Another password, chosen by somebody who is signed in. */
import { audit } from '#platform/audit';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { granted, refused, type Result } from '#platform/result';
import { demand } from '../abilities.ts';
import { signInLibrary } from '../sign-in/library.ts';
import { loginById, voidLinks } from '../sign-in/logins.sql.ts';
import { weaknessOf, type PasswordWeakness } from '../sign-in/password-rules.ts';
import { hashOf } from '../sign-in/passwords.ts';
import { deleteSessionsOf } from '../sign-in/sessions.sql.ts';
import { ownAccount } from './own-account.ts';
import { writeChangeLetter } from './security-letters.ts';

/** Everyone who is signed in with the old password, but for whoever changes it, is out. */
export async function changePassword(
	ctx: Context,
	{ password }: { readonly password: string },
): Promise<Result<undefined, PasswordWeakness | 'prove-again'>> {
	demand(ctx, 'people.secure-account');
	const { login, session, proved } = await ownAccount(ctx);
	if (!proved) return refused('prove-again');
	const { name, email } = await loginById(ctx, login);
	const weakness = weaknessOf(password, { name, email });
	if (weakness) return refused(weakness, 'password');
	const passwordHash = await hashOf(password);
	return inTransaction(ctx, async (ctx) => {
		await signInLibrary(ctx).api.replacePassword({ body: { login, passwordHash } });
		await deleteSessionsOf(ctx, login, { but: session });
		await voidLinks(ctx, 'reset-password', email);
		await writeChangeLetter(ctx, login, 'password');
		await audit(ctx, 'people.password-changed', { kind: 'login', id: login });
		return granted();
	});
}
