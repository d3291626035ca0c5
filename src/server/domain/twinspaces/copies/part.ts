/** What copies of TwinSpaces owe the platform. */
import { NotFound } from '#platform/errors';
import type { ColumnClass, Part } from '#platform/part';
import { copyPurpose } from './copy.ts';
import { filesOfCopies } from './copies.sql.ts';
import { copiesEndingWith, forgetCopies, forgetCopiesHolding, forgetCopiesOf } from './forget.ts';
import { makeCopies } from './make-copies.ts';
import { exportCopies } from './privacy.sql.ts';
import { opensCopy } from './read-copies.ts';

const asked: ColumnClass = { class: 'personal', kept: 'copy' };

export const copies: Part = {
	name: 'twinspaces/copies',
	schemas: ['twinspaces_copies'],
	within: {
		'space.emptied': (ctx, { space }) => forgetCopiesOf(ctx, space),
		'consent.withdrawn': forgetCopiesHolding,
		'picture.kept-back': (ctx, { space }) => forgetCopiesOf(ctx, space),
	},
	consentEffects: copiesEndingWith,
	jobs: { make: makeCopies, forget: forgetCopies },
	schedules: [
		{ job: 'make', cron: '* * * * *' },
		{ job: 'forget', cron: '53 * * * *' },
	],
	files: {
		[copyPurpose]: {
			kinds: [],
			mostBytes: 0,
			mayAdd: () => Promise.reject(new NotFound('file-purpose')),
			inUse: filesOfCopies,
		},
	},
	opensFiles: { [copyPurpose]: opensCopy },
	privacy: {
		columns: {
			'twinspaces_copies.copy': {
				id: 'none',
				space_id: 'none',
				asked_by: asked,
				asked_at: asked,
				locale: 'none',
				done: 'none',
				out_of: 'none',
				leased_until: 'none',
				attempts: 'none',
				file_id: 'none',
				bytes: 'none',
				ready_at: 'none',
				failed_at: 'none',
			},
		},
		forgets: { forget: ['copy'] },
		exportFor: exportCopies,
	},
};
