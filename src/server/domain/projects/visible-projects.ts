/** Who sees that a project exists: the rule, and the same rule as a fragment of SQL. A test holds them together. */
import type { Actor, PersonId } from '#shared/actor';
import { isParty, isPublic, type ProjectParties } from './project.ts';

/** Open and closed projects are public; before that a project is there for its founders only. */
export function seesProject(actor: Actor, project: ProjectParties): boolean {
	return actor.kind === 'system' || isPublic(project.state) || isParty(ownPerson(actor), project);
}

/** The person who acts for themselves: an officer at the desk sees the founders' plans through their cases only. */
export function ownPerson(actor: Actor): PersonId | undefined {
	return actor.kind === 'member' || actor.kind === 'teacher' || actor.kind === 'guest'
		? actor.person
		: undefined;
}
