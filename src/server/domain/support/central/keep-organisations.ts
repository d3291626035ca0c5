/** Support organisations and whom they cover, kept by the central desk. */
import { audit } from '#platform/audit';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { NotFound } from '#platform/errors';
import { isId } from '#platform/ids';
import { granted, refused, type Result } from '#platform/result';
import type { OrganisationId } from '#shared/actor';
import { countryLabels } from '#domain/places';
import { inAlphabet } from '#shared/format';
import { demand } from '../abilities.ts';
import { organisationFor, organisationsOf, organisationCards, type Organisation } from '../organisations.ts';
import { allOrganisations } from '../organisations.sql.ts';
import {
	countsOfOrganisations,
	coverageOf,
	deleteCoverage,
	insertCoverage,
	insertOrganisation,
	officesAtOrganisation,
	organisationRow,
	updateOrganisation,
	type CoverageRow,
	type OfficeAt,
	type OrganisationDetails,
} from './central.sql.ts';

export type ListedOrganisation = {
	readonly organisation: Organisation;
	/** Rules by which schools fall to it. */
	readonly coverage: number;
	/** Persons who decide there; nought: its cases go up to the central desk. */
	readonly officers: number;
};

/** All organisations by name, the central desk among them. */
export async function allOrganisationsFor(ctx: Context): Promise<ListedOrganisation[]> {
	demand(ctx, 'support.keep-organisations');
	const cards = await organisationsOf(ctx, await allOrganisations(ctx));
	const compare = inAlphabet(ctx.locale);
	return (await countsOfOrganisations(ctx))
		.flatMap(({ id, coverage, officers }) => {
			const organisation = cards.get(id);
			return organisation ? [{ organisation, coverage, officers }] : [];
		})
		.sort((one, other) => compare(one.organisation.name, other.organisation.name));
}

export type OrganisationForCentral = {
	readonly organisation: Organisation;
	readonly details: Omit<OrganisationDetails, 'country'>;
	readonly coverage: readonly (CoverageRow & { readonly countryName: string })[];
	/** Running, and ended in the last year. */
	readonly offices: readonly OfficeAt[];
};

const year = 365 * 24 * 3600 * 1000;

/** One organisation with everything that is kept of it; NotFound for another. */
export async function organisationForCentral(
	ctx: Context,
	id: OrganisationId,
): Promise<OrganisationForCentral> {
	demand(ctx, 'support.keep-organisations');
	const row = isId(id) ? await organisationRow(ctx, id) : undefined;
	const organisation = row && (await organisationCards(ctx, [id])).get(id);
	if (!organisation) throw new NotFound('organisation');
	const label = await countryLabels(ctx);
	const { name, mail, locale, timeZone, weekend } = row;
	return {
		organisation,
		details: { name, mail, locale, timeZone, weekend },
		coverage: (await coverageOf(ctx, id)).map((rule) => ({
			...rule,
			countryName: label(rule.country).name,
		})),
		offices: await officesAtOrganisation(ctx, id, new Date(ctx.now.getTime() - year)),
	};
}

/** Another organisation for a country: it covers nothing until a rule says so. */
export async function addOrganisation(ctx: Context, input: OrganisationDetails): Promise<OrganisationId> {
	demand(ctx, 'support.keep-organisations');
	return inTransaction(ctx, async (inside) => {
		const id = await insertOrganisation(inside, input);
		await audit(inside, 'support.organisation-added', { kind: 'organisation', id }, { ...input });
		return id;
	});
}

/** Its own name, its address, and what its clocks run by. Clocks that run keep their dates. */
export async function changeOrganisation(
	ctx: Context,
	id: OrganisationId,
	details: Omit<OrganisationDetails, 'country'>,
): Promise<void> {
	const { details: before } = await organisationForCentral(ctx, id);
	demand(ctx, 'support.keep-organisations');
	await inTransaction(ctx, async (inside) => {
		await updateOrganisation(inside, id, details);
		await audit(
			inside,
			'support.organisation-changed',
			{ kind: 'organisation', id },
			{ before, after: details },
		);
	});
}

/** Schools with these conditions fall to the organisation from now on; cases that lie elsewhere stay there. */
export async function addCoverage(
	ctx: Context,
	organisation: OrganisationId,
	rule: Omit<CoverageRow, 'id'>,
): Promise<Result<undefined, 'coverage-exists'>> {
	await organisationForCentral(ctx, organisation);
	demand(ctx, 'support.keep-organisations');
	return inTransaction(ctx, async (inside) => {
		if (!(await insertCoverage(inside, organisation, rule))) return refused('coverage-exists', 'country');
		await audit(inside, 'support.coverage-added', { kind: 'organisation', id: organisation }, { ...rule });
		return granted();
	});
}

/** The rule holds no more; what no other rule covers falls to the central desk. */
export async function removeCoverage(ctx: Context, id: string): Promise<void> {
	demand(ctx, 'support.keep-organisations');
	await inTransaction(ctx, async (inside) => {
		const organisation = await deleteCoverage(inside, id);
		if (organisation === undefined) throw new NotFound('coverage');
		await audit(
			inside,
			'support.coverage-removed',
			{ kind: 'organisation', id: organisation },
			{ coverage: id },
		);
	});
}

/** To try the rules: the organisation that a school with these conditions falls to. */
export async function organisationCovering(
	ctx: Context,
	school: { readonly country: string; readonly region: string; readonly language: string },
): Promise<Organisation | undefined> {
	demand(ctx, 'support.keep-organisations');
	const id = await organisationFor(ctx, {
		country: school.country,
		region: school.region || undefined,
		language: school.language || undefined,
	});
	return (await organisationCards(ctx, [id])).get(id);
}
