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
	readonly endedAt: Date | undefined;
	/** True for a teacher who is validated at the class's school: decided by reach. */
	readonly ofMySchool: boolean;
};

export type Pupil = {
	readonly id: PupilId;
	readonly alias: string;
	/** Since when the present card is valid; undefined when none was made yet. */
	readonly cardMadeAt: Date | undefined;
};

/** A pupil whose account has ended; what the pupil wrote stays where it was written. */
export type EndedPupil = { readonly id: PupilId; readonly alias: string; readonly endedAt: Date };

/** What a teacher holds in hand after printing: told once, kept nowhere. */
export type PrintedCard = { readonly pupil: PupilId; readonly alias: string; readonly code: string };

/** Pupils of one class at most; a rule as data of the part. */
export const mostPupils = 60;

/** The day of a moment, as the database keeps days. */
export function dayOf(moment: Date): string {
	return moment.toISOString().slice(0, 10);
}
