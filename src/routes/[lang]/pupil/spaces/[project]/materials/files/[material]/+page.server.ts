import { loadMaterial } from '../../../../../../projects/[project]/twinspace/materials/load-materials.ts';
import { materialDeeds } from '../../../../../../projects/[project]/twinspace/materials/material-deeds.ts';
import { enterAsPupil, homeOf } from '../../../enter.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { twinSpace, frame, home } = await enterAsPupil(event);
	return { frame, ...(await loadMaterial(event, { space: twinSpace.space, home }, event.params.material)) };
};

const { change, bin } = materialDeeds(homeOf);
export const actions = {
	change,
	bin,
} satisfies Actions;
