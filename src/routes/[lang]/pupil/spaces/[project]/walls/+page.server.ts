import { membersFor } from '#domain/spaces';
import { nameOf } from '../../../../projects/[project]/twinspace/posts-in-words.ts';
import { enterAsPupil } from '../enter.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { twinSpace, frame, home } = await enterAsPupil(event);
	const members = await membersFor(event.locals.ctx, twinSpace.space);
	return {
		frame,
		pupils: members
			.filter((member) => member.isPupil && member.id !== twinSpace.space.me.id)
			.map((member) => ({
				id: member.id,
				name: nameOf(member),
				school: member.school?.name,
				href: `${home}/walls/${member.id}`,
			})),
	};
};
