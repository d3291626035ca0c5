/** Ends a membership: by those who may remove members, or by the member. What was written stays. */
import type { Context } from '#platform/context';
import { audit } from '#platform/audit';
import { inTransaction } from '#platform/database';
import { granted, refused, type Result } from '#platform/result';
import { demand, demandRight } from './abilities.ts';
import { endMembership } from './members.sql.ts';
import { memberFor, spaceFor } from './read-spaces.ts';
import type { MemberCard, MemberId, Space, SpaceId } from './space.ts';

/** Takes somebody out of the space; with the next request everything in it is closed to them. Says whether it was a pupil. */
export async function removeMember(
	ctx: Context,
	{ space: id, member: memberId }: { space: SpaceId; member: MemberId },
): Promise<Result<Pick<MemberCard, 'isPupil'>, 'founder-stays'>> {
	const space = await spaceFor(ctx, id);
	demandRight(ctx, space, 'members.remove');
	const member = await memberFor(ctx, space, memberId);
	if (member.role === 'founder') return refused('founder-stays');
	await endIt(ctx, space, member.id);
	return granted({ isPupil: member.isPupil });
}

/** The actor leaves the space; a founder hands the project on first. */
export async function leaveSpace(ctx: Context, id: SpaceId): Promise<Result<undefined, 'founder-stays'>> {
	const space = await spaceFor(ctx, id);
	demand(ctx, 'spaces.leave', space);
	if (space.me.role === 'founder') return refused('founder-stays');
	return endIt(ctx, space, space.me.id);
}

async function endIt(ctx: Context, space: Space, member: MemberId): Promise<Result<undefined, never>> {
	return inTransaction(ctx, async (inside) => {
		await endMembership(inside, member, space.me.id);
		await audit(inside, 'spaces.member-left', { kind: 'member', id: member });
		return granted();
	});
}
