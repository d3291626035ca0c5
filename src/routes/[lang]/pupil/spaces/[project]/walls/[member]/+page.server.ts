import { redirect } from '@sveltejs/kit';
import { postLimits, wallFor } from '#domain/spaces/updates';
import { cursorIn, olderThan } from '../../../../../projects/[project]/twinspace/older.ts';
import { nameOf, threadsInWords } from '../../../../../projects/[project]/twinspace/posts-in-words.ts';
import { answer, like, takeBack } from '../../deeds.ts';
import { enterAsPupil, overTheDoor } from '../../enter.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { ctx } = event.locals;
	const { twinSpace, frame, home } = await enterAsPupil(event);
	const { space } = twinSpace;
	if (event.params.member === space.me.id) redirect(307, `${home}/wall`);
	const { pupil, threads, older } = await wallFor(ctx, space, event.params.member, cursorIn(event.url));
	return {
		frame,
		home,
		name: nameOf(pupil),
		school: pupil.school?.name,
		threads: threadsInWords(threads, ctx, overTheDoor(home)),
		before: event.url.searchParams.get('before'),
		older: olderThan(older),
		most: postLimits.words,
		told: event.url.searchParams.get('told'),
	};
};

export const actions = {
	answer,
	'take-back': takeBack,
	like,
} satisfies Actions;
