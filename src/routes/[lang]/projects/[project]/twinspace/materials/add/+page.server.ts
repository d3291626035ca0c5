import { enterTwinSpace } from '../../enter.ts';
import { loadAdding } from '../load-materials.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { twinSpace, frame, home } = await enterTwinSpace(event);
	return { frame, ...(await loadAdding(event, { space: twinSpace.space, home })) };
};
