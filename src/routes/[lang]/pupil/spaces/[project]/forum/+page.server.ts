import { loadForum } from '../../../../projects/[project]/twinspace/forum/forum-in-words.ts';
import { enterAsPupil } from '../enter.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { twinSpace, frame, home } = await enterAsPupil(event);
	return { frame, ...(await loadForum(event.locals, { space: twinSpace.space, home })) };
};
