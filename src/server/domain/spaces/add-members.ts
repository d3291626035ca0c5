/** Brings people and pupils into a space. */
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import type { PersonId, PupilId } from '#shared/actor';
import { demandRight } from './abilities.ts';
import { recordActivity } from './activity.ts';
import { insertMembers } from './members.sql.ts';
import type { AdultRole } from './rights.ts';
import type { SchoolId, Space, SpaceId } from './space.ts';

export type PupilsToAdd = {
	readonly space: Space;
	readonly pupils: readonly PupilId[];
	readonly school: SchoolId;
};

/** Brings pupils of one school into the space, each once. Whose pupils they are is for the caller to know. */
export async function addPupilMembers(ctx: Context, { space, pupils, school }: PupilsToAdd): Promise<void> {
	demandRight(ctx, space, 'pupils.invite');
	await inTransaction(ctx, async (inside) => {
		await insertMembers(
			inside,
			space.id,
			pupils.map((pupil) => ({ pupil, school, role: 'pupil' as const })),
		);
		await recordActivity(inside, space, { verb: 'pupils-joined', kind: 'school', id: school });
	});
}

export type AdultToAdd = {
	readonly space: SpaceId;
	readonly person: PersonId;
	readonly school: SchoolId | null;
	readonly role: AdultRole;
	/** Guests are in the space until a day. */
	readonly until?: Date;
};

/**
 * Brings one adult into the space. open-to-all: called by the parts that invite (a partner was accepted, an
 * invitation taken), in their own transaction and after their own checks, never by a page.
 */
export async function addAdultMember(ctx: Context, { space, ...member }: AdultToAdd): Promise<void> {
	await insertMembers(ctx, space, [member]);
}

export type GrownClass = {
	readonly spaces: readonly SpaceId[];
	readonly pupils: readonly PupilId[];
	readonly school: SchoolId;
};

/**
 * Brings the new pupils of a class into the spaces where the class is already. open-to-all: called by the part
 * that knows where classes are, when one of them grows.
 */
export async function growClass(ctx: Context, { spaces, pupils, school }: GrownClass): Promise<void> {
	for (const space of spaces) {
		await insertMembers(
			ctx,
			space,
			pupils.map((pupil) => ({ pupil, school, role: 'pupil' as const })),
		);
	}
}
