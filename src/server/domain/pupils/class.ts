/** A class and its pupils: types and pure rules. */
import type { PupilId } from '#shared/actor';
import type { Locale } from '#shared/locales';

export type ClassId = string;
export type SchoolId = string;

export type Class = {
	readonly id: ClassId;
	readonly school: SchoolId;
	readonly name: string;
	/** The language of the aliases and the cards. */
	readonly locale: Locale;
	/** The last day of the accounts, the end of a school year: 2027-08-31. */
	readonly endsOn: string;
	/** Since when the class signs in only while its door is open. */
	readonly homeClosedAt: Date | undefined;
	readonly endedAt: Date | undefined;
	/** True for a teacher who is validated at the class's school: decided by reach. */
	readonly ofMySchool: boolean;
};

export type Pupil = {
	readonly id: PupilId;
	readonly alias: string;
	/** Since when the present card is valid; undefined when none was made yet. */
	readonly cardMadeAt: Date | undefined;
	/** The own sign, when the pupil has pictures to sign in with. */
	readonly sign: number | undefined;
};

/** A pupil of the class, now or once. */
export type PupilEver = Pick<Pupil, 'id' | 'alias'> & { readonly isHere: boolean };

/** A pupil whose account has ended; what the pupil wrote stays where it was written. */
export type EndedPupil = { readonly id: PupilId; readonly alias: string; readonly endedAt: Date };

/** What a teacher holds in hand after printing: told once, kept nowhere. */
export type PrintedCard = { readonly pupil: PupilId; readonly alias: string; readonly code: string };

/** Pupils of one class at most; a rule as data of the part. */
export const mostPupils = 60;

/** Days before the last one from which a class can be kept for another school year. */
const keptFromDays = 100;

/** The end of the school year in which a day lies. */
export function endOfSchoolYear(now: Date): string {
	const year = now.getUTCFullYear() + (now.getUTCMonth() >= 7 ? 1 : 0);
	return `${year}-08-31`;
}

/** The last day of the school year after this one, once it is time to think of it; undefined before. */
export function nextLastDay(endsOn: string, now: Date): string | undefined {
	const days = (Date.parse(endsOn) - now.getTime()) / 86_400_000;
	return days <= keptFromDays ? `${Number(endsOn.slice(0, 4)) + 1}-08-31` : undefined;
}

/** The day of a moment, as the database keeps days. */
export function dayOf(moment: Date): string {
	return moment.toISOString().slice(0, 10);
}
