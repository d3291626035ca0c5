import { enterTwinSpace } from '../enter.ts';
import { adultsHome } from '../materials/adults-home.ts';
import { loadForum } from './forum-in-words.ts';
import { bringBack, open } from './forum-deeds.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { twinSpace, frame, home } = await enterTwinSpace(event);
	return { frame, ...(await loadForum(event.locals, { space: twinSpace.space, home })) };
};

export const actions = {
	open: open(adultsHome),
	'bring-back': bringBack(adultsHome),
} satisfies Actions;
