/** A login for an address that is proved to be its owner's. */
import type { Context } from '#platform/context';
import { insertAddress } from './addresses.sql.ts';
import { signInLibrary } from './library.ts';

export type NewLogin = {
	readonly email: string;
	readonly name: string;
	/** None for who comes in through a provider only. */
	readonly passwordHash?: string;
};

/** Fails when the address belongs to an account. */
export async function openLogin(ctx: Context, body: NewLogin): Promise<string> {
	const { login } = await signInLibrary(ctx).api.openLogin({ body });
	if (!(await insertAddress(ctx, login, body.email))) throw new Error('the address has an account already');
	return login;
}
