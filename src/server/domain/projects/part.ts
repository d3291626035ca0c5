/** What projects owe the platform. */
import type { ColumnClass, Part } from '#platform/part';
import { projectsAtSchools } from './at-schools.sql.ts';
import type { PersonId } from '#shared/actor';
import type { Locale } from '#shared/locales';
import { tellOfPartner } from './between-schools.ts';
import { findableProjects } from './findable-projects.ts';
import { forgetWithdrawnPlans } from './forget.ts';
import { eraseProjects, exportProjects, separateProjects, uniteProjects } from './privacy.ts';
import { joinPartnerships } from './privacy.sql.ts';
import { opensProjectPicture, projectPicturePurpose, projectPictures } from './picture.ts';
import { projectCase } from './project-case.ts';
import { projectKind, reportableProject } from './reportable-project.ts';
import type { ProjectId } from './project.ts';

export type ProjectOpened = {
	readonly project: ProjectId;
	readonly title: string;
	readonly summary: string;
	readonly locale: Locale;
	readonly founders: readonly { readonly person: PersonId; readonly school: string }[];
};

declare module '#platform/part' {
	interface Events {
		/** In the transaction of the last approval; once for each project. */
		'project.opened': ProjectOpened;
		/** The plan of an open project has other words. */
		'project.changed': { readonly project: ProjectId };
	}
}

const person: ColumnClass = { class: 'personal', kept: 'project', person: true };
const written: ColumnClass = { class: 'personal', kept: 'project' };

export const projects: Part = {
	name: 'projects',
	schemas: ['projects'],
	atSchools: projectsAtSchools,
	cases: { project: projectCase },
	reportable: { [projectKind]: reportableProject },
	within: {
		'accounts.settled': (ctx, { from, into }) => joinPartnerships(ctx, from, into),
		'affiliation.ended': tellOfPartner,
	},
	files: { [projectPicturePurpose]: projectPictures },
	opensFiles: { [projectPicturePurpose]: opensProjectPicture },
	findable: [findableProjects],
	jobs: { 'forget-withdrawn': forgetWithdrawnPlans },
	schedules: [{ job: 'forget-withdrawn', cron: '39 * * * *' }],
	privacy: {
		columns: {
			'projects.project': {
				id: 'none',
				short_id: 'none',
				kind: 'none',
				founder_id: person,
				founder_school_id: written,
				cofounder_choice_id: person,
				locale: 'none',
				title: written,
				summary: written,
				languages: 'none',
				subjects: 'none',
				ages_from: 'none',
				ages_to: 'none',
				pupils_expected: 'none',
				aims: written,
				work_plan: written,
				expected_results: written,
				tools: 'none',
				starts_in: 'none',
				ends_in: 'none',
				themes: 'none',
				competences: 'none',
				erasmus_number: 'none',
				partners_wanted: 'none',
				partners_until: 'none',
				partners_from: 'none',
				picture_file_id: written,
				picture_alternative: written,
				made_at: 'none',
				saved_at: 'none',
				version: 'none',
				folded: written,
			},
			'projects.cofounder_invitation': {
				id: 'none',
				project_id: 'none',
				person_id: person,
				school_id: written,
				invited_at: written,
				accepted_at: written,
				declined_at: written,
				withdrawn_at: written,
				words: written,
			},
			'projects.submission': {
				project_id: 'none',
				round: 'none',
				case_id: 'none',
				submitted_at: 'none',
				refused_at: 'none',
			},
			'projects.opening': { project_id: 'none', case_id: 'none', opened_at: 'none' },
			'projects.withdrawal': { project_id: 'none', withdrawn_by: person, withdrawn_at: written },
			'projects.closure': { project_id: 'none', closed_by: person, closed_at: written },
			'projects.hiding': { project_id: 'none', hidden_at: 'none' },
			'projects.partner': {
				project_id: 'none',
				person_id: person,
				school_id: written,
				standing: written,
				since: written,
				until: written,
			},
		},
		forgets: { 'forget-withdrawn': ['project'] },
		exportFor: exportProjects,
		erase: eraseProjects,
		unite: uniteProjects,
		separate: separateProjects,
	},
};
