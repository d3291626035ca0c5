/** SQL of the central desk: organisations, whom they cover, who holds their offices. */
import { sql } from 'kysely';
import type { Context } from '#platform/context';
import { newId } from '#platform/ids';
import type { OfficeKind, OrganisationId, PersonId } from '#shared/actor';

export type OrganisationDetails = {
	readonly name: string | null;
	readonly country: string;
	readonly mail: string | null;
	readonly locale: string;
	readonly timeZone: string;
	readonly weekend: readonly number[];
};

/** How much each organisation covers and how many hold an office there. */
export async function countsOfOrganisations(ctx: Context) {
	return ctx.db
		.selectFrom('support.organisation as organisation')
		.select(['organisation.id'])
		.select([
			sql<number>`(select count(*)::integer from support.coverage as coverage
				where coverage.organisation_id = organisation.id)`.as('coverage'),
			sql<number>`(select count(distinct office.person_id)::integer from support.office as office
				where office.organisation_id = organisation.id and office.ended_at is null
				and office.kind in ('validator', 'central'))`.as('officers'),
		])
		.execute();
}

export function organisationRow(ctx: Context, id: OrganisationId) {
	return ctx.db
		.selectFrom('support.organisation')
		.select(['id', 'kind', 'name', 'country', 'mail', 'locale', 'time_zone as timeZone', 'weekend'])
		.where('id', '=', id)
		.executeTakeFirst();
}

export async function insertOrganisation(ctx: Context, made: OrganisationDetails): Promise<OrganisationId> {
	const id = newId();
	await ctx.db
		.insertInto('support.organisation')
		.values({ id, kind: 'national', ...rowOf(made) })
		.execute();
	return id;
}

export async function updateOrganisation(
	ctx: Context,
	id: OrganisationId,
	details: Omit<OrganisationDetails, 'country'>,
): Promise<void> {
	const { name, mail, locale, timeZone, weekend } = details;
	await ctx.db
		.updateTable('support.organisation')
		.set({ name, mail, locale, time_zone: timeZone, weekend: [...weekend] })
		.where('id', '=', id)
		.execute();
}

function rowOf({ name, country, mail, locale, timeZone, weekend }: OrganisationDetails) {
	return { name, country, mail, locale, time_zone: timeZone, weekend: [...weekend] };
}

export type CoverageRow = {
	readonly id: string;
	readonly country: string;
	readonly region: string | null;
	readonly language: string | null;
};

export function coverageOf(ctx: Context, organisation: OrganisationId): Promise<CoverageRow[]> {
	return ctx.db
		.selectFrom('support.coverage')
		.select(['id', 'country', 'region', 'language'])
		.where('organisation_id', '=', organisation)
		.orderBy('country')
		.orderBy('region')
		.orderBy('language')
		.execute();
}

/** False when some organisation has a rule with the same conditions. */
export async function insertCoverage(
	ctx: Context,
	organisation: OrganisationId,
	rule: Omit<CoverageRow, 'id'>,
): Promise<boolean> {
	const inserted = await ctx.db
		.insertInto('support.coverage')
		.values({ id: newId(), organisation_id: organisation, ...rule })
		.onConflict((conflict) => conflict.doNothing())
		.returning('id')
		.executeTakeFirst();
	return inserted !== undefined;
}

export async function deleteCoverage(ctx: Context, id: string): Promise<OrganisationId | undefined> {
	const deleted = await ctx.db
		.deleteFrom('support.coverage')
		.where('id', '=', id)
		.returning('organisation_id')
		.executeTakeFirst();
	return deleted?.organisation_id;
}

/** Running offices of the organisation and those that ended lately, the running first. */
export async function officesAtOrganisation(ctx: Context, organisation: OrganisationId, since: Date) {
	const rows = await ctx.db
		.selectFrom('support.office')
		.select(['id', 'person_id as person', 'kind', 'given_at as givenAt', 'given_by as givenBy'])
		.select('ended_at as endedAt')
		.where('organisation_id', '=', organisation)
		.where((eb) => eb.or([eb('ended_at', 'is', null), eb('ended_at', '>', since)]))
		.orderBy('ended_at', (order) => order.desc().nullsFirst())
		.orderBy('given_at')
		.execute();
	return rows as readonly OfficeAt[];
}

export type OfficeAt = {
	readonly id: string;
	readonly person: PersonId;
	readonly kind: OfficeKind;
	readonly givenAt: Date;
	readonly givenBy: PersonId | null;
	readonly endedAt: Date | null;
};
