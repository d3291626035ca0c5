/** Who may do what with cases and offices. */
import { abilityTable, nobody, type Ability } from '#platform/abilities';
import type { Officer, OrganisationId, PersonId, SignedInPerson } from '#shared/actor';
import type { Conflict } from './conflicts.ts';

/** What a decision depends on: whose step it is, and what stands between this officer and it. */
export type OfficersStep = {
	/** The organisations that may decide the step now: its own and, where it went up, the central desk. */
	readonly desks: readonly OrganisationId[];
	readonly conflict: Conflict | undefined;
};

export type AskedParties = { readonly parties: readonly PersonId[] };

function works(actor: Officer, step: OfficersStep): boolean {
	return (
		(actor.officeKind === 'validator' || actor.officeKind === 'central') &&
		step.desks.includes(actor.organisation)
	);
}

function decides(actor: Officer, step: OfficersStep): boolean {
	return works(actor, step) && step.conflict === undefined;
}

function isCentral(actor: Officer): boolean {
	return actor.officeKind === 'central';
}

function isParty(actor: SignedInPerson, question: AskedParties): boolean {
	return question.parties.includes(actor.person);
}

export const { table, may, demand } = abilityTable({
	/** Sees the case on the desk, without personal data. */
	'support.see-case': { ...nobody, officer: works } satisfies Ability<OfficersStep>,
	/** Opens its personal data: an act with a reason, written down. */
	'support.open-look': { ...nobody, officer: decides } satisfies Ability<OfficersStep>,
	'support.decide': { ...nobody, officer: decides } satisfies Ability<OfficersStep>,
	'support.ask': { ...nobody, officer: decides } satisfies Ability<OfficersStep>,
	/** Any party answers: either founder knows. */
	'support.answer': {
		...nobody,
		member: isParty,
		teacher: isParty,
		guest: isParty,
	} satisfies Ability<AskedParties>,
	'support.see-queue': {
		...nobody,
		officer: (actor) => actor.officeKind === 'validator' || actor.officeKind === 'central',
	} satisfies Ability,
	/** The days on which the own organisation is closed. */
	'support.keep-holidays': {
		...nobody,
		officer: (actor) => actor.officeKind === 'validator' || actor.officeKind === 'central',
	} satisfies Ability,
	/** Support organisations and whom they cover. */
	'support.keep-organisations': { ...nobody, officer: isCentral } satisfies Ability,
	/** How long a case may lie. */
	'support.keep-settings': { ...nobody, officer: isCentral } satisfies Ability,
	/** The queues of all organisations, as figures. */
	'support.see-all-figures': { ...nobody, officer: isCentral } satisfies Ability,
	/** Goes through what officers opened: some of it, drawn by chance. */
	'support.review-looks': { ...nobody, officer: isCentral } satisfies Ability,
	'support.give-office': { ...nobody, officer: isCentral, system: true } satisfies Ability,
});
