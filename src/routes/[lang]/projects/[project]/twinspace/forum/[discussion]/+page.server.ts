import { enterTwinSpace } from '../../enter.ts';
import { adultsHome } from '../../materials/adults-home.ts';
import { begin, remove } from '../forum-deeds.ts';
import { loadDiscussion } from '../forum-in-words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { twinSpace, frame, home } = await enterTwinSpace(event);
	const at = { space: twinSpace.space, home };
	return { frame, ...(await loadDiscussion(event.locals, at, event.params.discussion)) };
};

export const actions = {
	begin: begin(adultsHome),
	remove: remove(adultsHome),
} satisfies Actions;
