/** Support organisations: which one a school falls to, and what it is called. */
import { t } from '#messages/support';
import type { Context } from '#platform/context';
import type { OrganisationId } from '#shared/actor';
import { countryLabels, type CountryLabel } from '#domain/places';
import {
	centralOrganisation,
	mostSpecificCoverage,
	organisationsById,
	type Covered,
	type OrganisationRow,
} from './organisations.sql.ts';

export type Organisation = {
	readonly id: OrganisationId;
	readonly name: string;
	readonly country: string | undefined;
	readonly central: boolean;
};

/** The organisation whose coverage holds a school; the central desk when no rule matches. */
export async function organisationFor(ctx: Context, school: Covered): Promise<OrganisationId> {
	return (await mostSpecificCoverage(ctx, school)) ?? (await centralOrganisation(ctx)).id;
}

/** Organisations by id, named in the reader's language. */
export async function organisationCards(
	ctx: Context,
	ids: readonly OrganisationId[],
): Promise<Map<OrganisationId, Organisation>> {
	if (ids.length === 0) return new Map();
	const rows = await organisationsById(ctx, [...new Set(ids)]);
	return organisationsOf(ctx, rows);
}

/** Rows as readers see them: a name of its own stays, the neutral one comes in the reader's language. */
export async function organisationsOf(
	ctx: Context,
	rows: readonly OrganisationRow[],
): Promise<Map<OrganisationId, Organisation>> {
	const label = await countryLabels(ctx);
	return new Map(rows.map((row) => [row.id, organisationOf(row, label)]));
}

function organisationOf(row: OrganisationRow, label: (code: string) => CountryLabel): Organisation {
	return {
		id: row.id,
		name: nameOf(row, label),
		country: row.country ?? undefined,
		central: row.kind === 'central',
	};
}

function nameOf(row: OrganisationRow, label: (code: string) => CountryLabel): string {
	if (row.name !== null) return row.name;
	return row.country === null
		? t('support.organisation.central')
		: t('support.organisation.national', { country: label(row.country).name });
}
