/** SQL of giving and ending offices. */
import type { Context } from '#platform/context';
import { newId } from '#platform/ids';
import type { OfficeId, OfficeKind, OrganisationId, PersonId } from '#shared/actor';

export type NewOffice = {
	readonly person: PersonId;
	readonly organisation: OrganisationId;
	readonly kind: OfficeKind;
	readonly givenBy: PersonId | undefined;
};

/** The office, and whether it was made now. */
export async function insertOffice(
	ctx: Context,
	office: NewOffice,
): Promise<{ id: OfficeId; made: boolean }> {
	const inserted = await ctx.db
		.insertInto('support.office')
		.values({
			id: newId(),
			organisation_id: office.organisation,
			person_id: office.person,
			kind: office.kind,
			given_at: ctx.now,
			given_by: office.givenBy ?? null,
		})
		.onConflict((conflict) =>
			conflict.columns(['organisation_id', 'person_id', 'kind']).where('ended_at', 'is', null).doNothing(),
		)
		.returning('id')
		.executeTakeFirst();
	if (inserted) return { id: inserted.id, made: true };
	const running = await ctx.db
		.selectFrom('support.office')
		.select('id')
		.where('organisation_id', '=', office.organisation)
		.where('person_id', '=', office.person)
		.where('kind', '=', office.kind)
		.where('ended_at', 'is', null)
		.executeTakeFirstOrThrow();
	return { id: running.id, made: false };
}

/** The person whose running office ended now. */
export async function endOfficeRow(ctx: Context, office: OfficeId): Promise<PersonId | undefined> {
	const ended = await ctx.db
		.updateTable('support.office')
		.set({ ended_at: ctx.now })
		.where('id', '=', office)
		.where('ended_at', 'is', null)
		.returning('person_id')
		.executeTakeFirst();
	return ended?.person_id;
}
