/** One session acts in one capacity: a person with an office enters its desk, and leaves it by one click. */
import { officesOf, type Office } from '#domain/support';
import { audit } from '#platform/audit';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { NotFound } from '#platform/errors';
import { countAgainst, forgetCount } from '#platform/limits';
import { granted, refused, type Result } from '#platform/result';
import { personOf, type OfficeId } from '#shared/actor';
import { demand } from '../abilities.ts';
import { keyOf } from '../sign-in/letters.ts';
import { guessesAtAddress } from '../sign-in/limits.ts';
import { addressOfPerson, passwordHashOf } from '../sign-in/logins.sql.ts';
import { isPassword } from '../sign-in/passwords.ts';
import { enterCapacity, leaveCapacity } from './capacities.sql.ts';

export type EnterDesk = { readonly office: OfficeId; readonly password: string };

/** The offices whose desk I may enter. */
export async function ownOffices(ctx: Context): Promise<Office[]> {
	demand(ctx, 'people.see-own');
	const person = personOf(ctx.actor);
	return person === undefined ? [] : officesOf(ctx, person);
}

/**
 * Sits down at the desk of one of my offices, with my password once more; the session stays at it for 30
 * idle minutes and twelve hours at most. Throws TooOften when the password was guessed at too often.
 */
export async function enterDesk(
	ctx: Context,
	{ office, password }: EnterDesk,
): Promise<Result<undefined, 'wrong-password-here'>> {
	const { actor } = ctx;
	const offices = await ownOffices(ctx);
	if (!('person' in actor) || !offices.some((held) => held.id === office)) throw new NotFound('office');
	demand(ctx, 'people.enter-desk');
	const email = (await addressOfPerson(ctx, actor.person)) ?? '';
	await countAgainst(ctx, guessesAtAddress, keyOf(email));
	const hash = await passwordHashOf(ctx, email);
	if (hash === undefined || !(await isPassword(password, hash)))
		return refused('wrong-password-here', 'password');
	await forgetCount(ctx, guessesAtAddress, keyOf(email));
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
