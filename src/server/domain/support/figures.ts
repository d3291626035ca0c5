/** What the queue of an organisation looked like, period by period: pure arithmetic over days. */
import { workingDaysBetween, type Calendar } from './working-days.ts';

/** week: the last 26; month: the last 12; school-year, from 1 September: the last 5. */
export const figurePeriods = ['week', 'month', 'school-year'] as const;
export type FigurePeriod = (typeof figurePeriods)[number];

const shown: Readonly<Record<FigurePeriod, number>> = { week: 26, month: 12, 'school-year': 5 };
const firstMonthOfSchool = 8;
const day = 24 * 3600 * 1000;

/** Steps that came in on the same day and left on the same day. Days are those of the organisation: 2027-03-14. */
export type StepGroup = {
	readonly kind: string;
	readonly opened: string;
	/** null while they wait. */
	readonly closed: string | null;
	/** null for steps that ended without a decision: withdrawn, corrected, or decided by another. */
	readonly decision: string | null;
	/** From and to of each question, the clock's pauses. */
	readonly pauses: readonly (readonly [string, string])[];
	readonly wentUp: boolean;
	readonly count: number;
};

export type Figures = {
	/** The first day of the period, and the first that is no longer in it. */
	readonly from: string;
	readonly to: string;
	readonly incoming: number;
	readonly granted: number;
	readonly refused: number;
	/** Left without a decision here. */
	readonly ended: number;
	/** Went up to the central desk, of those that came in. */
	readonly wentUp: number;
	/** Waiting when the period ended, or now. */
	readonly waiting: number;
	/** Working days until the decision: half of them took no longer; undefined where none was made. */
	readonly median: number | undefined;
};

/** The periods up to a day, the oldest first. */
export function periodsUntil(today: string, period: FigurePeriod): { from: string; to: string }[] {
	const first = beginningOf(today, period);
	return Array.from({ length: shown[period] }, (_, at) => {
		const back = shown[period] - 1 - at;
		return { from: moved(first, -back, period), to: moved(first, 1 - back, period) };
	});
}

/** The figures of each period. */
export function figuresOf(
	groups: readonly StepGroup[],
	periods: readonly { readonly from: string; readonly to: string }[],
	calendar: Calendar,
): Figures[] {
	return periods.map(({ from, to }) => {
		const within = (date: string | null) => date !== null && date >= from && date < to;
		const came = groups.filter((group) => within(group.opened));
		const left = groups.filter((group) => within(group.closed));
		const decided = (decision: string | null) => sum(left.filter((group) => group.decision === decision));
		return {
			from,
			to,
			incoming: sum(came),
			granted: decided('granted'),
			refused: decided('refused'),
			ended: decided(null),
			wentUp: sum(came.filter((group) => group.wentUp)),
			waiting: sum(groups.filter((g) => g.opened < to && (g.closed === null || g.closed >= to))),
			median: medianOf(
				left.filter((group) => group.decision !== null),
				calendar,
			),
		};
	});
}

function medianOf(groups: readonly StepGroup[], calendar: Calendar): number | undefined {
	const took = groups
		.map((group) => ({ count: group.count, days: daysOf(group, calendar) }))
		.sort((one, other) => one.days - other.days);
	const half = sum(took) / 2;
	let passed = 0;
	return took.find(({ count }) => (passed += count) >= half)?.days;
}

/** The days are the organisation's own already, so they are counted as they stand. */
function daysOf({ opened, closed, pauses }: StepGroup, calendar: Calendar): number {
	const atMidnight = (date: string) => new Date(`${date}T00:00:00Z`);
	return workingDaysBetween(
		atMidnight(opened),
		atMidnight(closed ?? opened),
		{ ...calendar, timeZone: 'UTC' },
		pauses.map(([from, to]) => ({ from: atMidnight(from), to: atMidnight(to) })),
	);
}

function sum(counted: readonly { readonly count: number }[]): number {
	return counted.reduce((total, { count }) => total + count, 0);
}

function beginningOf(today: string, period: FigurePeriod): string {
	const date = new Date(`${today}T00:00:00Z`);
	const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
	if (period === 'week') return dateOf(date.getTime() - ((date.getUTCDay() + 6) % 7) * day);
	if (period === 'month') return dateOf(Date.UTC(year, month, 1));
	return dateOf(Date.UTC(month < firstMonthOfSchool ? year - 1 : year, firstMonthOfSchool, 1));
}

function moved(first: string, by: number, period: FigurePeriod): string {
	const date = new Date(`${first}T00:00:00Z`);
	if (period === 'week') return dateOf(date.getTime() + by * 7 * day);
	if (period === 'month') return dateOf(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + by, 1));
	return dateOf(Date.UTC(date.getUTCFullYear() + by, firstMonthOfSchool, 1));
}

function dateOf(time: number): string {
	return new Date(time).toISOString().slice(0, 10);
}
