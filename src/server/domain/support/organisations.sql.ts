/** SQL about support organisations: whom they cover, who holds their offices, how their clocks run. */
import { sql } from 'kysely';
import type { Context } from '#platform/context';
import type { Calendar } from './working-days.ts';
import type { OfficeId, OfficeKind, OrganisationId, PersonId } from '#shared/actor';

/** Kinds of office that decide cases. */
export const decidingOffices: readonly OfficeKind[] = ['validator', 'central'];

export type OrganisationRow = {
	readonly id: OrganisationId;
	readonly kind: string;
	readonly name: string | null;
	readonly country: string | null;
	readonly time_zone: string;
	readonly weekend: number[];
	/** The days on which it is closed, in order: 2027-03-29. */
	readonly holidays: string[];
};

const organisationColumns = [
	'id',
	'kind',
	'name',
	'country',
	'time_zone',
	'weekend',
	sql<string[]>`array(select holiday.day::text from support.holiday as holiday
		where holiday.organisation_id = organisation.id order by holiday.day)`.as('holidays'),
] as const;

/** What the clocks of the organisation run by. */
export function calendarOf({ time_zone, weekend, holidays }: OrganisationRow): Calendar {
	return { timeZone: time_zone, weekend, holidays };
}

export function organisationsById(ctx: Context, ids: readonly OrganisationId[]): Promise<OrganisationRow[]> {
	return ctx.db
		.selectFrom('support.organisation as organisation')
		.select(organisationColumns)
		.where('id', 'in', [...ids])
		.execute();
}

export function allOrganisations(ctx: Context): Promise<OrganisationRow[]> {
	return ctx.db.selectFrom('support.organisation as organisation').select(organisationColumns).execute();
}

export function centralOrganisation(ctx: Context): Promise<OrganisationRow> {
	return ctx.db
		.selectFrom('support.organisation as organisation')
		.select(organisationColumns)
		.where('kind', '=', 'central')
		.executeTakeFirstOrThrow();
}

export type Covered = {
	readonly country: string;
	readonly region?: string | undefined;
	readonly language?: string | undefined;
};

/** The rule with the most conditions that all hold; region weighs more than language. */
export async function mostSpecificCoverage(
	ctx: Context,
	school: Covered,
): Promise<OrganisationId | undefined> {
	const found = await ctx.db
		.selectFrom('support.coverage')
		.select('organisation_id')
		.where('country', '=', school.country)
		.where((eb) => eb.or([eb('region', 'is', null), eb('region', '=', school.region ?? null)]))
		.where((eb) => eb.or([eb('language', 'is', null), eb('language', '=', school.language ?? null)]))
		.orderBy(sql`num_nonnulls(region, language)`, 'desc')
		.orderBy(sql`region is null`)
		.orderBy(sql`language is null`)
		.orderBy('id')
		.limit(1)
		.executeTakeFirst();
	return found?.organisation_id;
}

/** By what the rules of a country tell its schools apart: a school says it, so that the right desk has it. */
export async function coverageAsks(
	ctx: Context,
	country: string,
): Promise<{ readonly languages: readonly string[]; readonly regions: readonly string[] }> {
	const rows = await ctx.db
		.selectFrom('support.coverage')
		.select(['language', 'region'])
		.where('country', '=', country)
		.execute();
	const distinct = (found: readonly (string | null)[]) => [...new Set(found.flatMap((each) => each ?? []))];
	return {
		languages: distinct(rows.map(({ language }) => language)).sort(),
		regions: distinct(rows.map(({ region }) => region)).sort(),
	};
}

/** The countries whose schools this organisation covers, wholly or in part; the central desk covers all. */
export async function countriesCovered(ctx: Context, organisation: OrganisationId): Promise<string[]> {
	const rows = await ctx.db
		.selectFrom('support.coverage as coverage')
		.select('coverage.country')
		.distinct()
		.where((eb) =>
			eb.or([
				eb('coverage.organisation_id', '=', organisation),
				eb.exists(
					eb
						.selectFrom('support.organisation as desk')
						.select('desk.id')
						.where('desk.id', '=', organisation)
						.where('desk.kind', '=', 'central'),
				),
			]),
		)
		.orderBy('coverage.country')
		.execute();
	return rows.map((row) => row.country);
}

