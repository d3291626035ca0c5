import { countryLabels } from '#domain/places';
import { membersFor, suspendedMembersFor } from '#domain/spaces';
import { t } from '#messages/spaces';
import { formatDate } from '#shared/format';
import { enterTwinSpace } from '../enter.ts';
import { nameOf } from '../posts-in-words.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { ctx, locale } = event.locals;
	const { twinSpace, frame, home, rights } = await enterTwinSpace(event);
	const [members, label] = await Promise.all([membersFor(ctx, twinSpace.space), countryLabels(ctx)]);
	const changes = rights.has('members.change-role') || rights.has('members.remove');
	return {
		frame,
		home,
		suspended: (await suspendedMembersFor(ctx, twinSpace.space)).map((member) => ({
			id: member.id,
			name: nameOf(member),
			until: formatDate(member.until, locale, 'UTC'),
		})),
		told: event.url.searchParams.get('told'),
		members: members
			.filter((member) => !member.isPupil)
			.map((member) => ({
				id: member.id,
				name: nameOf(member),
				role: t(`spaces.role.${member.role}`),
				isGuest: member.role === 'expert' || member.role === 'observer',
				school: member.school?.name,
				country: member.school && { code: member.school.country, name: label(member.school.country).name },
				since: t('spaces.member.since', { date: formatDate(member.joinedAt, locale, 'UTC') }),
				mayChange: changes && member.role !== 'founder' && member.id !== twinSpace.space.me.id,
			})),
	};
};
