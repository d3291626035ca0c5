import { membersFor, type Member } from '#domain/spaces';
import { t } from '#messages/pupils';
import { nameOf } from '../../../../projects/[project]/twinspace/posts-in-words.ts';
import { enterAsPupil } from '../enter.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { twinSpace, frame, home } = await enterAsPupil(event);
	const { me } = twinSpace.space;
	const members = await membersFor(event.locals.ctx, twinSpace.space);
	const pupils = members.filter((member) => member.isPupil);
	const schools = new Map(pupils.map(({ school }) => [school?.id, school?.name]));
	return {
		frame,
		rights: `${home}/people/rights`,
		adults: members.filter((member) => !member.isPupil).map(adultInWords),
		schools: [...schools].map(([id, name]) => ({
			id: id ?? '',
			name,
			pupils: pupils
				.filter(({ school }) => school?.id === id)
				.map((pupil) => ({
					id: pupil.id,
					name: nameOf(pupil),
					isMe: pupil.id === me.id,
					href: pupil.id === me.id ? `${home}/wall` : `${home}/walls/${pupil.id}`,
				})),
		})),
	};
};

/** A teacher by name and school; a guest is said to be one. */
function adultInWords(member: Member) {
	const isGuest = member.role === 'expert' || member.role === 'observer';
	return {
		id: member.id,
		name: nameOf(member),
		school: member.school?.name,
		note: isGuest ? t('pupils.people.guest') : undefined,
	};
}
