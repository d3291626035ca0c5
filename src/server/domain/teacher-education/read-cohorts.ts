/** Reads of cohorts for the educators of an institution. */
import { schoolCards, type SchoolCard } from '#domain/schools';
import { chainsFor, type Chain } from '#domain/support';
import type { Context } from '#platform/context';
import { demand } from './abilities.ts';
import { stateOfInvitation, type CohortId, type InvitationState, type Student } from './cohort.ts';
import { cohortsAt, type CohortCounts } from './cohorts.sql.ts';
import { ownInstitutions, reachCohort } from './reach-cohort.ts';
import { studentsOf } from './students.sql.ts';

export type OwnCohorts = {
	readonly institutions: readonly SchoolCard[];
	readonly cohorts: readonly (CohortCounts & { readonly institution: string })[];
};

/** The cohorts of the institutions at which I educate, those that go on first. */
export async function ownCohorts(ctx: Context): Promise<OwnCohorts> {
	demand(ctx, 'cohort.list');
	const institutions = await ownInstitutions(ctx);
	const cohorts = await cohortsAt(
		ctx,
		institutions.map(({ id }) => id),
	);
	const cards = await schoolCards(
		ctx,
		cohorts.map(({ school }) => school),
	);
	return {
		institutions,
		cohorts: cohorts.map((cohort) => ({ ...cohort, institution: cards.get(cohort.school)?.name ?? '' })),
	};
}

export type CohortPage = {
	readonly cohort: CohortCounts;
	readonly institution: SchoolCard;
	readonly students: readonly (Student & { readonly state: InvitationState })[];
	readonly chain: Chain | undefined;
};

/** One cohort with everybody on its list, and how its case stands. */
export async function cohortFor(ctx: Context, id: CohortId): Promise<CohortPage> {
	const { cohort, institution } = await reachCohort(ctx, id);
	const students = await studentsOf(ctx, cohort.id);
	return {
		cohort,
		institution,
		students: students.map((student) => ({ ...student, state: stateOfInvitation(student, ctx.now) })),
		chain: (await chainsFor(ctx, 'cohort', [cohort.id])).get(cohort.id),
	};
}
