/** What notices owe the platform. They only hear: any part says `notice`, and nobody asks them anything. */
import type { Part } from '#platform/part';
import './notice.ts';
import { eraseNotices, exportNotices, separateNotices, uniteNotices } from './privacy.ts';
import { tell } from './tell.ts';

export const notices: Part = {
	name: 'notices',
	schemas: ['notices'],
	within: { notice: tell },
	privacy: {
		columns: {
			'notices.notice': {
				id: 'none',
				person_id: { class: 'personal', kept: 'account', person: true },
				kind: 'none',
				params: { class: 'personal', kept: 'account' },
				path: 'none',
				told_at: 'none',
				seen_at: { class: 'personal', kept: 'account' },
			},
		},
		exportFor: exportNotices,
		erase: eraseNotices,
		unite: uniteNotices,
		separate: separateNotices,
	},
};
