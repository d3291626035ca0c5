/** What the materials of spaces owe the platform. */
import type { SpaceId } from '#domain/spaces';
import type { ColumnClass, Part } from '#platform/part';
import type { PersonId } from '#shared/actor';
import { convertVideos } from './convert-videos.ts';
import type { MaterialId } from './material.ts';
import { removeBinnedMaterials, removeMaterialsOf } from './forget.ts';
import { setAllowance } from './set-allowance.ts';
import { materialKind, reportableMaterial } from './reportable-material.ts';
import { materialsLogged } from './log.sql.ts';
import { materialsOutOfSight } from './consent-effects.ts';
import { exportMaterials } from './privacy.sql.ts';
import { captionsPurpose, captionsSent, materialPurpose, materialsSent, opensMaterial } from './purposes.ts';

declare module '#platform/part' {
	interface Events {
		/** A teacher hid what somebody added; pupils have no person and see it where they put it. */
		'material.hidden': {
			readonly space: SpaceId;
			readonly spaceName: string;
			readonly material: MaterialId;
			readonly author: PersonId | null;
		};
	}
}

/** Pupils add files too: all of it is treated as a minor's. */
const added: ColumnClass = { class: 'of a minor', kept: 'material' };

export const materials: Part = {
	name: 'spaces/materials',
	spaceLog: materialsLogged,
	schemas: ['spaces_materials'],
	reportable: { [materialKind]: reportableMaterial },
	within: { 'space.emptied': (ctx, { space }) => removeMaterialsOf(ctx, space) },
	jobs: { 'convert-videos': convertVideos, 'remove-binned': removeBinnedMaterials },
	schedules: [
		{ job: 'convert-videos', cron: '* * * * *' },
		{ job: 'remove-binned', cron: '43 * * * *' },
	],
	files: { [materialPurpose]: materialsSent, [captionsPurpose]: captionsSent },
	opensFiles: { [materialPurpose]: opensMaterial, [captionsPurpose]: opensMaterial },
	consentEffects: materialsOutOfSight,
	commands: { 'materials allow': setAllowance },
	privacy: {
		columns: {
			'spaces_materials.folder': {
				id: 'none',
				space_id: 'none',
				kind: 'none',
				name: added,
				locale: 'none',
				made_by: added,
				made_at: 'none',
				binned_at: 'none',
				binned_by: added,
			},
			'spaces_materials.material': {
				id: 'none',
				space_id: 'none',
				folder_id: 'none',
				file_id: 'none',
				kind: 'none',
				name: added,
				alternative: added,
				locale: 'none',
				bytes: 'none',
				added_by: added,
				added_at: added,
				binned_at: 'none',
				binned_by: added,
			},
			'spaces_materials.hiding': {
				material_id: 'none',
				hidden_by: added,
				hidden_at: added,
				reason: added,
				words: added,
			},
			'spaces_materials.conversion': {
				material_id: 'none',
				asked_at: 'none',
				leased_until: 'none',
				attempts: 'none',
				done_at: 'none',
				failed_at: 'none',
			},
			'spaces_materials.captions': {
				material_id: 'none',
				file_id: 'none',
				locale: 'none',
				added_by: added,
				added_at: 'none',
			},
			'spaces_materials.allowance': { since: 'none', file_bytes: 'none', space_bytes: 'none' },
		},
		forgets: { 'remove-binned': ['material'] },
		exportFor: (ctx, person) => exportMaterials(ctx, { person }),
		exportForPupil: (ctx, pupil) => exportMaterials(ctx, { pupil }),
	},
};
