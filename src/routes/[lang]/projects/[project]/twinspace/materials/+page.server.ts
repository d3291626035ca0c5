import { enterTwinSpace } from '../enter.ts';
import { adultsHome } from './adults-home.ts';
import { loadShelf } from './load-materials.ts';
import { folderDeeds, takeOut } from './material-deeds.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { twinSpace, frame, home } = await enterTwinSpace(event);
	return { frame, ...(await loadShelf(event, { space: twinSpace.space, home })) };
};

const { make } = folderDeeds(adultsHome);
export const actions = {
	make,
	'take-out': takeOut(adultsHome),
} satisfies Actions;
