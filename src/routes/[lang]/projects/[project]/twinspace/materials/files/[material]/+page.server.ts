import { enterTwinSpace } from '../../../enter.ts';
import { adultsHome } from '../../adults-home.ts';
import { loadMaterial } from '../../load-materials.ts';
import { lookingAfter, materialDeeds } from '../../material-deeds.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { twinSpace, frame, home } = await enterTwinSpace(event);
	return { frame, ...(await loadMaterial(event, { space: twinSpace.space, home }, event.params.material)) };
};

const { change, bin } = materialDeeds(adultsHome);
const after = lookingAfter(adultsHome);
export const actions = {
	change,
	bin,
	hide: after.hide,
	show: after.show,
	captions: after.captions,
	'no-captions': after['no-captions'],
} satisfies Actions;
