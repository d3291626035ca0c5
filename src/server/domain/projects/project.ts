/** What a project is: its kinds, who may found one with whom, and the states that follow from its facts. */
import type { PersonId } from '#shared/actor';

export type ProjectId = string;

/** Who founds a project with whom decides its kind; it is fixed once the plan has left the founder's desk. */
export const projectKinds = ['european', 'national', 'initial-teacher-education'] as const;
export type ProjectKind = (typeof projectKinds)[number];

export const projectStates = [
	'draft',
	'waiting-for-cofounder',
	'waiting-for-support',
	'refused',
	'open',
	'closed',
	'withdrawn',
] as const;
export type ProjectState = (typeof projectStates)[number];

/** What happened to a project, as far as its state depends on it. */
export type ProjectFacts = {
	/** The one running invitation: neither declined nor taken back. */
	readonly invitation?: { readonly accepted: boolean } | undefined;
	/** The newest round before the support organisations. */
	readonly submission?: { readonly refused: boolean } | undefined;
	readonly opened: boolean;
	readonly closed: boolean;
	readonly withdrawn: boolean;
};

/** The state that follows from the facts. */
export function stateOf(facts: ProjectFacts): ProjectState {
	if (facts.withdrawn) return 'withdrawn';
	if (facts.closed) return 'closed';
	if (facts.opened) return 'open';
	if (facts.submission) return facts.submission.refused ? 'refused' : 'waiting-for-support';
	if (facts.invitation) return 'waiting-for-cofounder';
	return 'draft';
}

/** Whether the project is there for the public: what nobody approved is nobody's but its founders'. */
export function isPublic(state: ProjectState): boolean {
	return state === 'open' || state === 'closed';
}

/** Whether the plan may be written: before it is sent, and again after a refusal. */
export function isWritable(state: ProjectState): boolean {
	return state === 'draft' || state === 'refused' || state === 'open';
}

/** Whether the founder may give the project up: as long as nobody works in it. */
export function isWithdrawable(state: ProjectState): boolean {
	return state !== 'open' && state !== 'closed' && state !== 'withdrawn';
}

/** Who has a part in a project that is not open to everyone. */
export type ProjectParties = {
	readonly founder: PersonId;
	/** The person of the running invitation, whether it was accepted or not. */
	readonly cofounder?: PersonId | undefined;
	readonly cofounderAccepted: boolean;
	readonly partners: readonly PersonId[];
	readonly state: ProjectState;
};

/** Whether this person knows of the project although it is not open. */
export function isParty(person: PersonId | undefined, project: ProjectParties): boolean {
	if (person === undefined) return false;
	return person === project.founder || person === project.cofounder || project.partners.includes(person);
}

/** Whether this person is a founder: who wrote the plan, and who accepted to found with them. */
export function isFounder(person: PersonId | undefined, project: ProjectParties): boolean {
	if (person === undefined) return false;
	return person === project.founder || (project.cofounderAccepted && person === project.cofounder);
}
