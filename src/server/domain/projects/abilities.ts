/** Who may do what with projects. Seeing one at all is decided before, by `visibleProjects`. */
import { abilityTable, nobody, type Ability } from '#platform/abilities';
import type { Member, Teacher } from '#shared/actor';
import { isFounder, isParty, isWithdrawable, isWritable, type ProjectParties } from './project.ts';

type Person = Member | Teacher;

export const { table, may, demand } = abilityTable({
	'projects.found': { ...nobody, teacher: true } satisfies Ability,
	'projects.read-own': { ...nobody, member: true, teacher: true, guest: true } satisfies Ability,
	/** The whole plan, and the names of founders and partners; the public cover has neither. */
	'projects.read-plan': {
		...nobody,
		member: isParticipant,
		teacher: true,
		officer: true,
	} satisfies Ability<ProjectParties>,
	'projects.write-plan': { ...nobody, teacher: writes } satisfies Ability<ProjectParties>,
	'projects.invite-cofounder': { ...nobody, teacher: invites } satisfies Ability<ProjectParties>,
	'projects.take-back-invitation': {
		...nobody,
		member: takesBack,
		teacher: takesBack,
	} satisfies Ability<ProjectParties>,
	'projects.accept-invitation': { ...nobody, teacher: isAsked } satisfies Ability<ProjectParties>,
	/** Saying no needs no validated place. */
	'projects.decline-invitation': {
		...nobody,
		member: isAsked,
		teacher: isAsked,
	} satisfies Ability<ProjectParties>,
	'projects.send-again': { ...nobody, teacher: corrects } satisfies Ability<ProjectParties>,
	/** Where the plan lies, since when, and what comes next. */
	'projects.see-chain': {
		...nobody,
		member: seesChain,
		teacher: seesChain,
	} satisfies Ability<ProjectParties>,
	/** Both founders, each alone: the work is over, or goes on after all. */
	'projects.close': { ...nobody, teacher: closes } satisfies Ability<ProjectParties>,
	'projects.open-again': { ...nobody, teacher: opensAgain } satisfies Ability<ProjectParties>,
	'projects.withdraw': { ...nobody, member: givesUp, teacher: givesUp } satisfies Ability<ProjectParties>,
});

function isParticipant(actor: Person, project: ProjectParties): boolean {
	return isParty(actor.person, project);
}

function wrote(actor: Person, project: ProjectParties): boolean {
	return actor.person === project.founder;
}

/** Before it is open the plan is its writer's; then it belongs to both founders (domain 4.2). */
function writes(actor: Person, project: ProjectParties): boolean {
	const isOwner = project.state === 'open' ? isFounder(actor.person, project) : wrote(actor, project);
	return isOwner && isWritable(project.state);
}

function invites(actor: Person, project: ProjectParties): boolean {
	return wrote(actor, project) && project.state === 'draft';
}

function takesBack(actor: Person, project: ProjectParties): boolean {
	return wrote(actor, project) && project.state === 'waiting-for-cofounder';
}

function isAsked(actor: Person, project: ProjectParties): boolean {
	return actor.person === project.cofounder && project.state === 'waiting-for-cofounder';
}

function corrects(actor: Person, project: ProjectParties): boolean {
	return wrote(actor, project) && project.state === 'refused';
}

function seesChain(actor: Person, project: ProjectParties): boolean {
	return isFounder(actor.person, project);
}

function closes(actor: Person, project: ProjectParties): boolean {
	return isFounder(actor.person, project) && project.state === 'open';
}

function opensAgain(actor: Person, project: ProjectParties): boolean {
	return isFounder(actor.person, project) && project.state === 'closed';
}

function givesUp(actor: Person, project: ProjectParties): boolean {
	return wrote(actor, project) && isWithdrawable(project.state);
}
