/** A person unites two accounts of their own: signed in to the one, and proving the other. */
import type { AnswerCookie } from '#platform/cookies';
import { answerCookie } from '#platform/cookies';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { NotFound } from '#platform/errors';
import { newId } from '#platform/ids';
import { countAgainst, forgetCount } from '#platform/limits';
import { granted, refused, type Result } from '#platform/result';
import type { PersonId } from '#shared/actor';
import { demand } from '../abilities.ts';
import { ownerOfLogin } from '../persons.sql.ts';
import { hasFactor, ownAccount } from '../security/own-account.ts';
import { takeCode } from '../sign-in/codes.ts';
import { factorsOf } from '../sign-in/factors.sql.ts';
import { keyOf } from '../sign-in/letters.ts';
import { codesOfLogin, errandLife, guessesAtAddress, guessesFromNetwork } from '../sign-in/limits.ts';
import { loginOpenedBy } from '../sign-in/passwords.ts';
import { sealedCookie, sealedIn } from '../sign-in/sealed-cookie.ts';
import { hashOfUndoToken, undoTokenOf } from './undo-link.ts';
import { writeMergingLetters } from './merging-letters.ts';
import { insertMerging, mergingById, openMergingsOf } from './mergings.sql.ts';
import { separate, unite } from './unite-accounts.ts';

const bareName = 'opentwinning-other-account';

/** The other account, proved in this browser some minutes ago, for whoever was signed in then. */
type Other = { readonly session: string; readonly person: PersonId };

export type ProveOther = {
	readonly email: string;
	readonly password: string;
	readonly code: string;
	readonly network: string;
};

/** The other account is mine too: its password is right, and its code where it has a second factor. */
export async function proveOtherAccount(
	ctx: Context,
	{ email, password, code, network }: ProveOther,
): Promise<
	Result<{ cookies: AnswerCookie[] }, 'prove-again' | 'not-signed-in' | 'same-account' | 'wrong-code'>
> {
	demand(ctx, 'people.secure-account');
	const { login: own, session, proved } = await ownAccount(ctx);
	if (!proved) return refused('prove-again');
	await countAgainst(ctx, guessesAtAddress, keyOf(email));
	await countAgainst(ctx, guessesFromNetwork, network);
	const login = await loginOpenedBy(ctx, email, password);
	const other = login === undefined ? undefined : await ownerOfLogin(ctx, login);
	if (login === undefined || !other) return refused('not-signed-in');
	if (login === own) return refused('same-account', 'email');
	await forgetCount(ctx, guessesAtAddress, keyOf(email));
	if (hasFactor(await factorsOf(ctx, login))) {
		await countAgainst(ctx, codesOfLogin, login);
		if (!(await takeCode(ctx, login, code))) return refused('wrong-code', 'code');
	}
	const proof: Other = { session, person: other.person };
	return granted({ cookies: [await sealedCookie(ctx, bareName, proof, errandLife)] });
}

/** The other account of this browser, as long as the proof holds. */
export async function otherAccount(ctx: Context, headers: Headers): Promise<PersonId | undefined> {
	demand(ctx, 'people.secure-account');
	const { session } = await ownAccount(ctx);
	const other = await sealedIn<Other>(ctx, bareName, headers);
	return other?.session === session ? other.person : undefined;
}

export function noOtherAccountCookie(): AnswerCookie {
	return answerCookie(bareName, '', 0);
}

/** Everything of the other account moves to the one I am signed in to; for thirty days it can be undone. */
export async function uniteOwnAccounts(
	ctx: Context,
	{ other }: { readonly other: PersonId | undefined },
): Promise<Result<undefined, 'prove-again' | 'other-over' | 'united-lately'>> {
	demand(ctx, 'people.secure-account');
	const { person: into, proved } = await ownAccount(ctx);
	if (other === undefined) return refused('other-over');
	if (!proved) return refused('prove-again');
	return inTransaction(ctx, async (ctx) => {
		if ((await openMergingsOf(ctx, [other, into])).length > 0) return refused('united-lately');
		const id = newId();
		const merging = { id, from: other, into, askedBy: into, office: null, reason: null, dueAt: ctx.now };
		await insertMerging(ctx, { ...merging, undoHash: hashOfUndoToken(undoTokenOf(id)) });
		await unite(ctx, merging);
		await writeMergingLetters(ctx, merging, 'united');
		return granted();
	});
}

/** Takes two accounts of mine apart again, or says no to an officer's wish to unite them. */
export async function separateOwnAccounts(
	ctx: Context,
	{ merging: id }: { readonly merging: string },
): Promise<Result<undefined, 'prove-again' | 'merging-over'>> {
	demand(ctx, 'people.secure-account');
	const { person, proved } = await ownAccount(ctx);
	return inTransaction(ctx, async (ctx) => {
		const merging = await mergingById(ctx, id);
		if (!merging || (merging.into !== person && merging.from !== person)) throw new NotFound('merging');
		if (!proved) return refused('prove-again');
		return (await separate(ctx, merging, person)) ? granted() : refused('merging-over');
	});
}