/** Who holds or held these offices. */
export async function holdersOf(
	ctx: Context,
	offices: readonly OfficeId[],
): Promise<Map<OfficeId, PersonId>> {
	if (offices.length === 0) return new Map();
	const rows = await ctx.db
		.selectFrom('support.office')
		.select(['id', 'person_id'])
		.where('id', 'in', [...offices])
		.execute();
	return new Map(rows.map((row) => [row.id, row.person_id]));
}

export type OfficeRow = {
	readonly id: string;
	readonly organisation_id: OrganisationId;
	readonly person_id: PersonId;
	readonly kind: string;
	readonly given_at: Date;
};

const officeColumns = ['id', 'organisation_id', 'person_id', 'kind', 'given_at'] as const;

export function runningOfficesOf(ctx: Context, person: PersonId): Promise<OfficeRow[]> {
	return ctx.db
		.selectFrom('support.office')
		.select(officeColumns)
		.where('person_id', '=', person)
		.where('ended_at', 'is', null)
		.orderBy('given_at')
		.execute() as Promise<OfficeRow[]>;
}

/** Persons who decide cases for these organisations. */
export function decidingOfficers(
	ctx: Context,
	organisations: readonly OrganisationId[],
): Promise<{ organisation_id: OrganisationId; person_id: PersonId }[]> {
	return ctx.db
		.selectFrom('support.office')
		.select(['organisation_id', 'person_id'])
		.distinct()
		.where('organisation_id', 'in', [...organisations])
		.where('kind', 'in', [...decidingOffices])
		.where('ended_at', 'is', null)
		.execute();
}

export type ClockRule = { readonly remind: number; readonly escalate: number };

/** How long a case of this kind may lie at the organisation: the newest version of the most specific rule. */
export async function clockRuleFor(
	ctx: Context,
	kind: string,
	organisation: OrganisationId,
): Promise<ClockRule> {
	const rule = await ctx.db
		.selectFrom('support.clock_rule')
		.select(['remind_after_days', 'escalate_after_days'])
		.where('case_kind', 'in', [kind, '*'])
		.where('since', '<=', ctx.now)
		.where((eb) => eb.or([eb('organisation_id', 'is', null), eb('organisation_id', '=', organisation)]))
		.orderBy(sql`case_kind = '*'`)
		.orderBy(sql`organisation_id is null`)
		.orderBy('since', 'desc')
		.orderBy('number', 'desc')
		.limit(1)
		.executeTakeFirstOrThrow();
	return { remind: rule.remind_after_days, escalate: rule.escalate_after_days };
}

/** Which of these persons hold an office, or wait for a decision. */
export async function officersAndApplicantsAmong(
	ctx: Context,
	persons: readonly PersonId[],
): Promise<ReadonlySet<PersonId>> {
	const inOffice = ctx.db
		.selectFrom('support.office')
		.select('person_id as person')
		.where('person_id', 'in', [...persons])
		.where('ended_at', 'is', null);
	const waiting = ctx.db
		.selectFrom('support.approval_case as approval')
		.innerJoin('support.case_round as round', 'round.case_id', 'approval.id')
		.select('approval.applicant_id as person')
		.where('approval.applicant_id', 'in', [...persons])
		.where('round.decided_at', 'is', null);
	const rows = await inOffice.union(waiting).execute();
	return new Set(rows.map(({ person }) => person));
}

/** Where the support organisation of a country is written to, by country. */
export async function organisationMails(ctx: Context): Promise<ReadonlyMap<string, string>> {
	const rows = await ctx.db
		.selectFrom('support.organisation')
		.select(['country', 'mail'])
		.where('country', 'is not', null)
		.where('mail', 'is not', null)
		.execute();
	return new Map(rows.map(({ country, mail }) => [country ?? '', mail ?? '']));
}
