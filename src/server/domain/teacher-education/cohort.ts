/** Cohorts of student teachers: types and pure rules. */
import type { PersonId } from '#shared/actor';

export type CohortId = string;
export type StudentId = string;

export type Cohort = {
	readonly id: CohortId;
	readonly school: string;
	readonly educator: PersonId | null;
	readonly name: string;
	/** The last day of their studies, as `2027-07-31`. */
	readonly endsOn: string;
	readonly madeAt: Date;
	readonly approvedAt: Date | null;
	readonly endedAt: Date | null;
};

export type Student = {
	readonly id: StudentId;
	readonly cohort: CohortId;
	/** Empty once the person is gone. */
	readonly name: string;
	readonly email: string | null;
	readonly invitedAt: Date;
	readonly expiresAt: Date | null;
	readonly withdrawnAt: Date | null;
	readonly acceptedAt: Date | null;
	readonly person: PersonId | null;
	readonly affiliation: string | null;
};

export type InvitationState = 'accepted' | 'withdrawn' | 'over' | 'waiting';

/** So long an invitation waits for its student teacher. */
export const invitationDays = 30;
/** So many one cohort may have: an officer who opens it sees them all, and each counts against the cap of the hour. */
export const mostStudents = 150;
/** A cohort ends within so many years: longer than any course of study. */
export const longestYears = 6;

export function stateOfInvitation(student: Student, now: Date): InvitationState {
	if (student.acceptedAt) return 'accepted';
	if (student.withdrawnAt) return 'withdrawn';
	return student.expiresAt && student.expiresAt > now ? 'waiting' : 'over';
}

/** Whether studies may end on this day. */
export function isPossibleEnd(day: string, now: Date): boolean {
	const end = new Date(`${day}T12:00:00Z`);
	const latest = new Date(now);
	latest.setUTCFullYear(latest.getUTCFullYear() + longestYears);
	return !Number.isNaN(end.getTime()) && end > now && end < latest;
}
