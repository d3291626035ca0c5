/** Codes on paper, for the day the phone is lost. */
import { audit } from '#platform/audit';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { granted, refused, type Result } from '#platform/result';
import { demand } from '../abilities.ts';
import { hashOfRecoveryCode, newRecoveryCodes, seal, unseal } from '../sign-in/codes.ts';
import { recoveryCodesLeft, replaceRecoveryCodes } from '../sign-in/factors.sql.ts';
import { hasFactor, ownAccount } from './own-account.ts';
import { writeChangeLetter } from './security-letters.ts';

/** How many of my recovery codes are unused. */
export async function ownRecoveryCodes(ctx: Context): Promise<number> {
	demand(ctx, 'people.secure-account');
	const { login } = await ownAccount(ctx);
	return recoveryCodesLeft(ctx, login);
}

/**
 * New codes in place of all before. They come sealed, so that the answer of the form can be kept for who clicks
 * twice; `shownCodes` opens it for the one page that shows them.
 */
export async function makeRecoveryCodes(
	ctx: Context,
): Promise<Result<{ sealed: string }, 'prove-again' | 'no-factor'>> {
	demand(ctx, 'people.secure-account');
	const { login, proved, factors } = await ownAccount(ctx);
	if (!hasFactor(factors)) return refused('no-factor');
	if (!proved) return refused('prove-again');
	const codes = newRecoveryCodes();
	return inTransaction(ctx, async (ctx) => {
		const hashes = codes.map((code) => hashOfRecoveryCode(login, code));
		await replaceRecoveryCodes(ctx, login, hashes);
		await writeChangeLetter(ctx, login, 'codes');
		await audit(ctx, 'people.recovery-codes', { kind: 'login', id: login });
		return granted({ sealed: await seal(codes.join(' ')) });
	});
}

/** The codes themselves, to be shown once. open-to-all: whoever holds the sealed answer was given it. */
export async function shownCodes(sealed: string): Promise<string[]> {
	return (await unseal(sealed)).split(' ');
}
