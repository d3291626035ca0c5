/** What kits owe the platform. */
import type { ColumnClass, Part } from '#platform/part';
import { layOut } from './found-from-kit.ts';
import { deleteOwnKitsOf } from './kits.sql.ts';
import { exportKits } from './privacy.sql.ts';
import { kitKind, reportableKit } from './reportable-kit.ts';

const written: ColumnClass = { class: 'personal', kept: 'space' };

export const kits: Part = {
	name: 'twinspaces/kits',
	schemas: ['twinspaces_kits'],
	reportable: { [kitKind]: reportableKit },
	within: {
		'project.opened': layOut,
		'space.emptied': (ctx, { space }) => deleteOwnKitsOf(ctx, space),
	},
	privacy: {
		columns: {
			'twinspaces_kits.kit': {
				id: 'none',
				space_id: 'none',
				made_by: written,
				made_at: 'none',
				kind: 'none',
				locale: 'none',
				title: written,
				plan: written,
				structure: written,
				offered_at: 'none',
			},
			'twinspaces_kits.founded': {
				project_id: 'none',
				kit_id: 'none',
				founded_at: 'none',
				laid_out_at: 'none',
			},
		},
		exportFor: exportKits,
	},
};
