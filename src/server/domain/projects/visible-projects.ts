/** Who sees that a project exists: the rule, and the same rule as a fragment of SQL. A test holds them together. */
import type { Actor, PersonId } from '#shared/actor';
import { isParty, isPublic, type ProjectParties } from './project.ts';

/** Open and closed projects are public; before that, and while moderators hide it, a project is there for its parties only. */
export function seesProject(actor: Actor, project: ProjectParties & { readonly isHidden: boolean }): boolean {
	const isThere = isPublic(project.state) && !project.isHidden;
	return actor.kind === 'system' || isThere || isParty(ownPerson(actor), project);
}

/** The person who acts for themselves: an officer at the desk sees the founders' plans through their cases only. */
export function ownPerson(actor: Actor): PersonId | undefined {
	return actor.kind === 'member' || actor.kind === 'teacher' || actor.kind === 'guest'
		? actor.person
		: undefined;
}
