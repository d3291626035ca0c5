/** What was reported and decided in a year, in numbers: nobody is in them. */
import type { Context } from '#platform/context';
import type { Officer } from '#shared/actor';
import { demand } from './abilities.ts';
import { countsOfYear, type YearCount } from './counts.sql.ts';

export type { YearCount };

/** The counts of a year at the officer's organisation; the central desk sees all. */
export async function countsFor(ctx: Context, year: number): Promise<YearCount[]> {
	demand(ctx, 'safety.see-desk');
	const { organisation, officeKind } = ctx.actor as Officer;
	return countsOfYear(ctx, year, officeKind === 'central' ? undefined : organisation);
}
