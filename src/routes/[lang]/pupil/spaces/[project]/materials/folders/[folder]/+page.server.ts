import { loadFolder } from '../../../../../../projects/[project]/twinspace/materials/load-materials.ts';
import { enterAsPupil } from '../../../enter.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { twinSpace, frame, home } = await enterAsPupil(event);
	return { frame, ...(await loadFolder(event, { space: twinSpace.space, home }, event.params.folder)) };
};
