/** How a space is reached: only by its present members, read anew each time, so that a removed member has lost it. */
import type { Context } from '#platform/context';
import { NotFound } from '#platform/errors';
import { isId } from '#platform/ids';
import { demand, demandRight } from './abilities.ts';
import {
	countPresentMembers,
	formerPupilsOf,
	memberEverOf,
	presentMemberOf,
	presentMembersOf,
} from './members.sql.ts';
import type { Member, MemberCard, MemberEver, MemberId, Space, SpaceId } from './space.ts';
import { allSpacesOfActor, spaceOfActor } from './spaces.sql.ts';

/** The space, with the actor's membership. NotFound for whoever is no present member. */
export async function spaceFor(ctx: Context, id: SpaceId): Promise<Space> {
	const space = isId(id) ? await spaceOfActor(ctx, id) : undefined;
	if (!space) throw new NotFound('space');
	demand(ctx, 'spaces.enter', space);
	return space;
}

/** All spaces of the actor, the newest membership first. Only their own, so there is nothing to demand: open-to-all. */
export async function spacesFor(ctx: Context): Promise<Space[]> {
	return allSpacesOfActor(ctx);
}

/** Who is in the space, adults first. */
export async function membersFor(ctx: Context, space: Space): Promise<Member[]> {
	demandRight(ctx, space, 'members.see');
	return presentMembersOf(ctx, space.id);
}

/** The pupils who were in the space: what they wrote is still there. */
export async function formerPupilsFor(ctx: Context, space: Space): Promise<MemberCard[]> {
	demandRight(ctx, space, 'members.see');
	return formerPupilsOf(ctx, space.id);
}

/** Somebody who is or was a member of the space, or NotFound. */
export async function memberEverFor(ctx: Context, space: Space, id: MemberId): Promise<MemberEver> {
	demandRight(ctx, space, 'members.see');
	const member = isId(id) ? await memberEverOf(ctx, space.id, id) : undefined;
	if (!member) throw new NotFound('member');
	return member;
}

/** How many grown-ups and how many pupils read what is for all members. */
export async function readersFor(ctx: Context, space: Space): Promise<{ adults: number; pupils: number }> {
	demandRight(ctx, space, 'members.see');
	return countPresentMembers(ctx, space.id);
}

/** One present member of the space, or NotFound. */
export async function memberFor(ctx: Context, space: Space, id: MemberId): Promise<Member> {
	demandRight(ctx, space, 'members.see');
	const member = isId(id) ? await presentMemberOf(ctx, space.id, id) : undefined;
	if (!member) throw new NotFound('member');
	return member;
}
