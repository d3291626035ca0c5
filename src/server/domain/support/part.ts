/** What support owes the platform. */
import type { ColumnClass, Part } from '#platform/part';
import { carryOutBulks } from './decide-in-bulk.ts';
import { forgetOldLooks } from './forget.ts';
import { officersAndApplicantsAmong } from './organisations.sql.ts';
import { eraseSupport, exportSupport, separateSupport, uniteSupport } from './privacy.ts';
import { sweep } from './sweep.ts';

const officer: ColumnClass = { class: 'personal', kept: 'account', person: true };
const held: ColumnClass = { class: 'personal', kept: 'account' };
const look: ColumnClass = { class: 'personal', kept: 'log' };
const party: ColumnClass = { class: 'personal', kept: 'account', person: true };
const words: ColumnClass = { class: 'personal', kept: 'account' };

export const support: Part = {
	name: 'support',
	schemas: ['support'],
	jobs: { sweep, 'forget-looks': forgetOldLooks, 'carry-out-bulks': carryOutBulks },
	schedules: [
		{ job: 'carry-out-bulks', cron: '* * * * *' },
		{ job: 'sweep', cron: '7 * * * *' },
		{ job: 'forget-looks', cron: '19 * * * *' },
	],
	knowsAmong: officersAndApplicantsAmong,
	privacy: {
		columns: {
			'support.organisation': {
				id: 'none',
				kind: 'none',
				name: 'none',
				country: 'none',
				mail: 'none',
				locale: 'none',
				time_zone: 'none',
				weekend: 'none',
			},
			'support.coverage': {
				id: 'none',
				organisation_id: 'none',
				country: 'none',
				region: 'none',
				language: 'none',
			},
			'support.office': {
				id: 'none',
				organisation_id: 'none',
				person_id: officer,
				kind: held,
				given_at: held,
				given_by: officer,
				ended_at: held,
			},
			'support.holiday': { organisation_id: 'none', day: 'none', name: 'none' },
			'support.clock_rule': {
				case_kind: 'none',
				organisation_id: 'none',
				remind_after_days: 'none',
				escalate_after_days: 'none',
				number: 'none',
				since: 'none',
				set_at: held,
				set_by: officer,
			},
			'support.approval_case': {
				id: 'none',
				kind: 'none',
				subject_id: 'none',
				applicant_id: party,
				opened_at: 'none',
				waits_for: 'none',
			},
			'support.case_party': { case_id: 'none', person_id: party, school_id: words },
			'support.case_round': {
				case_id: 'none',
				round: 'none',
				opened_at: 'none',
				note: words,
				note_locale: 'none',
				snapshot: words,
				decided_at: 'none',
				outcome: 'none',
			},
			'support.case_step': {
				id: 'none',
				case_id: 'none',
				round: 'none',
				stage: 'none',
				place: 'none',
				organisation_id: 'none',
				opened_at: 'none',
				closed_at: 'none',
				remind_at: 'none',
				escalate_at: 'none',
				reminded_at: 'none',
				central_since: 'none',
				central_reason: 'none',
			},
			'support.step_decision': {
				step_id: 'none',
				decision: 'none',
				evidence: 'none',
				office_id: 'none',
				decided_at: 'none',
				reason: words,
				words,
				words_locale: 'none',
			},
			'support.case_question': {
				id: 'none',
				step_id: 'none',
				office_id: 'none',
				words,
				words_locale: 'none',
				asked_at: 'none',
				remind_at: 'none',
				reminded_at: 'none',
				answer: words,
				answer_locale: 'none',
				answered_by: party,
				answered_at: 'none',
			},
			// for a minute
			'support.bulk': {
				id: 'none',
				office_id: 'none',
				decision: 'none',
				reason: words,
				words,
				words_locale: 'none',
				made_at: 'none',
				due_at: 'none',
			},
			'support.bulk_step': { step_id: 'none', bulk_id: 'none' },
			'support.look': {
				id: 'none',
				office_id: look,
				case_id: look,
				about: look,
				person_id: { ...look, person: true },
				reason: look,
				opened_at: look,
				ends_at: look,
			},
		},
		forgets: { 'forget-looks': ['log'] },
		exportFor: exportSupport,
		erase: eraseSupport,
		unite: uniteSupport,
		separate: separateSupport,
	},
};
