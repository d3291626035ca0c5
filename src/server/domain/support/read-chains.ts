/** The chains an applicant sees, asked for many things at once. */
import type { Context } from '#platform/context';
import type { OrganisationId } from '#shared/actor';
import { casesById, casesOf, type CaseRow } from './cases.sql.ts';
import { chainOf, type Chain, type ChainDesk, type ChainFacts } from './chain.ts';
import { organisationsOf } from './organisations.ts';
import { allOrganisations } from './organisations.sql.ts';
import { questionsOfCases } from './questions.sql.ts';
import { lastRounds } from './rounds.sql.ts';
import { stepsOfCases } from './steps.sql.ts';

/** The chains of things of one kind, by thing; the caller has reached the things and shows chains to their parties only. */
export async function chainsFor(
	ctx: Context,
	kind: string,
	subjects: readonly string[],
): Promise<Map<string, Chain>> {
	if (subjects.length === 0) return new Map();
	const cases = await casesOf(ctx, kind, subjects);
	const chains = await chainsOf(ctx, cases);
	return new Map(chains.map((chain) => [chain.subject, chain]));
}

async function chainsOf(ctx: Context, cases: readonly CaseRow[]): Promise<Chain[]> {
	if (cases.length === 0) return [];
	const awaitedIds = cases.flatMap((each) => each.waits_for ?? []);
	const ids = cases.map((each) => each.id);
	const rounds = await lastRounds(ctx, [...ids, ...awaitedIds]);
	const facts: ChainFacts = {
		rounds,
		steps: await stepsOfCases(ctx, [...ids, ...awaitedIds]),
		questions: await questionsOfCases(ctx, [...ids, ...awaitedIds]),
		awaited: awaitedIds.length > 0 ? await casesById(ctx, awaitedIds) : [],
		organisations: await desks(ctx),
	};
	return cases.flatMap((each) => chainOf(ctx, each, facts) ?? []);
}

async function desks(ctx: Context): Promise<Map<OrganisationId, ChainDesk>> {
	const rows = await allOrganisations(ctx);
	const zones = new Map(rows.map((row) => [row.id, row.time_zone]));
	const organisations = await organisationsOf(ctx, rows);
	return new Map(
		[...organisations].map(([id, organisation]) => [id, { ...organisation, zone: zones.get(id) ?? 'UTC' }]),
	);
}
