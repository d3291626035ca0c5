/** The days on which an organisation is closed: kept by its own officers, heeded by its clocks at once. */
import { audit } from '#platform/audit';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { NotFound } from '#platform/errors';
import { granted, refused, type Result } from '#platform/result';
import { demand } from './abilities.ts';
import { runClocksOn } from './clocks.ts';
import {
	clockedSteps,
	deleteHoliday,
	holidaysSince,
	insertHolidays,
	type HolidayRow,
} from './holidays.sql.ts';
import { officer } from './reach-step.ts';

const mostDays = 62;
const day = 24 * 3600 * 1000;

export type AddHolidays = {
	readonly from: string;
	readonly until: string | undefined;
	readonly name: string;
};

/** Closed days of the acting officer's organisation, from the beginning of this year on. */
export async function holidaysFor(ctx: Context): Promise<HolidayRow[]> {
	demand(ctx, 'support.keep-holidays');
	return holidaysSince(ctx, officer(ctx).organisation, `${ctx.now.getUTCFullYear()}-01-01`);
}

/**
 * Closes the own organisation on a day, or on every day of a stretch; clocks that run are worked out anew. Refused
 * when the stretch runs backwards or is longer than two months.
 */
export async function addHolidays(
	ctx: Context,
	{ from, until = from, name }: AddHolidays,
): Promise<Result<undefined, 'days-backwards' | 'days-too-many'>> {
	demand(ctx, 'support.keep-holidays');
	const days = daysOf(from, until);
	if (days.length === 0) return refused('days-backwards', 'until');
	if (days.length > mostDays) return refused('days-too-many', 'until');
	const { organisation } = officer(ctx);
	return inTransaction(ctx, async (inside) => {
		await insertHolidays(inside, organisation, days, name);
		await runClocksOn(inside, await clockedSteps(inside, organisation));
		await audit(
			inside,
			'support.holidays-added',
			{ kind: 'organisation', id: organisation },
			{ from, until },
		);
		return granted();
	});
}

/** Opens the organisation again on a day. */
export async function removeHoliday(ctx: Context, closed: string): Promise<void> {
	demand(ctx, 'support.keep-holidays');
	const { organisation } = officer(ctx);
	await inTransaction(ctx, async (inside) => {
		if (!(await deleteHoliday(inside, organisation, closed))) throw new NotFound('holiday');
		await runClocksOn(inside, await clockedSteps(inside, organisation));
		await audit(
			inside,
			'support.holiday-removed',
			{ kind: 'organisation', id: organisation },
			{ day: closed },
		);
	});
}

function daysOf(from: string, until: string): string[] {
	const [first, last] = [Date.parse(`${from}T00:00:00Z`), Date.parse(`${until}T00:00:00Z`)];
	const count = Math.round((last - first) / day) + 1;
	return Array.from({ length: Math.min(Math.max(count, 0), mostDays + 1) }, (_, at) =>
		new Date(first + at * day).toISOString().slice(0, 10),
	);
}
