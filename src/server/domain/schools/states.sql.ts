/** SQL of the states of schools: what holds now, and how it came to that. */
import type { Context } from '#platform/context';
import { entriesOf, standsForAnother } from './fragments.sql.ts';
import type { SchoolState } from './school.ts';

/** Writes down that a school is in a state from now on. */
export async function noteState(
	ctx: Context,
	fact: {
		readonly school: string;
		readonly state: SchoolState;
		readonly since: string | null;
		readonly office: string | null;
	},
): Promise<void> {
	await ctx.db
		.insertInto('schools.state_change')
		.values({
			school_id: fact.school,
			state: fact.state,
			since: fact.since,
			noted_at: ctx.now,
			office_id: fact.office,
		})
		.execute();
}

export async function noteMerger(
	ctx: Context,
	merger: { readonly school: string; readonly into: string; readonly office: string },
): Promise<void> {
	const { school, into, office } = merger;
	await ctx.db
		.insertInto('schools.merger')
		.values({ school_id: school, into_id: into, merged_at: ctx.now, office_id: office })
		.onConflict((conflict) =>
			conflict.column('school_id').doUpdateSet({ into_id: into, merged_at: ctx.now, office_id: office }),
		)
		.execute();
}

export type StateFact = {
	readonly state: string;
	readonly noted_at: Date;
	readonly since: string | null;
	readonly import_id: string | null;
	readonly office_id: string | null;
};

/** The states of a school, the newest first. */
export async function stateFacts(ctx: Context, school: string): Promise<StateFact[]> {
	return ctx.db
		.selectFrom('schools.state_change')
		.select(['state', 'noted_at', 'since', 'import_id', 'office_id'])
		.where('school_id', '=', school)
		.orderBy('noted_at', 'desc')
		.execute();
}

/** The school that this one became part of. */
export async function mergedInto(ctx: Context, school: string): Promise<string | undefined> {
	const row = await ctx.db
		.selectFrom('schools.merger')
		.select('into_id')
		.where('school_id', '=', school)
		.executeTakeFirst();
	return row?.into_id;
}

const mostSites = 50;

/** The closed schools that became part of this one. */
export async function mergedFrom(ctx: Context, school: string): Promise<string[]> {
	const rows = await ctx.db
		.selectFrom('schools.merger')
		.select('school_id')
		.where('into_id', '=', school)
		.orderBy('merged_at', 'desc')
		.limit(mostSites)
		.execute();
	return rows.map((row) => row.school_id);
}

/** The school this one is a site of, and the sites it has, as its register counts them. */
export async function familyOf(
	ctx: Context,
	school: string,
): Promise<{ readonly parent: string | undefined; readonly sites: string[] }> {
	const keys = ctx.db
		.selectFrom('schools.register_key as own')
		.innerJoin('schools.register_key as other', (join) =>
			join.onRef('other.country', '=', 'own.country').onRef('other.scheme', '=', 'own.scheme'),
		)
		.where((eb) => eb.or([eb('own.school_id', '=', school), eb('own.school_id', 'in', entriesOf(school))]))
		.where((eb) => eb.not(standsForAnother(eb.ref('other.school_id'))))
		.where('other.school_id', '<>', school)
		.where('other.withdrawn_at', 'is', null)
		.whereRef('other.school_id', '<>', 'own.school_id')
		.select('other.school_id');
	const parent = await keys
		.where('other.branch', '=', '')
		.where((eb) =>
			eb.or([
				eb('other.code', '=', eb.ref('own.parent_code')),
				eb.and([eb('own.branch', '<>', ''), eb('other.code', '=', eb.ref('own.code'))]),
			]),
		)
		.executeTakeFirst();
	const sites = await keys
		// the sites of a school share its code, and have none of their own
		.where('own.branch', '=', '')
		.where((eb) =>
			eb.or([
				eb('other.parent_code', '=', eb.ref('own.code')),
				eb.and([eb('other.branch', '<>', ''), eb('other.code', '=', eb.ref('own.code'))]),
			]),
		)
		.distinct()
		.limit(mostSites)
		.execute();
	return { parent: parent?.school_id, sites: sites.map((row) => row.school_id) };
}
