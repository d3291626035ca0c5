/** All SQL of affiliations. */
import { expressionBuilder, type Expression, type SqlBool } from 'kysely';
import type { Context } from '#platform/context';
import type { DB } from '#platform/schema';
import type { PersonId } from '#shared/actor';
import type { SchoolRole } from '#shared/vocabulary';
import type { Affiliation, AffiliationId, EndedAffiliation, EndingReason } from './affiliation.ts';

const eb = expressionBuilder<DB, never>();

/** True for persons whom others may find: validated at a school, still there, and not suspended. */
export function isFindable(person: Expression<string>): Expression<SqlBool> {
	return eb.exists(
		eb
			.selectFrom('people.affiliation as affiliation')
			.innerJoin('people.affiliation_validation as validation', 'validation.affiliation_id', 'affiliation.id')
			.innerJoin('people.person as findable', 'findable.id', 'affiliation.person_id')
			.leftJoin('people.affiliation_ending as ending', 'ending.affiliation_id', 'affiliation.id')
			.where('affiliation.person_id', '=', person)
			.where('ending.affiliation_id', 'is', null)
			.where('findable.suspended_until', 'is', null)
			.select('affiliation.id'),
	);
}

/** The school under which a person appears; null before there is one. */
export function defaultSchoolOf(person: Expression<string>): Expression<string> {
	return eb.parens(defaultPlaceOf(person).select('place.school_id').$asScalar());
}

/** The role the person has there. */
export function defaultRoleOf(person: Expression<string>) {
	return eb.parens(defaultPlaceOf(person).select('place.role').$asScalar());
}

function defaultPlaceOf(person: Expression<string>) {
	return eb
		.selectFrom('people.affiliation as place')
		.leftJoin('people.affiliation_ending as left', 'left.affiliation_id', 'place.id')
		.where('place.person_id', '=', person)
		.where('left.affiliation_id', 'is', null)
		.orderBy('place.is_default', 'desc')
		.orderBy('place.stated_at')
		.limit(1);
}

/** When a teacher was last validated at each of these schools, of those who are still there. */
export async function newestTeacherAt(ctx: Context, schools: readonly string[]): Promise<Map<string, Date>> {
	if (schools.length === 0) return new Map();
	const rows = await ctx.db
		.selectFrom('people.affiliation as affiliation')
		.innerJoin('people.affiliation_validation as validation', 'validation.affiliation_id', 'affiliation.id')
		.leftJoin('people.affiliation_ending as ending', 'ending.affiliation_id', 'affiliation.id')
		.select(({ fn }) => ['affiliation.school_id as school', fn.max('validation.validated_at').as('at')])
		.where('affiliation.school_id', 'in', [...schools])
		.where('ending.affiliation_id', 'is', null)
		.groupBy('affiliation.school_id')
		.execute();
	return new Map(rows.map(({ school, at }) => [school, at]));
}

/** Which of these schools somebody stated as their place, ended or not: their history names them. */
export async function schoolsInUse(ctx: Context, schools: readonly string[]): Promise<ReadonlySet<string>> {
	if (schools.length === 0) return new Set();
	const rows = await ctx.db
		.selectFrom('people.affiliation')
		.select('school_id')
		.distinct()
		.where('school_id', 'in', [...schools])
		.execute();
	return new Set(rows.map((row) => row.school_id));
}

/** Places that have not ended, the default first. */
export async function runningAffiliations(
	ctx: Context,
	persons: readonly PersonId[],
): Promise<Affiliation[]> {
	if (persons.length === 0) return [];
	const rows = await running(ctx)
		.where('affiliation.person_id', 'in', [...persons])
		.orderBy('affiliation.is_default', 'desc')
		.orderBy('affiliation.stated_at')
		.execute();
	return rows.map(affiliationOf);
}

export async function runningAffiliation(ctx: Context, id: AffiliationId): Promise<Affiliation | undefined> {
	const row = await running(ctx).where('affiliation.id', '=', id).executeTakeFirst();
	return row && affiliationOf(row);
}

/** Also those that have ended: a case is described for ever. */
export async function affiliationsById(
	ctx: Context,
	ids: readonly AffiliationId[],
): Promise<{ id: string; person: string; school: string; role: SchoolRole }[]> {
	if (ids.length === 0) return [];
	const rows = await ctx.db
		.selectFrom('people.affiliation')
		.select(['id', 'person_id as person', 'school_id as school', 'role'])
		.where('id', 'in', [...ids])
		.execute();
	return rows as { id: string; person: string; school: string; role: SchoolRole }[];
}

type NewAffiliation = {
	readonly id: AffiliationId;
	readonly person: PersonId;
	readonly school: string;
	readonly role: SchoolRole;
	readonly isDefault: boolean;
};

