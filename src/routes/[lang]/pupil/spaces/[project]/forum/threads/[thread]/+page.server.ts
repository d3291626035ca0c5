import { inThread } from '../../../../../../projects/[project]/twinspace/forum/forum-deeds.ts';
import { loadThread } from '../../../../../../projects/[project]/twinspace/forum/forum-in-words.ts';
import { like, takeBack } from '../../../deeds.ts';
import { enterAsPupil, homeOf, overTheDoor } from '../../../enter.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { twinSpace, frame, home } = await enterAsPupil(event);
	const at = { space: twinSpace.space, home };
	return { frame, ...(await loadThread(event.locals, at, event.params.thread, overTheDoor(home))) };
};

const { reply, read } = inThread(homeOf);
export const actions = {
	reply,
	read,
	'take-back': takeBack,
	like,
} satisfies Actions;
