/** SQL of student teachers and their invitations. */
import { sql } from 'kysely';
import type { Context } from '#platform/context';
import type { PersonId } from '#shared/actor';
import type { CohortId, Student, StudentId } from './cohort.ts';

export type NewStudent = {
	readonly id: StudentId;
	readonly name: string;
	readonly email: string;
	readonly tokenHash: Buffer;
	readonly expiresAt: Date;
};

export async function insertStudents(
	ctx: Context,
	cohort: CohortId,
	students: readonly NewStudent[],
): Promise<void> {
	await ctx.db
		.insertInto('teacher_education.student')
		.values(
			students.map(({ id, name, email, tokenHash, expiresAt }) => ({
				...{ id, cohort_id: cohort, name, email, invited_at: ctx.now },
				...{ token_hash: tokenHash, expires_at: expiresAt },
			})),
		)
		.execute();
}

export async function studentsOf(ctx: Context, cohort: CohortId): Promise<Student[]> {
	const rows = await students(ctx).where('cohort_id', '=', cohort).orderBy('name').orderBy('id').execute();
	return rows.map(studentOf);
}

export async function lockStudent(ctx: Context, id: StudentId): Promise<Student | undefined> {
	const row = await students(ctx).where('id', '=', id).forUpdate().executeTakeFirst();
	return row && studentOf(row);
}

/** The student teacher whose invitation this is, while it opens something. */
export async function studentOfToken(ctx: Context, tokenHash: Buffer): Promise<Student | undefined> {
	const row = await students(ctx)
		.where('token_hash', '=', tokenHash)
		.where('accepted_at', 'is', null)
		.where('withdrawn_at', 'is', null)
		.where('expires_at', '>', ctx.now)
		.executeTakeFirst();
	return row && studentOf(row);
}

/** Used once; false when somebody was quicker. */
export async function noteAcceptance(
	ctx: Context,
	id: StudentId,
	{ person, affiliation }: { readonly person: PersonId; readonly affiliation: string },
): Promise<boolean> {
	const done = await ctx.db
		.updateTable('teacher_education.student')
		.set({ accepted_at: ctx.now, person_id: person, affiliation_id: affiliation, token_hash: null })
		.where('id', '=', id)
		.where('accepted_at', 'is', null)
		.where('withdrawn_at', 'is', null)
		.executeTakeFirst();
	return Number(done.numUpdatedRows) > 0;
}

export async function noteWithdrawal(ctx: Context, id: StudentId): Promise<void> {
	await ctx.db
		.updateTable('teacher_education.student')
		.set({ withdrawn_at: ctx.now, token_hash: null, expires_at: null })
		.where('id', '=', id)
		.execute();
}

/** Another link takes the place of the old one, which opens nothing any more. */
export async function renewInvitation(
	ctx: Context,
	id: StudentId,
	{ tokenHash, expiresAt }: Pick<NewStudent, 'tokenHash' | 'expiresAt'>,
): Promise<void> {
	await sql`
		update teacher_education.student
		set token_hash = ${tokenHash}, expires_at = ${expiresAt}, invited_at = ${ctx.now}, letters = letters + 1,
			withdrawn_at = null
		where id = ${id}`.execute(ctx.db);
}

/** Those who never came in are forgotten; of those who did, their accounts know name and address. */
export async function forgetInvited(ctx: Context, cohort: CohortId): Promise<void> {
	await ctx.db
		.deleteFrom('teacher_education.student')
		.where('cohort_id', '=', cohort)
		.where('accepted_at', 'is', null)
		.execute();
	await ctx.db
		.updateTable('teacher_education.student')
		.set({ name: '', email: null })
		.where('cohort_id', '=', cohort)
		.execute();
}

function students(ctx: Context) {
	return ctx.db
		.selectFrom('teacher_education.student')
		.select(['id', 'cohort_id', 'name', 'email', 'invited_at', 'expires_at', 'withdrawn_at', 'accepted_at'])
		.select(['person_id', 'affiliation_id']);
}

function studentOf(
	row: Awaited<ReturnType<ReturnType<typeof students>['executeTakeFirstOrThrow']>>,
): Student {
	const date = (value: unknown) => value as Date | null;
	return {
		id: row.id,
		cohort: row.cohort_id,
		name: row.name,
		email: row.email,
		invitedAt: row.invited_at as unknown as Date,
		expiresAt: date(row.expires_at),
		withdrawnAt: date(row.withdrawn_at),
		acceptedAt: date(row.accepted_at),
		person: row.person_id,
		affiliation: row.affiliation_id,
	};
}