export async function insertAffiliation(
	ctx: Context,
	{ id, person, school, role, isDefault }: NewAffiliation,
): Promise<void> {
	await ctx.db
		.insertInto('people.affiliation')
		.values({ id, person_id: person, school_id: school, role, stated_at: ctx.now, is_default: isDefault })
		.execute();
}

export async function changeRole(ctx: Context, id: AffiliationId, role: SchoolRole): Promise<void> {
	await ctx.db.updateTable('people.affiliation').set({ role }).where('id', '=', id).execute();
}

/** Written once, however often the same decision is told. */
export async function insertValidation(ctx: Context, id: AffiliationId, caseId: string): Promise<void> {
	await ctx.db
		.insertInto('people.affiliation_validation')
		.values({ affiliation_id: id, case_id: caseId, validated_at: ctx.now })
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

/** Ends a place; where it was the default, the oldest of the others takes its part. */
export async function insertEnding(
	ctx: Context,
	{ id, person }: Pick<Affiliation, 'id' | 'person'>,
	by: PersonId,
	reason?: EndingReason,
): Promise<void> {
	await ctx.db
		.insertInto('people.affiliation_ending')
		.values({ affiliation_id: id, ended_at: ctx.now, ended_by: by, reason: reason ?? null })
		.execute();
	await ctx.db.updateTable('people.affiliation').set({ is_default: false }).where('id', '=', id).execute();
	const [next] = await runningAffiliations(ctx, [person]);
	if (!next || next.isDefault) return;
	await ctx.db
		.updateTable('people.affiliation')
		.set({ is_default: true })
		.where('id', '=', next.id)
		.execute();
}

/** The person appears under this place from now on. */
export async function makeDefault(
	ctx: Context,
	{ id, person }: Pick<Affiliation, 'id' | 'person'>,
): Promise<void> {
	const places = ctx.db.updateTable('people.affiliation').where('person_id', '=', person);
	await places.set({ is_default: false }).where('is_default', 'is', true).execute();
	await places.set({ is_default: true }).where('id', '=', id).execute();
}

/** Places of the past, the newest end first; those that nobody ever validated are forgotten by the page. */
export async function endedAffiliations(ctx: Context, person: PersonId): Promise<EndedAffiliation[]> {
	const rows = await ctx.db
		.selectFrom('people.affiliation as affiliation')
		.innerJoin('people.affiliation_ending as ending', 'ending.affiliation_id', 'affiliation.id')
		.innerJoin('people.affiliation_validation as validation', 'validation.affiliation_id', 'affiliation.id')
		.select(['affiliation.id', 'affiliation.school_id as school', 'affiliation.role'])
		.select(['affiliation.stated_at as statedAt', 'validation.validated_at as validatedAt'])
		.select(['ending.ended_at as endedAt', 'ending.reason'])
		.where('affiliation.person_id', '=', person)
		.orderBy('ending.ended_at', 'desc')
		.execute();
	return rows.map(({ role, reason, ...row }) => ({
		...row,
		role: role as SchoolRole,
		reason: (reason as EndingReason | null) ?? undefined,
	}));
}

/** Two places stated at the same moment come one after the other. */
export async function lockPerson(ctx: Context, person: PersonId): Promise<void> {
	await ctx.db.selectFrom('people.person').select('id').where('id', '=', person).forUpdate().execute();
}

function running(ctx: Context) {
	return ctx.db
		.selectFrom('people.affiliation as affiliation')
		.leftJoin('people.affiliation_validation as validation', 'validation.affiliation_id', 'affiliation.id')
		.leftJoin('people.affiliation_ending as ending', 'ending.affiliation_id', 'affiliation.id')
		.where('ending.affiliation_id', 'is', null)
		.select([
			'affiliation.id',
			'affiliation.person_id',
			'affiliation.school_id',
			'affiliation.role',
			'affiliation.stated_at',
			'affiliation.is_default',
			'validation.validated_at',
		]);
}

type Row = Awaited<ReturnType<ReturnType<typeof running>['executeTakeFirstOrThrow']>>;

function affiliationOf(row: Row): Affiliation {
	const validatedAt = (row.validated_at as Date | null) ?? undefined;
	return {
		id: row.id,
		person: row.person_id,
		school: row.school_id,
		role: row.role as SchoolRole,
		state: validatedAt ? 'validated' : 'stated',
		statedAt: row.stated_at as unknown as Date,
		validatedAt,
		isDefault: row.is_default,
	};
}

/** Which of these persons were validated at some school, now or once. */
export async function onceValidatedAmong(
	ctx: Context,
	persons: readonly PersonId[],
): Promise<ReadonlySet<PersonId>> {
	const rows = await ctx.db
		.selectFrom('people.affiliation as affiliation')
		.innerJoin('people.affiliation_validation as validation', 'validation.affiliation_id', 'affiliation.id')
		.select('affiliation.person_id')
		.distinct()
		.where('affiliation.person_id', 'in', [...persons])
		.execute();
	return new Set(rows.map(({ person_id }) => person_id));
}
