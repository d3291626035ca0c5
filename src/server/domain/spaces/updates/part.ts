/** What the updates of spaces owe the platform. */
import type { SpaceId } from '#domain/spaces';
import type { ColumnClass, Part } from '#platform/part';
import type { PersonId } from '#shared/actor';
import { forgetOldPosts } from './forget.ts';
import { exportPosts } from './privacy.sql.ts';
import { deletePostsIn } from './write-posts.sql.ts';

declare module '#platform/part' {
	interface Events {
		/** Somebody reported a post; the part that owns the kind of space tells its teachers where to look. */
		'post.reported': {
			readonly space: SpaceId;
			readonly spaceName: string;
			readonly teachers: readonly PersonId[];
		};
		/** A teacher hid or removed somebody's post; pupils have no person and see it where they wrote. */
		'post.moderated': {
			readonly space: SpaceId;
			readonly spaceName: string;
			readonly author: PersonId | null;
		};
	}
}

/** Pupils write here: all of it is treated as a minor's. */
const written: ColumnClass = { class: 'of a minor', kept: 'space' };
const report: ColumnClass = { class: 'of a minor', kept: 'report' };
const decision = { reason: written, words: written } as const;

export const updates: Part = {
	name: 'spaces/updates',
	schemas: ['spaces_updates'],
	within: { 'space.emptied': (ctx, { space }) => deletePostsIn(ctx, space) },
	jobs: { forget: forgetOldPosts },
	schedules: [{ job: 'forget', cron: '13 * * * *' }],
	privacy: {
		columns: {
			'spaces_updates.post': {
				id: 'none',
				space_id: 'none',
				member_id: written,
				wall_member_id: written,
				reply_to: 'none',
				words: { class: 'of a minor', kept: 'post' },
				locale: 'none',
				posted_at: written,
			},
			'spaces_updates.post_hiding': { post_id: 'none', hidden_by: written, hidden_at: written, ...decision },
			'spaces_updates.post_removal': {
				post_id: 'none',
				removed_by: written,
				removed_at: written,
				...decision,
			},
			'spaces_updates.post_report': {
				id: 'none',
				post_id: 'none',
				reported_by: report,
				reason: report,
				words: report,
				reported_at: report,
				settled_by: report,
				settled_at: report,
				outcome: 'none',
			},
		},
		forgets: { forget: ['post', 'report'] },
		exportFor: exportPosts,
	},
};
