/** What the forum of spaces owes the platform. */
import type { SpaceId } from '#domain/spaces';
import type { ColumnClass, Part } from '#platform/part';
import type { PersonId } from '#shared/actor';
import { threadsLogged } from './log.sql.ts';
import { exportForum } from './privacy.sql.ts';
import { forgetRemovedDiscussions } from './remove-discussion.ts';
import type { ThreadId } from './thread.ts';
import { deleteForumOf } from './threads.sql.ts';

declare module '#platform/part' {
	interface Events {
		/** Somebody replied; the part that owns the kind of space tells the adults who wrote in the thread. */
		'thread.replied': {
			readonly space: SpaceId;
			readonly spaceName: string;
			readonly thread: ThreadId;
			readonly persons: readonly PersonId[];
		};
	}
}

/** Pupils talk here too: all of it is treated as a minor's. */
const said: ColumnClass = { class: 'of a minor', kept: 'space' };

export const forum: Part = {
	name: 'spaces/forum',
	spaceLog: threadsLogged,
	schemas: ['spaces_forum'],
	jobs: { 'forget-removed': forgetRemovedDiscussions },
	schedules: [{ job: 'forget-removed', cron: '17 * * * *' }],
	within: { 'space.emptied': (ctx, { space }) => deleteForumOf(ctx, space) },
	privacy: {
		columns: {
			'spaces_forum.discussion': {
				id: 'none',
				space_id: 'none',
				title: said,
				locale: 'none',
				opened_by: said,
				opened_at: 'none',
			},
			'spaces_forum.discussion_removal': {
				discussion_id: 'none',
				removed_by: said,
				removed_at: said,
			},
			'spaces_forum.thread': {
				id: 'none',
				discussion_id: 'none',
				space_id: 'none',
				title: said,
				locale: 'none',
				begun_by: said,
				begun_at: said,
				last_post_at: 'none',
				last_post_by: said,
				pinned_at: 'none',
				pinned_by: said,
				locked_at: 'none',
				locked_by: said,
			},
			'spaces_forum.reading': { member_id: said, thread_id: 'none', read_at: said },
		},
		exportFor: (ctx, person) => exportForum(ctx, { person }),
		exportForPupil: (ctx, pupil) => exportForum(ctx, { pupil }),
	},
};
