/** Who may do what with labels. Applications belong to who wrote them, assessments to the desk. */
import { abilityTable, nobody, type Ability } from '#platform/abilities';
import type { Guest, Member, Officer, Teacher } from '#shared/actor';
import { isRecognised, isWritable, type OwnApplication, type Part } from './label.ts';

export const { table, may, demand } = abilityTable({
	/** What a label asks, and how the own application stands. */
	'recognition.see-part': { ...nobody, member: knows, teacher: knows } satisfies Ability<Part>,
	'recognition.apply': { ...nobody, teacher: applies } satisfies Ability<Part>,
	'recognition.write': { ...nobody, teacher: writes } satisfies Ability<OwnApplication>,
	'recognition.discard': { ...nobody, member: discards, teacher: discards } satisfies Ability<OwnApplication>,
	/** Answers of the desk are answered by whoever applied, validated or between two schools. */
	'recognition.see-own': { ...nobody, member: true, teacher: true, guest: true } satisfies Ability,
	/** Who holds a label by name; everybody sees that a project or a school has one. */
	'recognition.see-holders': { ...nobody, teacher: true, officer: true } satisfies Ability,
	'recognition.assess': { ...nobody, officer: assesses } satisfies Ability<AtDesk>,
	/** How many may apply, and how many points are needed. */
	'recognition.keep-rules': {
		...nobody,
		officer: ({ officeKind }) => officeKind === 'central',
	} satisfies Ability,
});

/** The case as support lets this officer have it: nobody's who is too near. */
export type AtDesk = { readonly mayDecide: boolean };

function knows(_actor: Member | Teacher, part: Part): boolean {
	return part.takesPart || part.hasApplied;
}

function applies(_actor: Teacher, part: Part): boolean {
	return part.takesPart && isRecognised(part);
}

function isMine(actor: Member | Teacher | Guest, { applicant }: OwnApplication): boolean {
	return actor.person === applicant;
}

function writes(actor: Teacher, application: OwnApplication): boolean {
	return isMine(actor, application) && isWritable(application.state);
}

function discards(actor: Member | Teacher, application: OwnApplication): boolean {
	return isMine(actor, application) && application.state === 'draft';
}

function assesses(_actor: Officer, { mayDecide }: AtDesk): boolean {
	return mayDecide;
}
