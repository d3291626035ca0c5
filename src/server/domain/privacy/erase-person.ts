/** A person is forgotten, in all parts at once or in none. */
import { audit } from '#platform/audit';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { emit } from '#platform/events';
import { parts } from '#platform/part';
import type { PersonId } from '#shared/actor';
import { demand } from './abilities.ts';
import { insertErasure } from './erasures.sql.ts';

/** Why somebody is forgotten: nobody used the account any more, nobody ever confirmed it, they want it, or a backup came back. */
export type ErasureReason = 'idle' | 'pending' | 'own-wish' | 'restored';

/**
 * Every part forgets the person, in the order of the parts: what an earlier one still tells somebody, a later one
 * takes away again. Forgetting twice changes nothing.
 */
export async function erasePerson(ctx: Context, person: PersonId, reason: ErasureReason): Promise<void> {
	demand(ctx, 'privacy.erase', person);
	await inTransaction(ctx, async (inside) => {
		for (const { privacy } of parts()) await privacy.erase?.(inside, person);
		await insertErasure(inside, person);
		await emit(inside, 'person.erased', { person });
		await audit(inside, 'privacy.person-erased', { kind: 'person', id: person }, { reason });
	});
}
