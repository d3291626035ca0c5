/** The offices a person holds, for the door to the desk. */
import type { Context } from '#platform/context';
import type { OfficeId, OfficeKind, PersonId } from '#shared/actor';
import { organisationCards, type Organisation } from './organisations.ts';
import { runningOfficesOf } from './organisations.sql.ts';

export type Office = {
	readonly id: OfficeId;
	readonly kind: OfficeKind;
	readonly organisation: Organisation;
};

/** Running offices of the person, oldest first; the caller acts for that person. */
export async function officesOf(ctx: Context, person: PersonId): Promise<Office[]> {
	const rows = await runningOfficesOf(ctx, person);
	const organisations = await organisationCards(
		ctx,
		rows.map((row) => row.organisation_id),
	);
	return rows.flatMap((row) => {
		const organisation = organisations.get(row.organisation_id);
		return organisation ? [{ id: row.id, kind: row.kind as OfficeKind, organisation }] : [];
	});
}
