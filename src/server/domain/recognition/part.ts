/** What recognition owes the platform. */
import type { ColumnClass, Part } from '#platform/part';
import type { PersonId } from '#shared/actor';
import { labelCase } from './label-case.ts';
import { eraseLabels, exportLabels, joinLabels } from './privacy.ts';
import { labelsAtSchools } from './privacy.sql.ts';
import { labelCaseKind } from './send-application.ts';
import { separateLabels, uniteLabels } from './unite-labels.ts';

export type LabelAwarded = {
	readonly person: PersonId;
	readonly project: string;
	/** Where the work was done. */
	readonly school: string;
};

declare module '#platform/part' {
	interface Events {
		/** In the transaction of the decision; once for each label. */
		'label.awarded': LabelAwarded;
	}
}

const person: ColumnClass = { class: 'personal', kept: 'account', person: true };
const written: ColumnClass = { class: 'personal', kept: 'account' };
/** Officers, by their office. */
const set: ColumnClass = { class: 'personal', kept: 'account' };

export const recognition: Part = {
	name: 'recognition',
	schemas: ['recognition'],
	cases: { [labelCaseKind]: labelCase },
	atSchools: labelsAtSchools,
	within: { 'accounts.settled': (ctx, { from }) => joinLabels(ctx, from) },
	privacy: {
		columns: {
			'recognition.application': {
				id: 'none',
				project_id: written,
				person_id: person,
				locale: 'none',
				checks: written,
				collaboration: written,
				technology: written,
				pedagogy: written,
				curriculum: written,
				results: written,
				evidence: written,
				review: written,
				note: written,
				made_at: 'none',
				saved_at: 'none',
				version: 'none',
			},
			'recognition.submission': {
				application_id: 'none',
				round: 'none',
				school_id: written,
				case_id: 'none',
				school_year: 'none',
				submitted_at: written,
				refused_at: written,
			},
			// the project and the school keep it when the person goes
			'recognition.label': {
				project_id: 'none',
				person_id: { class: 'personal', kept: 'project', person: true },
				school_id: { class: 'personal', kept: 'project' },
				case_id: 'none',
				awarded_at: { class: 'personal', kept: 'project' },
			},
			'recognition.assessment': {
				step_id: 'none',
				office_id: 'none',
				application_id: 'none',
				words: written,
				words_locale: 'none',
				saved_at: 'none',
				given_at: written,
			},
			'recognition.mark': {
				step_id: 'none',
				office_id: 'none',
				about: 'none',
				points: written,
				is_met: written,
				words: written,
			},
			'recognition.label_rule': {
				number: 'none',
				organisation_id: 'none',
				applications_a_year: 'none',
				points_needed: 'none',
				points_each: 'none',
				feedback_least: 'none',
				since: 'none',
				set_at: set,
				set_by: set,
			},
		},
		exportFor: exportLabels,
		erase: eraseLabels,
		unite: uniteLabels,
		separate: separateLabels,
	},
};
