/** How a person reaches one of their own places. */
import type { Context } from '#platform/context';
import { NotFound } from '#platform/errors';
import { personOf } from '#shared/actor';
import type { Affiliation, AffiliationId } from './affiliation.ts';
import { lockPerson, runningAffiliation } from './affiliations.sql.ts';

/** Somebody else's place, or one that has ended, does not exist here. Locks the person. */
export async function ownAffiliation(ctx: Context, id: AffiliationId): Promise<Affiliation> {
	const person = personOf(ctx.actor);
	if (person !== undefined) await lockPerson(ctx, person);
	const affiliation = await runningAffiliation(ctx, id);
	if (!affiliation || affiliation.person !== person) throw new NotFound('affiliation');
	return affiliation;
}
