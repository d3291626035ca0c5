import { ownCohorts } from '#domain/teacher-education';
import { showCohort } from './show-cohort.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { ctx, locale } = locals;
	const { institutions, cohorts } = await ownCohorts(ctx);
	return {
		educates: institutions.length > 0,
		cohorts: cohorts.map((cohort) => showCohort(cohort, cohort.institution, locale)),
	};
};
