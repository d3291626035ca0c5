/** One session acts in one capacity: a person with an office enters its desk, and leaves it by one click. */
import { officesOf, type Office } from '#domain/support';
import { audit } from '#platform/audit';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { NotFound } from '#platform/errors';
import { granted, refused, type Result } from '#platform/result';
import { personOf, type OfficeId } from '#shared/actor';
import { demand } from '../abilities.ts';
import { hasFactor, ownAccount } from '../security/own-account.ts';
import { proveMyself } from '../security/prove.ts';
import { enterCapacity, leaveCapacity } from './capacities.sql.ts';

export type EnterDesk = {
	readonly office: OfficeId;
	/** Asked for when the last proof was long ago, or by one factor only. */
	readonly password: string;
	readonly code: string;
};

/** The offices whose desk I may enter. */
export async function ownOffices(ctx: Context): Promise<Office[]> {
	demand(ctx, 'people.see-own');
	const person = personOf(ctx.actor);
	return person === undefined ? [] : officesOf(ctx, person);
}

/** What it takes to sit down just now: nothing more, the password and a code, or a second factor to begin with. */
export async function deskAsks(ctx: Context): Promise<'nothing' | 'proof' | 'factor'> {
	const { factors, provedTwice } = await ownAccount(ctx);
	if (!hasFactor(factors)) return 'factor';
	return provedTwice ? 'nothing' : 'proof';
}

/**
 * Sits down at the desk of one of my offices, by two factors; the session stays at it for 30 idle minutes and
 * twelve hours at most. Without a second factor nobody enters a desk. Throws TooOften when password or code was
 * guessed at too often. Whoever sits there already, as after a double click, stays; Forbidden from another desk.
 */
export async function enterDesk(
	ctx: Context,
	{ office, password, code }: EnterDesk,
): Promise<Result<undefined, 'no-factor' | 'wrong-password-here' | 'wrong-code'>> {
	const { actor } = ctx;
	if (actor.kind === 'officer' && actor.office === office) return granted();
	const offices = await ownOffices(ctx);
	if (!('person' in actor) || !offices.some((held) => held.id === office)) throw new NotFound('office');
	demand(ctx, 'people.enter-desk');
	const asks = await deskAsks(ctx);
	if (asks === 'factor') return refused('no-factor');
	const proof = asks === 'proof' ? await proveMyself(ctx, { password, code }) : granted();
	if (!proof.ok) return proof;
	return inTransaction(ctx, async (ctx) => {
		await enterCapacity(ctx, actor.session, office);
		await audit(ctx, 'people.desk-entered', { kind: 'office', id: office });
		return granted();
	});
}

/** Gets up from the desk; the session goes on as the person's own. */
export async function leaveDesk(ctx: Context): Promise<void> {
	demand(ctx, 'people.leave-desk');
	const { actor } = ctx;
	if (actor.kind !== 'officer') return;
	await inTransaction(ctx, async (ctx) => {
		const left = await leaveCapacity(ctx, actor.session);
		if (left) await audit(ctx, 'people.desk-left', { kind: 'office', id: actor.office });
	});
}
