/** Who may do what with accounts, affiliations and profiles. Whom one sees is a matter of `visiblePeople`. */
import { abilityTable, nobody, type Ability } from '#platform/abilities';

/** A case as an officer reached it. */
export type OpenedCase = { readonly lookIsOpen: boolean; readonly conflict: unknown };

const adults = { member: true, teacher: true, guest: true, officer: true, operator: true } as const;
const own = { ...nobody, member: true, teacher: true, guest: true } as const;

export const { table, may, demand } = abilityTable({
	/** A signed-in adult may open a letter of another account, or sign in as somebody else, in the same browser. */
	'people.join': { ...nobody, visitor: true, ...adults } satisfies Ability,
	'people.sign-in': { ...nobody, visitor: true, ...adults } satisfies Ability,
	'people.sign-out': { ...nobody, ...adults } satisfies Ability,
	/** What concerns only myself: my places, my offices. */
	'people.see-own': { ...nobody, ...adults } satisfies Ability,
	/** What guards my account: addresses, password, factors, sessions. At a desk nobody changes it. */
	'people.secure-account': { ...own } satisfies Ability,
	/** Two accounts of somebody who cannot prove both; editors, assessors and moderators look after other things. */
	'people.unite-others': {
		...nobody,
		officer: ({ officeKind }) => officeKind === 'validator' || officeKind === 'central',
	} satisfies Ability,
	'people.state-affiliation': { ...nobody, member: true, teacher: true } satisfies Ability,
	/** Says of a colleague at the own school: I know this person. */
	'people.vouch': { ...nobody, teacher: true } satisfies Ability,
	/** Whoever got the letter to the school, for the one answer it asks for. */
	'people.answer-as-head': {
		...nobody,
		bearer: (actor) => actor.purpose === 'answer-as-head',
	} satisfies Ability,
	/** An officer who decides the case, with the names open before them. */
	'people.write-to-school': {
		...nobody,
		officer: (_actor, at) => at.lookIsOpen && at.conflict === undefined,
	} satisfies Ability<OpenedCase>,
	'people.change-profile': { ...own } satisfies Ability,
	/** Pictures come from those whom a support organisation knows. */
	'people.change-photo': { ...nobody, teacher: true } satisfies Ability,
	/** The page of a person one reaches. */
	'people.see-profile': { ...own } satisfies Ability,
	/** A session sits at one desk at a time: from a desk one goes back first. */
	'people.enter-desk': { ...own } satisfies Ability,
	'people.leave-desk': { ...nobody, officer: true } satisfies Ability,
	/** Who holds an office is known by name to the central desk, which gives and ends it. */
	'people.keep-offices': {
		...nobody,
		officer: ({ officeKind }) => officeKind === 'central',
	} satisfies Ability,
	/** What shows that somebody works at a school, organisation by organisation. */
	'people.keep-evidence-rules': {
		...nobody,
		officer: ({ officeKind }) => officeKind === 'central',
	} satisfies Ability,
	/** Persons of the own countries, through the cases of the own desk. */
	'people.find-at-desk': {
		...nobody,
		officer: ({ officeKind }) => officeKind === 'validator' || officeKind === 'central',
	} satisfies Ability,
});
