/** My passkeys: face, finger or PIN of the own device, as password and second factor in one. */
import type { RegistrationResponseJSON } from '@simplewebauthn/server';
import { audit } from '#platform/audit';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { NotFound } from '#platform/errors';
import { granted, refused, type Result } from '#platform/result';
import { demand } from '../abilities.ts';
import { deletePasskey, deleteRecoveryCodes, insertPasskey, passkeysOf } from '../sign-in/factors.sql.ts';
import { mostPasskeys } from '../sign-in/limits.ts';
import { loginById } from '../sign-in/logins.sql.ts';
import { askToAdd, passkeyMade } from '../sign-in/passkeys.ts';
import { noteProof } from '../sign-in/sessions.sql.ts';
import { ownAccount } from './own-account.ts';
import { writeChangeLetter } from './security-letters.ts';

export type OwnPasskey = {
	readonly id: string;
	readonly name: string;
	readonly made_at: Date;
	readonly last_used_at: Date | null;
};

export async function ownPasskeys(ctx: Context): Promise<OwnPasskey[]> {
	demand(ctx, 'people.secure-account');
	const { login } = await ownAccount(ctx);
	const found = await passkeysOf(ctx, login);
	return found.map(({ id, name, made_at, last_used_at }) => ({ id, name, made_at, last_used_at }));
}

/** What the browser is asked, to make a passkey for my account. */
export async function passkeyToAdd(ctx: Context) {
	demand(ctx, 'people.secure-account');
	const { login } = await ownAccount(ctx);
	return askToAdd(ctx, { login, ...(await loginById(ctx, login)) });
}

export type AddPasskey = { readonly name: string; readonly answer: RegistrationResponseJSON };

/** From now on this passkey signs in; the session counts as proved by it. */
export async function addPasskey(
	ctx: Context,
	{ name, answer }: AddPasskey,
): Promise<Result<undefined, 'prove-again' | 'passkey-wrong' | 'too-many-passkeys'>> {
	demand(ctx, 'people.secure-account');
	const { login, session, proved, factors } = await ownAccount(ctx);
	if (!proved) return refused('prove-again');
	if (factors.passkeys >= mostPasskeys) return refused('too-many-passkeys');
	return inTransaction(ctx, async (ctx) => {
		const made = await passkeyMade(ctx, login, answer);
		if (!made || !(await insertPasskey(ctx, { ...made, login_id: login, name })))
			return refused('passkey-wrong');
		await noteProof(ctx, session, 'passkey');
		await writeChangeLetter(ctx, login, 'passkey-added');
		await audit(ctx, 'people.passkey-added', { kind: 'login', id: login });
		return granted();
	});
}

/** Nobody signs in with this passkey any more. */
export async function removePasskey(
	ctx: Context,
	{ passkey }: { readonly passkey: string },
): Promise<Result<undefined, 'prove-again'>> {
	demand(ctx, 'people.secure-account');
	const { login, proved, factors } = await ownAccount(ctx);
	if (!proved) return refused('prove-again');
	return inTransaction(ctx, async (ctx) => {
		if (!(await deletePasskey(ctx, login, passkey))) throw new NotFound('passkey');
		if (!factors.app && factors.passkeys === 1) await deleteRecoveryCodes(ctx, login);
		await writeChangeLetter(ctx, login, 'passkey-removed');
		await audit(ctx, 'people.passkey-removed', { kind: 'login', id: login });
		return granted();
	});
}
