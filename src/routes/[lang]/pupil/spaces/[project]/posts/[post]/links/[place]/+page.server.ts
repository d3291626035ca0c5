import { linkInPost, postFor } from '#domain/spaces/updates';
import { enterAsPupil, placeOfPost } from '../../../../enter.ts';
import type { PageServerLoad } from './$types';

/** The address is looked up in the post, so that nobody can send a pupil anywhere by a link of their own making. */
export const load: PageServerLoad = async (event) => {
	const { ctx } = event.locals;
	const { twinSpace, frame, home } = await enterAsPupil(event);
	const { space } = twinSpace;
	const { post } = await postFor(ctx, space.id, event.params.post);
	const address = await linkInPost(ctx, space.id, post.id, Number(event.params.place));
	const back = `${placeOfPost(home, post, space.me.id)}#post-${post.id}`;
	return { frame, address, host: new URL(address).host, back };
};
