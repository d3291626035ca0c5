/** What teacher education owes the platform. */
import type { Part } from '#platform/part';
import { cohortCase } from './cohort-case.ts';
import { giveCohortsBack, moveCohorts } from './cohorts.sql.ts';
import { endCohorts } from './end-cohorts.ts';
import { cohortsOfPerson, forgetInCohorts, handCohortsOver, takeCohortsBack } from './privacy.sql.ts';

const person = { class: 'personal', kept: 'account', person: true } as const;
const invited = { class: 'personal', kept: 'cohort' } as const;

export const teacherEducation: Part = {
	name: 'teacher-education',
	schemas: ['teacher_education'],
	cases: { cohort: cohortCase },
	atSchools: { move: moveCohorts, giveBack: giveCohortsBack },
	jobs: { 'end-cohorts': endCohorts },
	schedules: [{ job: 'end-cohorts', cron: '33 * * * *' }],
	privacy: {
		columns: {
			'teacher_education.cohort': {
				id: 'none',
				school_id: 'none',
				educator_id: person,
				name: 'none',
				ends_on: 'none',
				made_at: 'none',
			},
			'teacher_education.cohort_approval': { cohort_id: 'none', case_id: 'none', approved_at: 'none' },
			'teacher_education.cohort_ending': { cohort_id: 'none', ended_at: 'none' },
			'teacher_education.student': {
				id: 'none',
				cohort_id: 'none',
				name: invited,
				email: invited,
				invited_at: 'none',
				letters: 'none',
				token_hash: invited,
				expires_at: 'none',
				withdrawn_at: 'none',
				accepted_at: 'none',
				person_id: person,
				affiliation_id: 'none',
			},
		},
		forgets: { 'end-cohorts': ['cohort'] },
		exportFor: cohortsOfPerson,
		erase: forgetInCohorts,
		unite: handCohortsOver,
		separate: takeCohortsBack,
	},
};
