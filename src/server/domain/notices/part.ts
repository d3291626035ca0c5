/** What notices owe the platform. They only hear: any part says `notice`, and nobody asks them anything. */
import type { Part } from '#platform/part';
import './notice.ts';
import { forgetOldNotices } from './forget.ts';
import { eraseNotices, exportNotices, separateNotices, uniteNotices } from './privacy.ts';
import { sendDigests } from './send-digests.ts';
import { tell } from './tell.ts';

const chooser = { class: 'personal', kept: 'account', person: true } as const;
const chosen = { class: 'personal', kept: 'account' } as const;
const told = { class: 'personal', kept: 'notice' } as const;

export const notices: Part = {
	name: 'notices',
	schemas: ['notices'],
	within: { notice: tell },
	jobs: { forget: forgetOldNotices, 'send-digests': sendDigests },
	schedules: [
		{ job: 'forget', cron: '9 * * * *' },
		{ job: 'send-digests', cron: '*/5 * * * *' },
	],
	privacy: {
		columns: {
			'notices.notice': {
				id: 'none',
				person_id: { class: 'personal', kept: 'notice', person: true },
				kind: told,
				params: told,
				named: told,
				path: told,
				told_at: told,
				seen_at: told,
				digest_at: told,
				digested_at: told,
				stop_path: told,
			},
			'notices.choice': { person_id: chooser, topic: 'none', way: chosen, chosen_at: chosen },
			'notices.habit': {
				person_id: chooser,
				digest: chosen,
				quiet_from: chosen,
				quiet_until: chosen,
				changed_at: chosen,
			},
		},
		forgets: { forget: ['notice'] },
		exportFor: exportNotices,
		erase: eraseNotices,
		unite: uniteNotices,
		separate: separateNotices,
	},
};
