/** SQL of what cohorts keep about a person. */
import { sql } from 'kysely';
import type { Context } from '#platform/context';
import type { PersonId } from '#shared/actor';

export async function cohortsOfPerson(ctx: Context, person: PersonId) {
	const brought = await ctx.db
		.selectFrom('teacher_education.cohort')
		.select(['name', 'ends_on', 'made_at'])
		.where('educator_id', '=', person)
		.orderBy('made_at')
		.execute();
	const studied = await ctx.db
		.selectFrom('teacher_education.student as student')
		.innerJoin('teacher_education.cohort as cohort', 'cohort.id', 'student.cohort_id')
		.select(['cohort.name as cohort', 'cohort.ends_on', 'student.name', 'student.email'])
		.select(['student.invited_at', 'student.accepted_at'])
		.where('student.person_id', '=', person)
		.orderBy('student.invited_at')
		.execute();
	return { brought, studied };
}

export async function forgetInCohorts(ctx: Context, person: PersonId): Promise<void> {
	await sql`
		update teacher_education.student set person_id = null, name = '', email = null
		where person_id = ${person}`.execute(ctx.db);
	await sql`
		update teacher_education.cohort set educator_id = null where educator_id = ${person}`.execute(ctx.db);
}

export type HandedCohorts = {
	readonly from: PersonId;
	readonly cohorts: readonly string[];
	readonly students: readonly string[];
};

export async function handCohortsOver(ctx: Context, from: PersonId, into: PersonId): Promise<HandedCohorts> {
	const cohorts = await sql<{ id: string }>`
		update teacher_education.cohort set educator_id = ${into}
		where educator_id = ${from} returning id`.execute(ctx.db);
	const students = await sql<{ id: string }>`
		update teacher_education.student set person_id = ${into}
		where person_id = ${from} returning id`.execute(ctx.db);
	return { from, cohorts: cohorts.rows.map(({ id }) => id), students: students.rows.map(({ id }) => id) };
}

export async function takeCohortsBack(
	ctx: Context,
	{ from, cohorts, students }: HandedCohorts,
): Promise<void> {
	await sql`
		update teacher_education.cohort set educator_id = ${from}
		where id = any(${[...cohorts]}::uuid[])`.execute(ctx.db);
	await sql`
		update teacher_education.student set person_id = ${from}
		where id = any(${[...students]}::uuid[])`.execute(ctx.db);
}
