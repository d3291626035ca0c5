import { wallFor } from '#domain/spaces/updates';
import { enterTwinSpace } from '../../enter.ts';
import { cursorIn, olderThan } from '../../older.ts';
import { nameOf, threadsInWords } from '../../posts-in-words.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { ctx } = event.locals;
	const { twinSpace, frame, home } = await enterTwinSpace(event);
	const { pupil, threads, older } = await wallFor(
		ctx,
		twinSpace.space,
		event.params.member,
		cursorIn(event.url),
	);
	return {
		frame,
		home,
		name: nameOf(pupil),
		school: pupil.school?.name,
		threads: threadsInWords(threads, ctx),
		older: olderThan(older),
		told: event.url.searchParams.get('told'),
	};
};
