/** What notices owe the platform. They only hear: any part says `notice`, and nobody asks them anything. */
import type { Part } from '#platform/part';
import './notice.ts';
import { forgetOldNotices } from './forget.ts';
import { eraseNotices, exportNotices, separateNotices, uniteNotices } from './privacy.ts';
import { tell } from './tell.ts';

const told = { class: 'personal', kept: 'notice' } as const;

export const notices: Part = {
	name: 'notices',
	schemas: ['notices'],
	within: { notice: tell },
	jobs: { forget: forgetOldNotices },
	schedules: [{ job: 'forget', cron: '9 * * * *' }],
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
			},
		},
		forgets: { forget: ['notice'] },
		exportFor: exportNotices,
		erase: eraseNotices,
		unite: uniteNotices,
		separate: separateNotices,
	},
};
