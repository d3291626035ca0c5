/** Who may do what in a space: the kind of actor opens the door, the role's line in rights.ts decides the rest. */
import { abilityTable, nobody, type Ability } from '#platform/abilities';
import type { Context } from '#platform/context';
import { Forbidden } from '#platform/errors';
import { grantOf, rights, survivesArchiving, teacherRoles, type Right } from './rights.ts';
import type { MemberId, OwnMembership, Space } from './space.ts';

type Reached = Pick<Space, 'kind' | 'archivedAt' | 'me'>;
/** The thing a right is asked for, where it matters who made it. */
export type Made = { readonly madeBy: MemberId };

export const { table, may, demand } = abilityTable({
	/** To be in the space at all: validated adults, invited guests, and pupils in a TwinSpace. */
	'spaces.enter': {
		...nobody,
		teacher: (actor, space) => space.me.person === actor.person,
		guest: (actor, space) => space.me.person === actor.person && isGuestRole(space.me),
		pupil: (actor, space) => space.me.pupil === actor.pupil && space.kind === 'twinspace',
	} satisfies Ability<Reached>,
	/** To leave by oneself; pupils come and go with their class. */
	'spaces.leave': {
		...nobody,
		teacher: (actor, space) => space.me.person === actor.person,
		guest: (actor, space) => space.me.person === actor.person,
	} satisfies Ability<Reached>,
});

/** Whether the member who reached the space has a right there; `own` only with what they made. */
export function mayInSpace(space: Reached, right: Right, thing?: Made): boolean {
	if (space.archivedAt !== null && !survivesArchiving(right)) return false;
	const grant = grantOf(space.kind, right, space.me.role);
	return grant === 'Y' || (grant === 'own' && thing !== undefined && thing.madeBy === space.me.id);
}

/** Throws Forbidden unless the actor is in the space and has the right there. */
export function demandRight(ctx: Pick<Context, 'actor'>, space: Reached, right: Right, thing?: Made): void {
	demand(ctx, 'spaces.enter', space);
	if (!mayInSpace(space, right, thing)) throw new Forbidden(right);
}

/** Teachers answer for the space: they see whatever was hidden in it. */
export function answersForSpace(space: Pick<Space, 'me'>): boolean {
	return teacherRoles.some((role) => role === space.me.role);
}

/** The rights of the member in the space, for pages, which only hide; `own` ones count as held. */
export function rightsIn(space: Reached): ReadonlySet<Right> {
	const mine = { madeBy: space.me.id };
	return new Set(rights.filter((right) => mayInSpace(space, right, mine)));
}

function isGuestRole(me: OwnMembership): boolean {
	return me.role === 'expert' || me.role === 'observer';
}
