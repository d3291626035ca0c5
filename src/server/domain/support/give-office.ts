/** Offices: who decides, moderates or edits for a support organisation, from when to when. */
import type { Context } from '#platform/context';
import { audit } from '#platform/audit';
import { inTransaction } from '#platform/database';
import { Forbidden, NotFound } from '#platform/errors';
import { personOf, type OfficeId, type OfficeKind, type OrganisationId, type PersonId } from '#shared/actor';
import { demand } from './abilities.ts';
import { endOfficeRow, insertOffice } from './offices.sql.ts';

export type GiveOffice = {
	readonly person: PersonId;
	readonly organisation: OrganisationId;
	readonly kind: OfficeKind;
};

/**
 * Gives the office; one that runs already is answered as it is. Central officers and the command line only, and nobody
 * gives one to themself.
 */
export async function giveOffice(ctx: Context, input: GiveOffice): Promise<OfficeId> {
	demand(ctx, 'support.give-office');
	demandAnother(ctx, input.person);
	return inTransaction(ctx, async (inside) => {
		const { id, made } = await insertOffice(inside, { ...input, givenBy: personOf(ctx.actor) });
		if (made)
			await audit(
				inside,
				'support.office-given',
				{ kind: 'person', id: input.person },
				{ office: id, kind: input.kind, organisation: input.organisation },
			);
		return id;
	});
}

/**
 * Ends the office from this moment, and answers who held it; sessions in it end with the next request. Nobody ends their
 * own, so the last central officer stays.
 */
export async function endOffice(ctx: Context, office: OfficeId): Promise<PersonId> {
	demand(ctx, 'support.give-office');
	return inTransaction(ctx, async (inside) => {
		const person = await endOfficeRow(inside, office);
		if (person === undefined) throw new NotFound('office');
		demandAnother(ctx, person);
		await audit(inside, 'support.office-ended', { kind: 'person', id: person }, { office });
		return person;
	});
}

function demandAnother(ctx: Context, person: PersonId): void {
	if (personOf(ctx.actor) === person) throw new Forbidden('support.give-office');
}
