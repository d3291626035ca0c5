import { postLimits, wallFor } from '#domain/spaces/updates';
import { nameOf, threadsInWords } from '../../../../../projects/[project]/twinspace/posts-in-words.ts';
import { answerOnWall } from '../../answer.ts';
import { enterAsPupil } from '../../enter.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { ctx } = event.locals;
	const { twinSpace, frame, home } = await enterAsPupil(event);
	const { pupil, threads } = await wallFor(ctx, twinSpace.space, event.params.member);
	return {
		frame,
		home,
		name: nameOf(pupil),
		threads: threadsInWords(threads, ctx),
		most: postLimits.words,
		told: event.url.searchParams.get('told'),
	};
};

export const actions = { answer: answerOnWall } satisfies Actions;
