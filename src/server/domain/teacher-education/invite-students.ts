/** An educator sends an invitation anew, or takes it back. */
import { personCards } from '#domain/people';
import { audit } from '#platform/audit';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { NotFound } from '#platform/errors';
import { granted, refused, type Result } from '#platform/result';
import { personOf } from '#shared/actor';
import { demand } from './abilities.ts';
import type { CohortId, Student, StudentId } from './cohort.ts';
import { lettersSince } from './cohorts.sql.ts';
import { newInvitation, writeInvitation } from './letters.ts';
import { lettersADay } from './make-cohort.ts';
import { reachCohort } from './reach-cohort.ts';
import { lockStudent, noteWithdrawal, renewInvitation } from './students.sql.ts';

type One = { readonly cohort: CohortId; readonly student: StudentId };
const day = 24 * 3600 * 1000;

/** A new link takes the place of the old one. Also for one who was taken off the list by mistake. */
export async function inviteAgain(
	ctx: Context,
	{ cohort: id, student: which }: One,
): Promise<Result<undefined, 'accepted-before' | 'cohort-over' | 'too-many-today'>> {
	const { cohort, institution } = await reachCohort(ctx, id);
	demand(ctx, 'cohort.look-after', { educates: true });
	return inTransaction(ctx, async (inside) => {
		const student = await studentIn(inside, cohort.id, which);
		if (student.acceptedAt || student.email === null) return refused('accepted-before');
		if (cohort.endedAt) return refused('cohort-over');
		const me = personOf(inside.actor) ?? '';
		const since = new Date(ctx.now.getTime() - day);
		if ((await lettersSince(inside, cohort.educator ?? me, since)) >= lettersADay)
			return refused('too-many-today');
		const invitation = newInvitation(inside);
		await renewInvitation(inside, student.id, invitation);
		const educator = (await personCards(inside, [me])).get(me)?.name ?? '';
		const { name, email } = student;
		const letter = { name, email, educator, institution: institution.name, cohort: cohort.name };
		await writeInvitation(inside, letter, invitation);
		return granted();
	});
}

/** The link of the letter opens nothing any more. Who has come in already stays. */
export async function withdrawInvitation(
	ctx: Context,
	{ cohort: id, student: which }: One,
): Promise<Result<undefined, 'accepted-before'>> {
	const { cohort } = await reachCohort(ctx, id);
	demand(ctx, 'cohort.look-after', { educates: true });
	return inTransaction(ctx, async (inside) => {
		const student = await studentIn(inside, cohort.id, which);
		if (student.acceptedAt) return refused('accepted-before');
		await noteWithdrawal(inside, student.id);
		await audit(inside, 'cohorts.withdraw', { kind: 'cohort', id: cohort.id }, { student: student.id });
		return granted();
	});
}

async function studentIn(ctx: Context, cohort: CohortId, which: StudentId): Promise<Student> {
	const student = await lockStudent(ctx, which);
	if (student?.cohort !== cohort) throw new NotFound('student');
	return student;
}
