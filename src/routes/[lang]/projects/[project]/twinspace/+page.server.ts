import { activityFor, membersFor } from '#domain/spaces';
import { updatesFor } from '#domain/spaces/updates';
import { activityInWords } from './activity-in-words.ts';
import { enterTwinSpace } from './enter.ts';
import { nameOf, threadsInWords } from './posts-in-words.ts';
import type { PageServerLoad } from './$types';

const updatesShown = 10;
const adultsShown = 12;

export const load: PageServerLoad = async (event) => {
	const { ctx } = event.locals;
	const { twinSpace, frame, home, rights } = await enterTwinSpace(event);
	const { space } = twinSpace;
	const [members, { threads }, activity] = await Promise.all([
		membersFor(ctx, space),
		updatesFor(ctx, space),
		activityFor(ctx, space),
	]);
	const adults = members.filter((member) => !member.isPupil);
	return {
		frame,
		home,
		description: space.description,
		lang: space.locale,
		mayPost: rights.has('updates.post'),
		threads: threadsInWords(threads.slice(0, updatesShown), ctx),
		more: threads.length > updatesShown,
		adults: adults
			.slice(0, adultsShown)
			.map((member) => ({ id: member.id, name: nameOf(member), school: member.school?.name })),
		pupils: members.length - adults.length,
		activity: activityInWords(activity, ctx),
	};
};
