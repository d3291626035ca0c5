/** Where the case of a place stands, as far as evidence depends on it. */
import { registeredAmong } from '#domain/schools';
import { chainsFor, type Chain } from '#domain/support';
import type { Context } from '#platform/context';
import type { OrganisationId } from '#shared/actor';
import type { AffiliationId } from '../affiliation.ts';
import { needsOfficer, type EvidenceRule } from './evidence.ts';
import { evidenceRuleOf, teachersAt } from './evidence.sql.ts';

export type OpenCase = {
	readonly organisation: OrganisationId;
	readonly rule: EvidenceRule;
	readonly chain: Chain;
};

/** Undefined unless somebody could decide about the place now. */
export async function openCaseOf(ctx: Context, affiliation: AffiliationId): Promise<OpenCase | undefined> {
	const chain = (await chainsFor(ctx, 'affiliation', [affiliation])).get(affiliation);
	const organisation = chain?.steps[0]?.organisation.id;
	if (chain?.state !== 'running' || organisation === undefined) return undefined;
	return { organisation, rule: await evidenceRuleOf(ctx, organisation), chain };
}

/** Only an officer validates the first teacher of a school that came from no register. */
export async function officerIsNeeded(ctx: Context, school: string): Promise<boolean> {
	const fromRegister = (await registeredAmong(ctx, [school])).has(school);
	return needsOfficer({ fromRegister, teachers: await teachersAt(ctx, school) });
}
