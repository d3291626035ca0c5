/** What the pages of spaces owe the platform. */
import type { MemberId } from '#domain/spaces';
import type { Context } from '#platform/context';
import type { ColumnClass, Part } from '#platform/part';
import { picturesOutOfSight } from './consent-effects.ts';
import { removeBinnedPages, removePagesOf } from './forget.ts';
import { bringLogsTogether } from './live/bring-together.ts';
import type { PageId } from './page.ts';
import { picturePurpose } from './own-pictures.ts';
import { opensPicture, pictures } from './picture-purpose.ts';
import { reportablePage } from './reportable-page.ts';
import { pagesLogged } from './log.sql.ts';
import { exportVersions } from './privacy.sql.ts';

declare module '#platform/part' {
	interface Events {
		/** A page went into the bin: whatever was shown of it elsewhere is withdrawn. */
		'page.binned': { readonly page: PageId; readonly by: MemberId };
		/** A teacher or a moderator hid a page: nothing of it is public any more. */
		'page.hidden': { readonly page: PageId; readonly by: MemberId };
		/** A page is about to be removed with all its versions; who points to it lets go in the same transaction. */
		'page.removed': { readonly page: PageId };
		/** All other versions of a page are about to be removed. */
		'page.reduced': { readonly page: PageId; readonly version: number };
	}
	interface Part {
		/** The versions of these pages that stay when their space is emptied, such as what was published. */
		readonly keepsPages?: (
			ctx: Context,
			pages: readonly PageId[],
		) => Promise<Iterable<readonly [page: PageId, version: number]>>;
	}
}

/** Pupils write here too: all of it is treated as a minor's. */
const author: ColumnClass = { class: 'of a minor', kept: 'page' };
const written: ColumnClass = { class: 'of a minor', kept: 'page' };

export const pages: Part = {
	name: 'spaces/pages',
	spaceLog: pagesLogged,
	schemas: ['spaces_pages'],
	reportable: { page: reportablePage },
	within: { 'space.emptied': (ctx, { space }) => removePagesOf(ctx, space) },
	consentEffects: picturesOutOfSight,
	jobs: { 'remove-binned': removeBinnedPages, 'bring-logs-together': bringLogsTogether },
	schedules: [
		{ job: 'remove-binned', cron: '23 * * * *' },
		{ job: 'bring-logs-together', cron: '41 2 * * *' },
	],
	files: { [picturePurpose]: pictures },
	opensFiles: { [picturePurpose]: opensPicture },
	privacy: {
		columns: {
			'spaces_pages.page': {
				id: 'none',
				short_id: 'none',
				space_id: 'none',
				position: 'none',
				parent_id: 'none',
				version: 'none',
				written: 'none',
				title: written,
				locale: 'none',
				made_by: author,
				made_at: 'none',
				shared_at: 'none',
				shared_by: author,
				binned_at: 'none',
				binned_by: author,
			},
			'spaces_pages.page_version': {
				page_id: 'none',
				version: 'none',
				title: written,
				locale: 'none',
				content: written,
				saved_by: author,
				saved_at: 'none',
				written: 'none',
				live_since: 'none',
			},
			'spaces_pages.page_change': {
				page_id: 'none',
				number: 'none',
				change: written,
				written_by: author,
				written_at: 'none',
			},
			'spaces_pages.page_hand': { page_id: 'none', hand: 'none', member_id: author },
			'spaces_pages.version_writer': { page_id: 'none', version: 'none', member_id: author },
			'spaces_pages.picture_in_version': { page_id: 'none', version: 'none', file_id: 'none' },
		},
		forgets: { 'remove-binned': ['page'] },
		exportFor: (ctx, person) => exportVersions(ctx, { person }),
		exportForPupil: (ctx, pupil) => exportVersions(ctx, { pupil }),
	},
};
