/** An app that shows a code every half minute, as the second factor. */
import { audit } from '#platform/audit';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { countAgainst, forgetCount } from '#platform/limits';
import { granted, refused, type Result } from '#platform/result';
import { demand } from '../abilities.ts';
import { appAddress, newAppSecret, seal, takeAppCode, unseal } from '../sign-in/codes.ts';
import {
	authenticatorOf,
	beginAuthenticator,
	confirmAuthenticator,
	deleteAuthenticator,
	deleteRecoveryCodes,
} from '../sign-in/factors.sql.ts';
import { codesOfLogin } from '../sign-in/limits.ts';
import { loginById } from '../sign-in/logins.sql.ts';
import { noteProof } from '../sign-in/sessions.sql.ts';
import { ownAccount } from './own-account.ts';
import { writeChangeLetter } from './security-letters.ts';

export type OwnApp =
	| { readonly state: 'none' | 'on' }
	/** `key` is typed where no camera reads the square, `address` stands in the square. */
	| { readonly state: 'begun'; readonly key: string; readonly address: string };

/** How far my app is set up; its key is shown until the first code is right, and never again. */
export async function ownApp(ctx: Context): Promise<OwnApp> {
	demand(ctx, 'people.secure-account');
	const { login, proved } = await ownAccount(ctx);
	const app = await authenticatorOf(ctx, login);
	if (app?.confirmed_at) return { state: 'on' };
	if (!app || !proved) return { state: 'none' };
	const key = await unseal(app.secret);
	const { email } = await loginById(ctx, login);
	return { state: 'begun', key, address: appAddress(email, key) };
}

/** Makes a key to put into an app; a key that was begun before is worth nothing. */
export async function beginApp(ctx: Context): Promise<Result<undefined, 'prove-again' | 'app-on'>> {
	demand(ctx, 'people.secure-account');
	const { login, proved, factors } = await ownAccount(ctx);
	if (!proved) return refused('prove-again');
	if (factors.app) return refused('app-on');
	await beginAuthenticator(ctx, login, await seal(newAppSecret()));
	return granted();
}

/** The first code shows that the app has the key; from now on it is asked for. Throws TooOften after ten wrong ones. */
export async function confirmApp(
	ctx: Context,
	{ code }: { readonly code: string },
): Promise<Result<undefined, 'prove-again' | 'wrong-code'>> {
	demand(ctx, 'people.secure-account');
	const { login, session, proved } = await ownAccount(ctx);
	if (!proved) return refused('prove-again');
	await countAgainst(ctx, codesOfLogin, login);
	return inTransaction(ctx, async (ctx) => {
		const digits = code.replaceAll(/\s/g, '');
		if (!(await takeAppCode(ctx, login, digits, { confirmed: false }))) return refused('wrong-code', 'code');
		await confirmAuthenticator(ctx, login);
		await forgetCount(ctx, codesOfLogin, login);
		await noteProof(ctx, session, 'code');
		await writeChangeLetter(ctx, login, 'app-on');
		await audit(ctx, 'people.app-on', { kind: 'login', id: login });
		return granted();
	});
}

/** The code is asked for no more. With the last second factor the recovery codes go. */
export async function removeApp(ctx: Context): Promise<Result<undefined, 'prove-again'>> {
	demand(ctx, 'people.secure-account');
	const { login, proved, factors } = await ownAccount(ctx);
	if (!proved) return refused('prove-again');
	return inTransaction(ctx, async (ctx) => {
		await deleteAuthenticator(ctx, login);
		if (!factors.app) return granted();
		if (factors.passkeys === 0) await deleteRecoveryCodes(ctx, login);
		await writeChangeLetter(ctx, login, 'app-off');
		await audit(ctx, 'people.app-off', { kind: 'login', id: login });
		return granted();
	});
}
