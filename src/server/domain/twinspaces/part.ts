/** What TwinSpaces owe the platform. */
import { captionsPurpose, materialPurpose } from '#domain/spaces/materials';
import { picturePurpose } from '#domain/spaces/pages';
import type { ColumnClass, Part } from '#platform/part';
import { followClass, welcomeCaretaker } from './bring-class.ts';
import { endClassesWithProjects } from './end-classes.ts';
import { openTwinSpace } from './open-twinspace.ts';
import { withdrawBinned } from './publish-page.ts';
import { deleteClass, deleteClassesIn, deletePublicationsOf, publishedAmong } from './forget.sql.ts';
import { exportPublications } from './privacy.sql.ts';
import { opensPublicMaterial } from './public-materials.ts';
import { opensPublicPicture } from './read-public.ts';
import { reportablePublicPage } from './reportable-public-page.ts';
import { pagesEndingWith, withdrawShowing } from './shown-pupils.ts';
import { tellOfHidden, tellOfMatter, tellOfReply } from './tell-teachers.ts';

const member: ColumnClass = { class: 'personal', kept: 'space' };

export const twinspaces: Part = {
	name: 'twinspaces',
	schemas: ['twinspaces'],
	reportable: { 'public-page': reportablePublicPage },
	within: {
		'project.opened': openTwinSpace,
		'pupils.added': followClass,
		'class.taken-over': welcomeCaretaker,
		'matter.opened': tellOfMatter,
		'consent.withdrawn': withdrawShowing,
		'page.hidden': withdrawBinned,
		'material.hidden': tellOfHidden,
		'thread.replied': tellOfReply,
		'page.binned': withdrawBinned,
		'page.removed': (ctx, { page }) => deletePublicationsOf(ctx, page),
		'class.removed': (ctx, { class: id }) => deleteClass(ctx, id),
		'page.reduced': (ctx, { page, version }) => deletePublicationsOf(ctx, page, version),
		'space.emptied': (ctx, { space }) => deleteClassesIn(ctx, space),
	},
	jobs: { 'end-classes': endClassesWithProjects },
	schedules: [{ job: 'end-classes', cron: '16 * * * *' }],
	keepsPages: publishedAmong,
	consentEffects: pagesEndingWith,
	opensFiles: {
		[picturePurpose]: opensPublicPicture,
		[materialPurpose]: opensPublicMaterial,
		[captionsPurpose]: opensPublicMaterial,
	},
	privacy: {
		columns: {
			'twinspaces.twinspace': { project_id: 'none', space_id: 'none', made_at: 'none' },
			'twinspaces.class_in_space': {
				space_id: 'none',
				class_id: 'none',
				added_by: member,
				added_at: 'none',
			},
			'twinspaces.publication': {
				id: 'none',
				page_id: 'none',
				version: 'none',
				statement_locale: 'none',
				statement_version: 'none',
				confirmed_by: member,
				published_at: 'none',
				withdrawn_by: member,
				withdrawn_at: 'none',
			},
			'twinspaces.shown_pupil': {
				publication_id: 'none',
				member_id: { class: 'of a minor', kept: 'space' },
			},
			'twinspaces.shown_material': { publication_id: 'none', material_id: 'none' },
		},
		exportFor: exportPublications,
	},
};
