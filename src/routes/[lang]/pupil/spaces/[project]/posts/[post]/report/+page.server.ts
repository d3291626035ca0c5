import { limits, reasonsInRoom } from '#domain/safety';
import { postFor } from '#domain/spaces/updates';
import { postInWords } from '../../../../../../projects/[project]/twinspace/posts-in-words.ts';
import { reportPost } from '../../../../../../projects/[project]/twinspace/posts/report-post.ts';
import { reasonOptions } from '../../../../../../reports/safety-in-words.ts';
import { enterAsPupil, homeOf, overTheDoor, placeOfPost } from '../../../enter.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { ctx } = event.locals;
	const { twinSpace, frame, home } = await enterAsPupil(event);
	const { post } = await postFor(ctx, twinSpace.space.id, event.params.post);
	return {
		frame,
		back: `${placeOfPost(home, post, twinSpace.space.me.id)}#post-${post.id}`,
		post: postInWords(post, ctx, overTheDoor(home)),
		reasons: reasonOptions(reasonsInRoom),
		most: limits.words,
	};
};

export const actions = {
	report: async (event) => {
		return reportPost(event, 'report', (project, post, space) =>
			placeOfPost(homeOf(event.params.lang, project), post, space.me.id),
		);
	},
} satisfies Actions;
