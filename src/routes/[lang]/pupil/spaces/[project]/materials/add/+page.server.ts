import { loadAdding } from '../../../../../projects/[project]/twinspace/materials/load-materials.ts';
import { enterAsPupil } from '../../enter.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { twinSpace, frame, home } = await enterAsPupil(event);
	return { frame, ...(await loadAdding(event, { space: twinSpace.space, home })) };
};
