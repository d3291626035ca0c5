/** When a letter may leave: quiet hours and digests, by the clock on the reader's own wall. Pure. */
export type Habits = {
	readonly digest: 'daily' | 'weekly';
	/** Hours of the day from which and until which no letter leaves; over midnight where the first is the later. */
	readonly quiet: { readonly from: number; readonly until: number } | undefined;
};

export const usualHabits: Habits = { digest: 'daily', quiet: undefined };

const digestHour = 7;
const hour = 3600 * 1000;

/** Now, or the end of the quiet hours in which now lies. */
export function leavesAt(now: Date, zone: string, quiet: Habits['quiet']): Date {
	if (!quiet || !isQuiet(hourIn(now, zone), quiet)) return now;
	return firstHour(now, zone, (at) => at.hour === quiet.until);
}

/** The next morning, or the morning of the next Monday; after the quiet hours where these reach into it. */
export function nextDigest(now: Date, zone: string, habits: Habits): Date {
	const morning = firstHour(
		now,
		zone,
		({ hour, day }) => hour === digestHour && (habits.digest === 'daily' || day === 'Mon'),
	);
	return leavesAt(morning, zone, habits.quiet);
}

function isQuiet(at: number, { from, until }: { from: number; until: number }): boolean {
	return from < until ? at >= from && at < until : at >= from || at < until;
}

type Clock = { readonly hour: number; readonly day: string };

/** The beginning of the first hour after now that fits; a clock that is put forward may leave one out. */
function firstHour(now: Date, zone: string, fits: (at: Clock) => boolean): Date {
	const first = Math.floor(now.getTime() / hour) + 1;
	for (let step = 0; step <= 9 * 24; step += 1) {
		const at = new Date((first + step) * hour);
		if (fits(clockIn(at, zone))) return at;
	}
	return now;
}

function hourIn(moment: Date, zone: string): number {
	return clockIn(moment, zone).hour;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockIn(moment: Date, zone: string): Clock {
	let format = clocks.get(zone);
	if (!format) {
		format = new Intl.DateTimeFormat('en-GB', {
			timeZone: zone,
			weekday: 'short',
			hour: '2-digit',
			hourCycle: 'h23',
		});
		clocks.set(zone, format);
	}
	const parts = format.formatToParts(moment);
	const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
	return { hour: Number(part('hour')), day: part('weekday') };
}
