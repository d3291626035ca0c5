/** What the platform owes itself: the manifest of what every part stands on, and the jobs that keep it tidy. */
import { deedsOf } from './audit.ts';
import { forgetOldDeeds, sealAudit } from './audit-seal.ts';
import { hear } from './events.ts';
import { forgetUnusedFiles } from './files.ts';
import { forgetFormAnswers, forgetFormAnswersOf } from './forms.ts';
import { forgetLimitCounts } from './limits.ts';
import { forgetOldLetters } from './mail.ts';
import { auditCommand } from './audit-command.ts';
import { outboxCommands } from './outbox-commands.ts';
import type { ColumnClass, Part } from './part.ts';

const letter: ColumnClass = { class: 'personal', kept: 'letter' };
const log: ColumnClass = { class: 'personal', kept: 'log' };
const answer: ColumnClass = { class: 'personal', kept: 'form-answer' };
const limit: ColumnClass = { class: 'personal', kept: 'limit' };
/** Pupils send files too. */
const file: ColumnClass = { class: 'of a minor', kept: 'file' };

export const platform: Part = {
	name: 'platform',
	schemas: ['platform'],
	jobs: {
		event: hear,
		'seal-audit': sealAudit,
		'forget-form-answers': forgetFormAnswers,
		'forget-limit-counts': forgetLimitCounts,
		'forget-files': forgetUnusedFiles,
		'forget-letters': forgetOldLetters,
		'forget-deeds': forgetOldDeeds,
	},
	schedules: [
		{ job: 'seal-audit', cron: '* * * * *' },
		{ job: 'forget-form-answers', cron: '17 * * * *' },
		{ job: 'forget-limit-counts', cron: '27 * * * *' },
		{ job: 'forget-files', cron: '37 * * * *' },
		{ job: 'forget-letters', cron: '47 * * * *' },
		{ job: 'forget-deeds', cron: '57 * * * *' },
	],
	commands: { ...outboxCommands, 'audit verify': auditCommand },
	privacy: {
		columns: {
			'platform.form_answer': {
				actor: answer,
				form: 'none',
				key: 'none',
				body_hash: 'none',
				answer,
				answered_at: answer,
			},
			'platform.mail': {
				id: 'none',
				message_id: 'none',
				to_address: letter,
				locale: 'none',
				subject: letter,
				body: letter,
				secret_link: letter,
				mute_link: letter,
				answer_to: letter,
				concerns: letter,
				queued_at: letter,
				attempts: 'none',
				next_attempt_at: 'none',
				leased_until: 'none',
				sent_at: letter,
				given_up_at: letter,
				last_error: letter,
			},
			'platform.audit_entry': {
				id: 'none',
				at: log,
				actor_kind: 'none',
				actor_id: log,
				office_id: log,
				action: log,
				subject_kind: 'none',
				subject_id: log,
				details: log,
			},
			'platform.audit_seal': {
				up_to: 'none',
				lines: 'none',
				hash: 'none',
				sealed_at: 'none',
				forgotten_at: 'none',
			},
			'platform.limit_count': { key: limit, window_start: limit, count: limit },
			'platform.file': {
				id: 'none',
				purpose: 'none',
				owner_id: 'none',
				name: file,
				type: 'none',
				made_at: file,
			},
			'platform.file_size': {
				file_id: 'none',
				size: 'none',
				type: 'none',
				bytes: 'none',
				sha256: file,
				width: 'none',
				height: 'none',
			},
			'platform.mark': { name: 'none', content: 'none', made_at: 'none' },
			'platform.retention_rule': {
				number: 'none',
				rule: 'none',
				since: 'none',
				amount: 'none',
				unit: 'none',
				set_at: 'none',
				set_by: 'none',
			},
		},
		forgets: {
			'forget-form-answers': ['form-answer'],
			'forget-limit-counts': ['limit'],
			'forget-files': ['file'],
			'forget-letters': ['letter'],
			'forget-deeds': ['log'],
		},
		exportFor: async (ctx, person) => ({ deeds: await deedsOf(ctx, person) }),
		// the log is changed by nobody; it knows numbers and no names
		erase: forgetFormAnswersOf,
	},
};
