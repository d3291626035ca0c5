/** Support organisations: which one a school falls to, and what it is called. */
import { t } from '#messages/support';
import type { Context } from '#platform/context';
import type { OrganisationId } from '#shared/actor';
import { countryName } from '#shared/format';
import type { Locale } from '#shared/locales';
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
	return new Map(rows.map((row) => [row.id, organisationOf(row, ctx.locale)]));
}

export function organisationOf(row: OrganisationRow, locale: Locale): Organisation {
	return { id: row.id, name: nameOf(row, locale), country: row.country ?? undefined, central: row.kind === 'central' };
}

function nameOf(row: OrganisationRow, locale: Locale): string {
	if (row.name !== null) return row.name;
	return row.country === null
		? t('support.organisation.central')
		: t('support.organisation.national', { country: countryName(row.country, locale) });
}
