import type { MemberCard } from '#domain/spaces';
import { wallFor } from '#domain/spaces/updates';
import { t } from '#messages/spaces';
import { enterTwinSpace } from '../../enter.ts';
import { cursorIn, olderThan } from '../../older.ts';
import { nameOf, threadsInWords } from '../../posts-in-words.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { ctx } = event.locals;
	const { twinSpace, frame, home, rights } = await enterTwinSpace(event);
	const { pupil, threads, older } = await wallFor(
		ctx,
		twinSpace.space,
		event.params.member,
		cursorIn(event.url),
	);
	const changes = rights.has('members.change-role') || rights.has('members.remove');
	return {
		frame,
		home,
		name: nameOf(pupil),
		school: pupil.school?.name,
		role: isHelper(pupil) ? t(`spaces.role.${pupil.role}`) : undefined,
		hasLeft: pupil.hasLeft,
		roleHref: !pupil.hasLeft && changes ? `${home}/members/${pupil.id}` : undefined,
		threads: threadsInWords(threads, ctx),
		older: olderThan(older),
		told: event.url.searchParams.get('told'),
	};
};

/** Most pupils have the same role; it is said of those who may do more. */
function isHelper({ role }: MemberCard): boolean {
	return role === 'pupil-administrator';
}
