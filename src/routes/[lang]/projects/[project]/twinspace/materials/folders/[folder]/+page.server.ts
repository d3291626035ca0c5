import { enterTwinSpace } from '../../../enter.ts';
import { adultsHome } from '../../adults-home.ts';
import { loadFolder } from '../../load-materials.ts';
import { folderDeeds } from '../../material-deeds.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { twinSpace, frame, home } = await enterTwinSpace(event);
	return { frame, ...(await loadFolder(event, { space: twinSpace.space, home }, event.params.folder)) };
};

const { rename, bin } = folderDeeds(adultsHome);
export const actions = {
	rename,
	bin,
} satisfies Actions;
