import { enterTwinSpace } from '../../../enter.ts';
import { adultsHome } from '../../../materials/adults-home.ts';
import { inThread } from '../../forum-deeds.ts';
import { loadThread } from '../../forum-in-words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { twinSpace, frame, home } = await enterTwinSpace(event);
	return {
		frame,
		...(await loadThread(event.locals, { space: twinSpace.space, home }, event.params.thread)),
	};
};

const { reply, read, steer } = inThread(adultsHome);
export const actions = {
	reply,
	read,
	steer,
} satisfies Actions;
