/** Gives a member another role. Founders stay founders, and pupils stay pupils. */
import type { Context } from '#platform/context';
import { audit } from '#platform/audit';
import { inTransaction } from '#platform/database';
import { granted, refused, type Result } from '#platform/result';
import { demandRight } from './abilities.ts';
import { updateRole } from './members.sql.ts';
import { memberFor, spaceFor } from './read-spaces.ts';
import { isPupilRole, memberRoles, type MemberRole } from './rights.ts';
import type { MemberId, SpaceId } from './space.ts';

export type RoleChange = { readonly space: SpaceId; readonly member: MemberId; readonly role: MemberRole };
export type RoleRefusal = 'founder-stays' | 'not-yourself' | 'other-kind-of-role';

/** Changes a role; who is a founder is decided by the project and never here. */
export async function changeRole(ctx: Context, change: RoleChange): Promise<Result<undefined, RoleRefusal>> {
	const space = await spaceFor(ctx, change.space);
	demandRight(ctx, space, 'members.change-role');
	const member = await memberFor(ctx, space, change.member);
	if (member.role === 'founder' || change.role === 'founder') return refused('founder-stays');
	if (member.id === space.me.id) return refused('not-yourself');
	if (groupOf(member.role) !== groupOf(change.role)) return refused('other-kind-of-role');
	return inTransaction(ctx, async (inside) => {
		await updateRole(inside, member.id, change.role);
		await audit(
			inside,
			'spaces.role-changed',
			{ kind: 'member', id: member.id },
			{ from: member.role, to: change.role },
		);
		return granted();
	});
}

/** Whoever was invited as a guest was not vetted, so a guest never becomes a teacher by a click. */
function groupOf(role: MemberRole): 'pupil' | 'guest' | 'teacher' {
	if (isPupilRole(role)) return 'pupil';
	return role === 'expert' || role === 'observer' ? 'guest' : 'teacher';
}

/** The roles a member of this role may be given. */
export function rolesFor(role: MemberRole): readonly MemberRole[] {
	return memberRoles.filter((other) => other !== 'founder' && groupOf(other) === groupOf(role));
}
