import { limits, reasonsInRoom } from '#domain/safety';
import { postFor } from '#domain/spaces/updates';
import { enterTwinSpace } from '../../../enter.ts';
import { reportPost } from '../../report-post.ts';
import { placeOfPost } from '../../../place-of-post.ts';
import { postInWords } from '../../../posts-in-words.ts';
import { reasonOptions } from '../../../../../../reports/safety-in-words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { ctx } = event.locals;
	const { twinSpace, frame, home } = await enterTwinSpace(event);
	const { post } = await postFor(ctx, twinSpace.space.id, event.params.post);
	return {
		frame,
		back: placeOfPost(home, post),
		post: postInWords(post, ctx),
		reasons: reasonOptions(reasonsInRoom),
		most: limits.words,
	};
};

export const actions = {
	report: async (event) => {
		return reportPost(event, 'report-post', (project, post) =>
			placeOfPost(`/${event.params.lang}/projects/${project}/twinspace`, post),
		);
	},
} satisfies Actions;
