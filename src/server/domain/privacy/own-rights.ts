/** What I may ask for myself: all that is kept of me, and to be forgotten. */
import { isProved } from '#domain/people';
import { officesOf } from '#domain/support';
import { audit } from '#platform/audit';
import { asActor, type Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { NotFound } from '#platform/errors';
import { granted, refused, type Result } from '#platform/result';
import { personOf, system, type PersonId } from '#shared/actor';
import { demand } from './abilities.ts';
import { erasePerson } from './erase-person.ts';
import { exportPerson, type PersonExport } from './export-person.ts';

/** Everything about me and nothing about others; written down. `prove-again`: a fresh proof is asked for. */
export async function exportMyself(ctx: Context): Promise<Result<PersonExport, 'prove-again'>> {
	const person = me(ctx);
	demand(ctx, 'privacy.export', person);
	if (!(await isProved(ctx))) return refused('prove-again');
	return inTransaction(ctx, async (inside) => {
		await audit(inside, 'privacy.exported', { kind: 'person', id: person });
		return granted(await exportPerson(inside, person));
	});
}

/**
 * Forgets me at once, in all parts: what I made together with others stays with them, without my name. `holds-office`:
 * an office is given back first, so that its cases have somebody.
 */
export async function eraseMyself(ctx: Context): Promise<Result<undefined, 'prove-again' | 'holds-office'>> {
	const person = me(ctx);
	demand(ctx, 'privacy.erase-own', person);
	if (!(await isProved(ctx))) return refused('prove-again');
	if ((await officesOf(ctx, person)).length > 0) return refused('holds-office');
	await erasePerson(asActor(ctx, system), person, 'own-wish');
	return granted();
}

function me(ctx: Context): PersonId {
	const person = personOf(ctx.actor);
	if (person === undefined) throw new NotFound('person');
	return person;
}
