/** The account of whoever acts, and how freshly they have shown who they are. */
import type { Context } from '#platform/context';
import { NotFound } from '#platform/errors';
import type { PersonId } from '#shared/actor';
import { demand } from '../abilities.ts';
import { factorsOf, type Factors } from '../sign-in/factors.sql.ts';
import { proofLife } from '../sign-in/limits.ts';
import { proofOfSession } from '../sign-in/sessions.sql.ts';

export type OwnAccount = {
	readonly person: PersonId;
	readonly session: string;
	readonly login: string;
	readonly factors: Factors;
	/** Proved within the last minutes, by two factors where there are two; what guards the account is changed only then. */
	readonly proved: boolean;
	/** Proved by two factors within the last minutes. */
	readonly provedTwice: boolean;
};

/** The account of whoever acts; every use case about it demands `people.secure-account` first. */
export async function ownAccount(ctx: Context): Promise<OwnAccount> {
	const { actor } = ctx;
	if (!('person' in actor) || !('session' in actor)) throw new NotFound('account');
	const proof = await proofOfSession(ctx, actor.session);
	if (!proof) throw new NotFound('account');
	const fresh = proof.at !== null && ctx.now.getTime() - proof.at.getTime() < proofLife * 1000;
	const provedTwice = fresh && (proof.by === 'code' || proof.by === 'passkey');
	const factors = await factorsOf(ctx, proof.login);
	return {
		person: actor.person,
		session: actor.session,
		login: proof.login,
		factors,
		proved: hasFactor(factors) ? provedTwice : fresh,
		provedTwice,
	};
}

/** Whether anything stands behind the password. */
export function hasFactor({ app, passkeys }: Factors): boolean {
	return app || passkeys > 0;
}

/** What stands behind my password. */
export async function ownFactors(ctx: Context): Promise<Factors> {
	return (await ownAccount(ctx)).factors;
}

/** Whether the last proof is fresh enough to change what guards the account. */
export async function isProved(ctx: Context): Promise<boolean> {
	demand(ctx, 'people.secure-account');
	return (await ownAccount(ctx)).proved;
}
