/** How one reaches a cohort: as a validated educator of its institution. */
import { validatedAffiliations } from '#domain/people';
import { institutionsAmong, type SchoolCard } from '#domain/schools';
import type { Context } from '#platform/context';
import { NotFound } from '#platform/errors';
import { isId } from '#platform/ids';
import { personOf } from '#shared/actor';
import { demand } from './abilities.ts';
import type { Cohort } from './cohort.ts';
import { cohortsById, type CohortCounts } from './cohorts.sql.ts';

/** The institutions at which the acting person educates. */
export async function ownInstitutions(ctx: Context): Promise<SchoolCard[]> {
	const person = personOf(ctx.actor);
	if (ctx.actor.kind !== 'teacher' || person === undefined) return [];
	const places = await validatedAffiliations(ctx, person);
	const schools = places.filter(({ role }) => role === 'educator').map(({ school }) => school);
	return institutionsAmong(ctx, schools);
}

/** The cohort, for whoever educates at its institution; for anybody else it does not exist. */
export async function reachCohort(
	ctx: Context,
	id: Cohort['id'],
): Promise<{ readonly cohort: CohortCounts; readonly institution: SchoolCard }> {
	const [cohort] = isId(id) ? await cohortsById(ctx, [id]) : [];
	const institutions = await ownInstitutions(ctx);
	const institution = institutions.find(({ id }) => id === cohort?.school);
	if (!cohort || !institution) throw new NotFound('cohort');
	demand(ctx, 'cohort.look-after', { educates: true });
	return { cohort, institution };
}
