/** A teacher puts somebody out of the space for some days, and lets them in again. */
import { suspendMember, type Reason } from '#domain/safety';
import type { Context } from '#platform/context';
import { NotFound } from '#platform/errors';
import { isId } from '#platform/ids';
import { granted, refused, type Result } from '#platform/result';
import { demandRight, rightsIn } from './abilities.ts';
import { suspendedMembersOf } from './members.sql.ts';
import { memberFor, spaceFor } from './read-spaces.ts';
import type { MemberCard, MemberId, Space, SpaceId } from './space.ts';

type WhoOf = { readonly space: SpaceId; readonly member: MemberId };
export type SuspendFromSpace = WhoOf & {
	readonly days: number;
	readonly reason: Reason;
	readonly words: string;
};

export type SuspendedMember = MemberCard & { readonly until: Date };

/**
 * Closes the space for the member with the next request and on every open socket, for so many days. Pupils are
 * suspended by any teacher of the space, adults by those who may remove members; a founder by nobody here.
 */
export async function suspendFromSpace(
	ctx: Context,
	input: SuspendFromSpace,
): Promise<Result<undefined, 'founder-stays'>> {
	const space = await spaceFor(ctx, input.space);
	const member = await memberFor(ctx, space, input.member);
	demandRight(ctx, space, rightOver(member));
	if (member.role === 'founder' || member.id === space.me.id) return refused('founder-stays');
	const { days, reason, words } = input;
	await suspendMember(ctx, { room: space.id, member: member.id, by: space.me.id, days, reason, words });
	return granted();
}

/** Lets a suspended member in before the time is over. */
export async function letInAgain(
	ctx: Context,
	{ space: id, member }: WhoOf,
): Promise<Result<undefined, never>> {
	const space = await spaceFor(ctx, id);
	const found = await suspendedMemberFor(ctx, space, member);
	demandRight(ctx, space, rightOver(found));
	const taken = { days: 0, reason: 'other', words: '' } as const;
	await suspendMember(ctx, { room: space.id, member: found.id, by: space.me.id, ...taken });
	return granted();
}

/** Who is suspended now, for those who could let them in. */
export async function suspendedMembersFor(ctx: Context, space: Space): Promise<SuspendedMember[]> {
	demandRight(ctx, space, 'members.see');
	const mine = rightsIn(space);
	return (await suspendedMembersOf(ctx, space.id)).filter((member) => mine.has(rightOver(member)));
}

/** One of them, or NotFound. */
export async function suspendedMemberFor(ctx: Context, space: Space, id: MemberId): Promise<SuspendedMember> {
	const members = isId(id) ? await suspendedMembersFor(ctx, space) : [];
	const found = members.find((member) => member.id === id);
	if (!found) throw new NotFound('member');
	return found;
}

function rightOver(member: Pick<MemberCard, 'isPupil'>) {
	return member.isPupil ? ('posts.moderate-pupils' as const) : ('members.remove' as const);
}
