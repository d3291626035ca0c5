/** The account of whoever acts, and how freshly they have shown who they are. */
import type { Context } from '#platform/context';
import { NotFound } from '#platform/errors';
import type { PersonId } from '#shared/actor';
import { demand } from '../abilities.ts';
import { proofLife } from '../sign-in/limits.ts';
import { proofOfSession } from '../sign-in/sessions.sql.ts';

export type OwnAccount = {
	readonly person: PersonId;
	readonly session: string;
	readonly login: string;
	/** Proved within the last minutes; what guards the account is changed only then. */
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
	const proved = proof.at !== null && ctx.now.getTime() - proof.at.getTime() < proofLife * 1000;
	return {
		person: actor.person,
		session: actor.session,
		login: proof.login,
		proved,
		provedTwice: proved && (proof.by === 'code' || proof.by === 'passkey'),
	};
}

/** Whether the last proof is fresh enough to change what guards the account. */
export async function isProved(ctx: Context): Promise<boolean> {
	demand(ctx, 'people.secure-account');
	return (await ownAccount(ctx)).proved;
}
