/** What notices owe the platform. They only hear: any part says `notice`, and nobody asks them anything. */
import type { Part } from '#platform/part';
import type { NoticeKind } from '#shared/notice-kinds';
import type { PersonId } from '#shared/actor';
import { eraseNotices, exportNotices, separateNotices, uniteNotices } from './privacy.ts';
import { tell } from './tell.ts';

export type NoticeEvent = {
	readonly to: readonly PersonId[];
	readonly kind: NoticeKind;
	/** Values of the kind's messages. Never a pupil's alias, never words of a pupil. */
	readonly params: Readonly<Record<string, string | number>>;
	/** The page it is about, without language: `/me/status`. */
	readonly path: string;
};

declare module '#platform/part' {
	interface Events {
		notice: NoticeEvent;
	}
}

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
