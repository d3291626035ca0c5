/** Makes a room with its first members, inside the transaction of what it is made for. */
import type { Context } from '#platform/context';
import type { PersonId } from '#shared/actor';
import { insertMembers } from './members.sql.ts';
import type { AdultRole, SpaceKind } from './rights.ts';
import type { SchoolId, SpaceId } from './space.ts';
import { insertSpace } from './spaces.sql.ts';

export type FirstMember = {
	readonly person: PersonId;
	readonly school: SchoolId | null;
	readonly role: AdultRole;
};

export type SpaceToMake = {
	readonly kind: SpaceKind;
	readonly name: string;
	readonly description?: string;
	readonly locale: string;
	readonly members: readonly FirstMember[];
};

/**
 * Makes a space. open-to-all: called by the parts that own the kinds of space, in their own transaction and
 * after their own checks, never by a page.
 */
export async function makeSpace(
	ctx: Context,
	{ members, description = '', ...space }: SpaceToMake,
): Promise<SpaceId> {
	const id = await insertSpace(ctx, { ...space, description });
	await insertMembers(ctx, id, members);
	return id;
}
