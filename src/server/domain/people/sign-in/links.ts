/** Links in letters: a random token for one purpose, used once, kept as a hash only. */
import type { Context } from '#platform/context';
import { publicAddress } from '#platform/addresses';
import { newId, newToken, sha256 } from '#platform/ids';
import { linkLife } from './limits.ts';
import { insertLink, openLink, type Link, type LinkPurpose } from './logins.sql.ts';

const pages = {
	'confirm-address': 'confirm',
	'reset-password': 'password',
	'set-up': 'set-up',
	'add-address': 'me/security/addresses',
} as const;

type NewLink = {
	readonly purpose: LinkPurpose;
	readonly email: string | null;
	readonly joining?: string;
	readonly login?: string;
};

/** Makes a link; its address is known here and now only. */
export async function makeLink(
	ctx: Context,
	{ purpose, email, joining, login }: NewLink,
): Promise<{ id: string; address: string }> {
	const id = newId();
	const token = newToken();
	await insertLink(ctx, {
		id,
		token_hash: hashOfToken(token),
		purpose,
		email,
		joining_id: joining ?? null,
		login_id: login ?? null,
		expires_at: new Date(ctx.now.getTime() + linkLife[purpose] * 1000),
	});
	return { id, address: publicAddress(`/${ctx.locale}/${pages[purpose]}/${token}`) };
}

/** The link of this token, when it still opens this door. Looking does not use it up. */
export async function linkOfToken(
	ctx: Context,
	purpose: LinkPurpose,
	token: string,
): Promise<Link | undefined> {
	if (!/^[\w-]{43}$/.test(token)) return undefined;
	return openLink(ctx, purpose, hashOfToken(token));
}

/** What of a token is kept. */
export function hashOfToken(token: string): Buffer {
	return sha256(token);
}
