/** Memberships of one person: exported, erased, moved when two accounts become one. */
import type { Context } from '#platform/context';
import type { PersonId } from '#shared/actor';
import {
	activityOf,
	eraseMember,
	joinMemberships,
	keepJoined,
	membershipsOf,
	moveMemberships,
	partMemberships,
	type JoinedPair,
	type Whose,
} from './privacy.sql.ts';

type Journal = {
	readonly from: PersonId;
	readonly into: PersonId;
	readonly members: readonly string[];
	/** Missing in the journals of mergings from before there were pairs. */
	readonly joined?: readonly JoinedPair[];
};

export async function exportMemberships(ctx: Context, whose: Whose): Promise<unknown> {
	return { memberships: await membershipsOf(ctx, whose), activity: await activityOf(ctx, whose) };
}

/** What the person wrote stays in the spaces, with the school alone beside it. */
export async function eraseMemberships(ctx: Context, person: PersonId): Promise<void> {
	await eraseMember(ctx, { person_id: person });
}

/** Where both are members of one space, the person goes on as the better of the two. */
export async function uniteMemberships(ctx: Context, from: PersonId, into: PersonId): Promise<Journal> {
	const joined = await joinMemberships(ctx, from, into);
	return { from, into, joined, members: await moveMemberships(ctx, from, into) };
}

export async function separateMemberships(
	ctx: Context,
	{ from, into, joined, members }: Journal,
): Promise<void> {
	await moveMemberships(ctx, into, from, members);
	await partMemberships(ctx, joined ?? []);
}

/** A merging that nobody undid: all that both wrote is the one person's, also where they came into a space since. */
export async function keepMemberships(
	ctx: Context,
	{ from, into }: { readonly from: PersonId; readonly into: PersonId },
): Promise<void> {
	await joinMemberships(ctx, from, into);
	await keepJoined(ctx, from, into);
}
