/** Class cards: how a teacher describes a class to partners. Nothing of a single pupil stands on one. */
import type { PersonId } from '#shared/actor';
import type { LanguageCode, Subject } from '#shared/vocabulary';

export type ClassCardId = string;

/** Times of day: `10:15`. */
export type Hours = { readonly from: string; readonly to: string };

/** First and last day: `2026-12-21`. */
export type Span = { readonly from: string; readonly to: string };

export type ClassCard = {
	readonly id: ClassCardId;
	readonly person: PersonId;
	readonly school: string;
	/** What its teacher calls it, such as "6b". */
	readonly name: string;
	readonly agesFrom: number;
	readonly agesTo: number;
	/** How many pupils there are. */
	readonly pupils: number;
	readonly languages: readonly LanguageCode[];
	readonly subjects: readonly Subject[];
	/** Months in which the class has time, 1 to 12. */
	readonly months: readonly number[];
	/** Days on which it has time, 1 (Monday) to 6 (Saturday). */
	readonly weekdays: readonly number[];
	/** From when to when it works on projects on those days, in the time of its school. */
	readonly hours: Hours | undefined;
	/** Holidays and other times without school. */
	readonly away: readonly Span[];
	readonly wishes: string;
	/** The language of the wishes. */
	readonly locale: string;
};

export const schoolWeekdays = [1, 2, 3, 4, 5, 6] as const;
export const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

export const mostClassCards = 10;
export const longestCard = { name: 60, languages: 5, subjects: 8, pupils: 60, wishes: 500 };
/** Places of the form for holidays. */
export const holidays = [1, 2, 3, 4, 5] as const;
