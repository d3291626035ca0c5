/** What safety asks of rooms: who answers for one, and who somebody in it is for the others. */
import type { RoomCard, Rooms } from '#domain/safety';
import { answersForSpace, mayInSpace } from './abilities.ts';
import { cardsOfMembers, personOfMember, personsWithRole } from './members.sql.ts';
import { teacherRoles } from './rights.ts';
import { nameOfSpace, spaceOfActor } from './spaces.sql.ts';
import { withoutAliases } from './without-aliases.ts';

/** Each answers for the actor's own membership, or is asked by safety after its own checks: open-to-all. */
export const rooms: Rooms = {
	async teacherIn(ctx, room) {
		const space = await spaceOfActor(ctx, room);
		if (!space || !answersForSpace(space)) return undefined;
		return { member: space.me.id, leads: mayInSpace(space, 'posts.remove') };
	},
	async memberIn(ctx, room) {
		return (await spaceOfActor(ctx, room))?.me.id;
	},
	teachersOf: (ctx, room) => personsWithRole(ctx, room, teacherRoles),
	async cards(ctx, members) {
		const cards = await cardsOfMembers(ctx, members);
		return new Map(
			cards.map(({ id, name, school }): [string, RoomCard] => [
				id,
				{ name, school: school?.name ?? null, country: school?.country ?? null },
			]),
		);
	},
	personOf: personOfMember,
	withoutAliases,
	nameOf: nameOfSpace,
};
