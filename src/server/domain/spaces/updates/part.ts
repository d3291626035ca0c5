/** What the updates of spaces owe the platform. */
import type { ColumnClass, Part } from '#platform/part';
import { forgetOldPosts } from './forget.ts';
import { postKind, reportablePost } from './reportable-post.ts';
import { postsLogged } from './log.sql.ts';
import { exportPosts } from './privacy.sql.ts';
import { deletePostsIn } from './write-posts.sql.ts';

/** Pupils write here: all of it is treated as a minor's. */
const written: ColumnClass = { class: 'of a minor', kept: 'space' };
const decision = { reason: written, words: written } as const;

export const updates: Part = {
	name: 'spaces/updates',
	spaceLog: postsLogged,
	schemas: ['spaces_updates'],
	reportable: { [postKind]: reportablePost },
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
				topic_id: written,
				in_bulletin: 'none',
				reply_to: 'none',
				words: { class: 'of a minor', kept: 'post' },
				locale: 'none',
				posted_at: written,
				pinned_at: 'none',
				pinned_by: written,
				mended_at: 'none',
			},
			'spaces_updates.earlier_words': {
				post_id: 'none',
				said_until: 'none',
				words: { class: 'of a minor', kept: 'post' },
				locale: 'none',
			},
			'spaces_updates.post_like': { post_id: 'none', member_id: written, liked_at: written },
			'spaces_updates.post_hiding': { post_id: 'none', hidden_by: written, hidden_at: written, ...decision },
			'spaces_updates.post_removal': {
				post_id: 'none',
				removed_by: written,
				removed_at: written,
				...decision,
			},
		},
		forgets: { forget: ['post'] },
		exportFor: (ctx, person) => exportPosts(ctx, { person }),
		exportForPupil: (ctx, pupil) => exportPosts(ctx, { pupil }),
	},
};
