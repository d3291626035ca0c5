/** SQL of single schools: entering, adding, confirming, and what their page shows. */
import type { Context } from '#platform/context';
import {
	addedBy,
	entriesOf,
	knownSchools,
	openSchools,
	registeredSchools,
	schoolMeant,
	stateOfSchool,
	visibleSchools,
} from './fragments.sql.ts';
import { indexed, type SchoolCard } from './school.ts';

export type NewSchool = {
	readonly id: string;
	readonly country: string;
	readonly originalName: string;
	readonly name: string;
	readonly town: string;
	readonly region?: string | null;
	readonly address?: string | null;
	readonly postcode?: string | null;
	readonly website?: string | null;
	readonly mailbox?: string | null;
	readonly levels: readonly string[];
	readonly language?: string | null;
	readonly longitude?: number | null;
	readonly latitude?: number | null;
};

export async function insertSchool(ctx: Context, school: NewSchool): Promise<void> {
	const { originalName, levels, ...rest } = school;
	await ctx.db
		.insertInto('schools.school')
		.values({
			...rest,
			original_name: originalName,
			levels: [...levels],
			made_at: ctx.now,
			...indexed(school),
		})
		.execute();
}

export async function insertRegisterKey(
	ctx: Context,
	key: { readonly country: string; readonly scheme: string; readonly code: string; readonly school: string },
): Promise<void> {
	const { country, scheme, code, school: school_id } = key;
	await ctx.db.insertInto('schools.register_key').values({ country, scheme, code, school_id }).execute();
}

export async function insertAddition(ctx: Context, school: string, person: string): Promise<void> {
	await ctx.db
		.insertInto('schools.addition')
		.values({ school_id: school, added_by: person, added_at: ctx.now })
		.execute();
}

/** Rewrites what a teacher said of a school that nobody has confirmed yet. */
export async function updateSchool(
	ctx: Context,
	{ id, originalName, levels, ...rest }: NewSchool,
): Promise<void> {
	await ctx.db
		.updateTable('schools.school')
		.set({ ...rest, original_name: originalName, levels: [...levels], ...indexed(rest) })
		.where('id', '=', id)
		.execute();
}

export async function insertConfirmation(ctx: Context, school: string, approvalCase: string): Promise<void> {
	await ctx.db
		.insertInto('schools.confirmation')
		.values({ school_id: school, case_id: approvalCase, confirmed_at: ctx.now })
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

/** A school of the same name and town that the actor can see. */
export async function sameSchool(
	ctx: Context,
	school: { readonly country: string; readonly name: string; readonly town: string },
	except?: string,
): Promise<string | undefined> {
	let query = ctx.db
		.selectFrom('schools.school as school')
		.select('school.id')
		.where('school.country', '=', school.country)
		.where('school.folded', '=', indexed(school).folded)
		.where((eb) => visibleSchools(ctx.actor, eb.ref('school.id')))
		.limit(1);
	if (except !== undefined) query = query.where('school.id', '<>', except);
	return (await query.executeTakeFirst())?.id;
}

export async function additionsSince(ctx: Context, person: string, since: Date): Promise<number> {
	const found = await ctx.db
		.selectFrom('schools.addition')
		.select((eb) => eb.fn.countAll<number>().as('count'))
		.where('added_by', '=', person)
		.where('added_at', '>', since)
		.executeTakeFirstOrThrow();
	return found.count;
}

export async function cardsOf(ctx: Context, ids: readonly string[]): Promise<SchoolCard[]> {
	return ctx.db
		.selectFrom('schools.school as school')
		.select(['school.id', 'school.name', 'school.town', 'school.country'])
		.where('school.id', 'in', ids)
		.where((eb) => visibleSchools(ctx.actor, eb.ref('school.id')))
		.execute();
}

export async function visibleSchool(ctx: Context, id: string, person: string | undefined) {
	return ctx.db
		.selectFrom('schools.school as school')
		.select(['school.id', 'school.name', 'school.town', 'school.country', 'school.region', 'school.address'])
		.select(['school.postcode', 'school.website', 'school.levels', 'school.language'])
		.select(['school.original_name', 'school.longitude', 'school.latitude', 'school.kind'])
		.select((eb) => [
			stateOfSchool(eb.ref('school.id')).as('state'),
			knownSchools(eb.ref('school.id')).$castTo<boolean>().as('known'),
			(person === undefined ? eb.lit(false) : addedBy(person, eb.ref('school.id')))
				.$castTo<boolean>()
				.as('added'),
		])
		.where('school.id', '=', schoolMeant(id))
		.where((eb) => visibleSchools(ctx.actor, eb.ref('school.id')))
		.executeTakeFirst();
}

/** What the desk shows of schools whose cases it holds; the engine has checked who looks. */
export async function schoolsOfCases(ctx: Context, ids: readonly string[]) {
	if (ids.length === 0) return [];
	return ctx.db
		.selectFrom('schools.school')
		.select(['id', 'name', 'town', 'country', 'address', 'postcode', 'website', 'levels'])
		.where('id', 'in', ids)
		.execute();
}

/** Those among these schools that every teacher may see and that have not closed. */
export async function findableSchoolRows(ctx: Context, schools: readonly string[]) {
	if (schools.length === 0) return [];
	return ctx.db
		.selectFrom('schools.school as school')
		.select(['school.id', 'school.name', 'school.town', 'school.region', 'school.country'])
		.select(['school.levels', 'school.language', 'school.made_at'])
		.where('school.id', 'in', [...schools])
		.where((eb) => knownSchools(eb.ref('school.id')))
		.where((eb) => openSchools(eb.ref('school.id')))
		.execute();
}

/** Those among these schools that a register holds. */
export async function registeredAmong(ctx: Context, ids: readonly string[]): Promise<ReadonlySet<string>> {
	if (ids.length === 0) return new Set();
	const rows = await ctx.db
		.selectFrom('schools.school as school')
		.select('school.id')
		.where('school.id', 'in', [...ids])
		.where((eb) => registeredSchools(eb.ref('school.id')))
		.execute();
	return new Set(rows.map(({ id }) => id));
}

/** Where a register says that this school, or a second entry of it, is written to. */
export async function listedMailbox(ctx: Context, school: string): Promise<string | undefined> {
	const row = await ctx.db
		.selectFrom('schools.school as school')
		.select('school.mailbox')
		.where((eb) => eb.or([eb('school.id', '=', school), eb('school.id', 'in', entriesOf(school))]))
		.where('school.mailbox', 'is not', null)
		.where((eb) => registeredSchools(eb.ref('school.id')))
		.orderBy((eb) => eb('school.id', '=', school), 'desc')
		.limit(1)
		.executeTakeFirst();
	return row?.mailbox ?? undefined;
}

/** The next schools after an id, whoever may see them. */
export async function schoolPage(ctx: Context, after: string | undefined, most: number): Promise<string[]> {
	let query = ctx.db.selectFrom('schools.school').select('id').orderBy('id').limit(most);
	if (after !== undefined) query = query.where('id', '>', after);
	return (await query.execute()).map(({ id }) => id);
}
