/** A forgotten password: a letter to the address, then a new password in place of the old and of all its sessions. */
import { audit } from '#platform/audit';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { countAgainst, forgetCount } from '#platform/limits';
import { granted, refused, type Result } from '#platform/result';
import { demand } from '../abilities.ts';
import { writeChangeLetter } from '../security/security-letters.ts';
import { countLetter, keyOf, writeResetLetter, writeUnknownLetter } from './letters.ts';
import { signInLibrary } from './library.ts';
import { guessesAtAddress, linksFromNetwork } from './limits.ts';
import { linkOfToken, makeLink } from './links.ts';
import { loginOfAddress, useUpLink, voidLinks } from './logins.sql.ts';
import { weaknessOf, type PasswordWeakness } from './password-rules.ts';
import { hashOf } from './passwords.ts';
import { deleteSessionsOf } from './sessions.sql.ts';

type Ask = { readonly email: string; readonly network: string };

/** Writes to the address, with a link if an account signs in with it; the page never learns which. */
export async function askForNewPassword(
	ctx: Context,
	{ email, network }: Ask,
): Promise<Result<{ link: string }, never>> {
	demand(ctx, 'people.sign-in');
	return inTransaction(ctx, async (ctx) => {
		await countLetter(ctx, email, network);
		// made for unknown addresses too, where its token goes nowhere: the same rows, the same time
		const link = await makeLink(ctx, { purpose: 'reset-password', email });
		if (await loginOfAddress(ctx, email)) await writeResetLetter(ctx, email, link.address);
		else await writeUnknownLetter(ctx, email);
		return granted({ link: link.id });
	});
}

/** The address whose password this link changes; undefined when it is used, too old or no link of ours. */
export async function addressOfResetLink(ctx: Context, token: string): Promise<string | undefined> {
	demand(ctx, 'people.sign-in');
	const link = await linkOfToken(ctx, 'reset-password', token);
	return link?.email ?? undefined;
}

export type ChooseNewPassword = {
	readonly token: string;
	readonly password: string;
	readonly network: string;
};

/** Uses the link up and replaces the password; everyone who was signed in with the old one is out. */
export async function chooseNewPassword(
	ctx: Context,
	{ token, password, network }: ChooseNewPassword,
): Promise<Result<undefined, PasswordWeakness | 'link-over'>> {
	demand(ctx, 'people.sign-in');
	await countAgainst(ctx, linksFromNetwork, network);
	const link = await linkOfToken(ctx, 'reset-password', token);
	const login = link?.email ? await loginOfAddress(ctx, link.email) : undefined;
	if (!link?.email || !login) return refused('link-over');
	const { email } = link;
	const weakness = weaknessOf(password, { name: login.name, email });
	if (weakness) return refused(weakness, 'password');
	const passwordHash = await hashOf(password);
	return inTransaction(ctx, async (ctx) => {
		if (!(await useUpLink(ctx, link.id))) return refused('link-over');
		await voidLinks(ctx, 'reset-password', email);
		await signInLibrary(ctx).api.replacePassword({ body: { login: login.id, passwordHash } });
		await deleteSessionsOf(ctx, login.id);
		await writeChangeLetter(ctx, login.id, 'password');
		await forgetCount(ctx, guessesAtAddress, keyOf(email));
		await audit(ctx, 'people.password-replaced', { kind: 'login', id: login.id });
		return granted();
	});
}
