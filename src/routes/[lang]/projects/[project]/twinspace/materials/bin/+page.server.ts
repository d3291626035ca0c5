import { enterTwinSpace } from '../../enter.ts';
import { loadBin } from '../load-materials.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { twinSpace, frame, home } = await enterTwinSpace(event);
	return { frame, ...(await loadBin(event, { space: twinSpace.space, home })) };
};
