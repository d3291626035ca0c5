import { reportsFor } from '#domain/spaces/updates';
import { enterTwinSpace } from '../enter.ts';
import { reportedInWords } from '../reports-in-words.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { ctx } = event.locals;
	const { twinSpace, frame, home } = await enterTwinSpace(event);
	const reported = await reportsFor(ctx, twinSpace.space);
	return {
		frame,
		home,
		reported: reported.map((each) => reportedInWords(each, home, ctx)),
		told: event.url.searchParams.get('told'),
	};
};
