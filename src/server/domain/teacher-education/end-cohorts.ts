/** When studies end: the places at the institution end with them, the accounts go on. */
import { endCohortPlaces } from '#domain/people';
import { schoolCards } from '#domain/schools';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { emit } from '#platform/events';
import type { System } from '#shared/actor';
import { demand } from './abilities.ts';
import { cohortsToEnd, insertEnding, type CohortCounts } from './cohorts.sql.ts';
import { forgetInvited, studentsOf } from './students.sql.ts';

const atOnce = 50;

/** The daily job. Running it twice ends nothing twice. */
export async function endCohorts(ctx: Context<System>): Promise<void> {
	demand(ctx, 'cohort.end');
	for (const cohort of await cohortsToEnd(ctx, atOnce)) {
		await inTransaction(ctx, (inside) => endCohort(inside, cohort));
	}
}

async function endCohort(ctx: Context, cohort: CohortCounts): Promise<void> {
	await insertEnding(ctx, cohort.id);
	const accepted = (await studentsOf(ctx, cohort.id)).filter(({ acceptedAt }) => acceptedAt !== null);
	const still = await endCohortPlaces(
		ctx,
		accepted.flatMap(({ affiliation }) => affiliation ?? []),
	);
	await forgetInvited(ctx, cohort.id);
	if (still.length === 0) return;
	const school = (await schoolCards(ctx, [cohort.school])).get(cohort.school);
	const params = { institution: school?.name ?? '' };
	await emit(ctx, 'notice', { to: still, kind: 'studies-ended', params, path: '/me/school' });
}
