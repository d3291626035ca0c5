/** When a class has time: the weeks that come, and the hours of a day as all time zones read them. */
import type { ClassCard, Hours } from './class-card.ts';

const day = 24 * 3600 * 1000;
const weeksAhead = 42;

export const terms = ['autumn', 'spring', 'summer'] as const;
export type Term = (typeof terms)[number];

/** Months of each term; between them most schools of Europe are closed. */
const monthsOf: Readonly<Record<Term, readonly number[]>> = {
	autumn: [9, 10, 11, 12],
	spring: [1, 2, 3],
	summer: [4, 5, 6],
};

/** The term in which the middle of a week lies; undefined in the summer holidays. */
export function termOf(wednesday: string): Term | undefined {
	const month = Number(wednesday.slice(5, 7));
	return terms.find((term) => monthsOf[term].includes(month));
}

/**
 * The weeks that come, each by its Wednesday, in which the class is at school and has time. None where its teacher has
 * said nothing of it: then nothing is known.
 */
export function freeWeeks({ months, away }: Pick<ClassCard, 'months' | 'away'>, now: Date): string[] {
	if (months.length === 0 && away.length === 0) return [];
	const today = Math.floor(now.getTime() / day);
	// the first day of 1970 was a Thursday
	const wednesday = today + ((13 - (today % 7)) % 7);
	const weeks = Array.from({ length: weeksAhead }, (_, week) =>
		new Date((wednesday + week * 7) * day).toISOString().slice(0, 10),
	);
	return weeks.filter(
		(week) =>
			termOf(week) !== undefined &&
			(months.length === 0 || months.includes(Number(week.slice(5, 7)))) &&
			!away.some(({ from, to }) => from <= week && week <= to),
	);
}

/** Minutes since midnight, UTC; of a class far east they may lie before it. */
export type Minutes = { readonly from: number; readonly to: number };

/** Hours of a school in this time zone as minutes that can be held against those of another. */
export function minutesOf(hours: Hours, zone: string, now: Date): Minutes {
	const ahead = minutesAhead(zone, now);
	return { from: minutes(hours.from) - ahead, to: minutes(hours.to) - ahead };
}

/** The same back, as the clock of a time zone shows it. */
export function hoursOf({ from, to }: Minutes, zone: string, now: Date): Hours {
	const ahead = minutesAhead(zone, now);
	return { from: clock(from + ahead), to: clock(to + ahead) };
}

function minutes(time: string): number {
	return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

function clock(since: number): string {
	const two = (number: number) => String(number).padStart(2, '0');
	return `${two(Math.floor(since / 60))}:${two(since % 60)}`;
}

/** How far the clocks of a zone are ahead of UTC. */
function minutesAhead(zone: string, now: Date): number {
	const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(
		now,
	);
	const written = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
	const found = /GMT([+-])(\d\d):(\d\d)/.exec(written);
	if (!found) return 0;
	return (found[1] === '-' ? -1 : 1) * (Number(found[2]) * 60 + Number(found[3]));
}
