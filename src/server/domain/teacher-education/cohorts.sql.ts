/** SQL of cohorts. */
import { sql } from 'kysely';
import type { Context } from '#platform/context';
import type { PersonId } from '#shared/actor';
import type { Cohort, CohortId } from './cohort.ts';

export async function insertCohort(
	ctx: Context,
	{ id, school, educator, name, endsOn }: Pick<Cohort, 'id' | 'school' | 'educator' | 'name' | 'endsOn'>,
): Promise<void> {
	await ctx.db
		.insertInto('teacher_education.cohort')
		.values({ id, school_id: school, educator_id: educator, name, ends_on: endsOn, made_at: ctx.now })
		.execute();
}

export type CohortCounts = Cohort & { readonly students: number; readonly accepted: number };

/** Cohorts of these institutions, those that go on first. */
export async function cohortsAt(ctx: Context, schools: readonly string[]): Promise<CohortCounts[]> {
	return cohortsWhere(ctx, sql`cohort.school_id = any(${[...schools]}::uuid[])`);
}

export async function cohortsById(ctx: Context, ids: readonly CohortId[]): Promise<CohortCounts[]> {
	return cohortsWhere(ctx, sql`cohort.id = any(${[...ids]}::uuid[])`);
}

/** Those whose last day lies behind and that nobody has ended yet. */
export async function cohortsToEnd(ctx: Context, most: number): Promise<CohortCounts[]> {
	const today = ctx.now.toISOString().slice(0, 10);
	return (await cohortsWhere(ctx, sql`cohort.ends_on < ${today}::date and ending.ended_at is null`)).slice(
		0,
		most,
	);
}

async function cohortsWhere(ctx: Context, condition: ReturnType<typeof sql>): Promise<CohortCounts[]> {
	const found = await sql<CohortCounts>`
		select cohort.id, cohort.school_id as school, cohort.educator_id as educator, cohort.name,
			cohort.ends_on::text as "endsOn", cohort.made_at as "madeAt", approval.approved_at as "approvedAt",
			ending.ended_at as "endedAt", counted.students, counted.accepted
		from teacher_education.cohort as cohort
		left join teacher_education.cohort_approval as approval on approval.cohort_id = cohort.id
		left join teacher_education.cohort_ending as ending on ending.cohort_id = cohort.id
		cross join lateral (
			select count(*) filter (where student.withdrawn_at is null) as students,
				count(*) filter (where student.accepted_at is not null) as accepted
			from teacher_education.student as student where student.cohort_id = cohort.id
		) as counted
		where ${condition}
		order by ending.ended_at is not null, cohort.made_at desc, cohort.id limit 200`.execute(ctx.db);
	return found.rows;
}

export async function insertApproval(ctx: Context, cohort: CohortId, approvalCase: string): Promise<void> {
	await ctx.db
		.insertInto('teacher_education.cohort_approval')
		.values({ cohort_id: cohort, case_id: approvalCase, approved_at: ctx.now })
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

/** The case that approved a cohort; undefined while none has. */
export async function approvalOf(ctx: Context, cohort: CohortId): Promise<string | undefined> {
	const row = await ctx.db
		.selectFrom('teacher_education.cohort_approval')
		.select('case_id')
		.where('cohort_id', '=', cohort)
		.executeTakeFirst();
	return row?.case_id;
}

export async function insertEnding(ctx: Context, cohort: CohortId): Promise<void> {
	await ctx.db
		.insertInto('teacher_education.cohort_ending')
		.values({ cohort_id: cohort, ended_at: ctx.now })
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

/** How many letters an educator had written since a moment: the first ones and those sent again. */
export async function lettersSince(ctx: Context, educator: PersonId, since: Date): Promise<number> {
	const found = await sql<{ count: number }>`
		select coalesce(sum(student.letters), 0)::integer as count
		from teacher_education.student as student
		join teacher_education.cohort as cohort on cohort.id = student.cohort_id
		where cohort.educator_id = ${educator} and student.invited_at > ${since}`.execute(ctx.db);
	return found.rows[0]?.count ?? 0;
}

/** Cohorts stand at the other entry of their institution. */
export async function moveCohorts(ctx: Context, from: string, into: string): Promise<string[]> {
	const moved = await sql<{ id: string }>`
		update teacher_education.cohort set school_id = ${into} where school_id = ${from} returning id`.execute(
		ctx.db,
	);
	return moved.rows.map(({ id }) => id);
}

export async function giveCohortsBack(
	ctx: Context,
	from: string,
	into: string,
	cohorts: readonly string[],
): Promise<void> {
	await sql`
		update teacher_education.cohort set school_id = ${from}
		where school_id = ${into} and id = any(${[...cohorts]}::uuid[])`.execute(ctx.db);
}
