/** Working days of a support organisation: days of its zone without its weekend and holidays. Pure; time is passed in. */

export type Calendar = {
	readonly timeZone: string;
	/** Days of the week that are free, 1 Monday … 7 Sunday. */
	readonly weekend: readonly number[];
	/** Days on which it is closed: 2027-03-29. */
	readonly holidays?: readonly string[];
};

/** A stretch in which the clock stood still. */
export type Pause = { readonly from: Date; readonly to: Date };

const day = 24 * 3600 * 1000;
/** Clocks run out in the morning, not in the night. */
const morning = 8;

/** Whole working days from one moment to a later one: Friday to Monday is one. */
export function workingDaysBetween(
	from: Date,
	to: Date,
	calendar: Calendar,
	pauses: readonly Pause[] = [],
): number {
	const paused = pauses.reduce((sum, pause) => sum + workingDaysBetween(pause.from, pause.to, calendar), 0);
	const [first, last] = [dayNumber(from, calendar), dayNumber(to, calendar)];
	if (last <= first) return 0;
	const weeks = Math.floor((last - first) / 7);
	let days = weeks * (7 - calendar.weekend.length);
	for (let number = first + weeks * 7 + 1; number <= last; number++) if (!isWeekend(number, calendar)) days++;
	for (const holiday of calendar.holidays ?? []) {
		const number = dayOfDate(holiday);
		if (number > first && number <= last && !isWeekend(number, calendar)) days--;
	}
	return Math.max(0, days - paused);
}

/** The morning of the working day on which so many working days have passed. */
export function afterWorkingDays(from: Date, days: number, calendar: Calendar): Date {
	let number = dayNumber(from, calendar);
	for (let left = days; left > 0;) {
		number++;
		if (isWorkingDay(number, calendar)) left--;
	}
	return morningOf(number, calendar);
}

/** The day of a moment in the zone: 2027-03-14. */
export function dateIn(moment: Date, timeZone: string): string {
	return dateFormat(timeZone).format(moment);
}

/** Days since 1970-01-01 as the organisation's wall calendar shows them. */
function dayNumber(moment: Date, calendar: Calendar): number {
	return dayOfDate(dateIn(moment, calendar.timeZone));
}

function dayOfDate(date: string): number {
	return Math.floor(Date.parse(`${date}T00:00:00Z`) / day);
}

function isWorkingDay(number: number, calendar: Calendar): boolean {
	const date = new Date(number * day).toISOString().slice(0, 10);
	return !isWeekend(number, calendar) && !calendar.holidays?.includes(date);
}

/** 1970-01-01 was a Thursday. */
function isWeekend(number: number, calendar: Calendar): boolean {
	const weekday = ((number + 3) % 7) + 1;
	return calendar.weekend.includes(weekday);
}

function morningOf(number: number, calendar: Calendar): Date {
	const asIfUtc = number * day + morning * 3600 * 1000;
	const guess = asIfUtc - offsetAt(asIfUtc, calendar);
	return new Date(asIfUtc - offsetAt(guess, calendar));
}

function offsetAt(time: number, calendar: Calendar): number {
	const parts = timeFormat(calendar.timeZone).formatToParts(time);
	const part = (type: string) => Number(parts.find((each) => each.type === type)?.value);
	const wall = Date.UTC(
		part('year'),
		part('month') - 1,
		part('day'),
		part('hour'),
		part('minute'),
		part('second'),
	);
	return wall - Math.floor(time / 1000) * 1000;
}

const dates = new Map<string, Intl.DateTimeFormat>();
const times = new Map<string, Intl.DateTimeFormat>();

/** en-CA writes a date as 2027-03-14. */
function dateFormat(timeZone: string): Intl.DateTimeFormat {
	const format = dates.get(timeZone) ?? new Intl.DateTimeFormat('en-CA', { timeZone });
	dates.set(timeZone, format);
	return format;
}

function timeFormat(timeZone: string): Intl.DateTimeFormat {
	const format =
		times.get(timeZone) ??
		new Intl.DateTimeFormat('en-CA', {
			timeZone,
			hourCycle: 'h23',
			year: 'numeric',
			month: 'numeric',
			day: 'numeric',
			hour: 'numeric',
			minute: 'numeric',
			second: 'numeric',
		});
	times.set(timeZone, format);
	return format;
}
