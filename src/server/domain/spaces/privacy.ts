/** Memberships of one person: exported, erased, moved when two accounts become one. */
import type { Context } from '#platform/context';
import type { PersonId } from '#shared/actor';
import { activityOf, eraseMember, membershipsOf, moveMemberships } from './privacy.sql.ts';

type Journal = { readonly from: PersonId; readonly into: PersonId; readonly members: readonly string[] };

export async function exportMemberships(ctx: Context, person: PersonId): Promise<unknown> {
	return { memberships: await membershipsOf(ctx, person), activity: await activityOf(ctx, person) };
}

/** What the person wrote stays in the spaces, with the school alone beside it. */
export async function eraseMemberships(ctx: Context, person: PersonId): Promise<void> {
	await eraseMember(ctx, { person_id: person });
}

/** Where both are members of one space, each membership stays with its own account until the merging is settled. */
export async function uniteMemberships(ctx: Context, from: PersonId, into: PersonId): Promise<Journal> {
	return { from, into, members: await moveMemberships(ctx, from, into) };
}

export async function separateMemberships(ctx: Context, { from, into, members }: Journal): Promise<void> {
	await moveMemberships(ctx, into, from, members);
}
