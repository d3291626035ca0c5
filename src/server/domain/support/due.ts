/** When so many working days of an organisation will have passed, for the clocks of other parts. */
import type { Context } from '#platform/context';
import { NotFound } from '#platform/errors';
import type { OrganisationId } from '#shared/actor';
import { calendarOf, organisationsById } from './organisations.sql.ts';
import { afterWorkingDays } from './working-days.ts';

/** The morning of that day, in the organisation's zone. */
export async function workingDaysFrom(
	ctx: Context,
	organisation: OrganisationId,
	from: Date,
	days: number,
): Promise<Date> {
	const [found] = await organisationsById(ctx, [organisation]);
	if (!found) throw new NotFound('organisation');
	return afterWorkingDays(from, days, calendarOf(found));
}
