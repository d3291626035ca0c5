import { loadShelf } from '../../../../projects/[project]/twinspace/materials/load-materials.ts';
import { takeOut } from '../../../../projects/[project]/twinspace/materials/material-deeds.ts';
import { enterAsPupil, homeOf } from '../enter.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { twinSpace, frame, home } = await enterAsPupil(event);
	return { frame, ...(await loadShelf(event, { space: twinSpace.space, home })) };
};

export const actions = { 'take-out': takeOut(homeOf) } satisfies Actions;
