import { begin } from '../../../../../projects/[project]/twinspace/forum/forum-deeds.ts';
import { loadDiscussion } from '../../../../../projects/[project]/twinspace/forum/forum-in-words.ts';
import { enterAsPupil, homeOf } from '../../enter.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { twinSpace, frame, home } = await enterAsPupil(event);
	const at = { space: twinSpace.space, home };
	return { frame, ...(await loadDiscussion(event.locals, at, event.params.discussion)) };
};

export const actions = {
	begin: begin(homeOf),
} satisfies Actions;
