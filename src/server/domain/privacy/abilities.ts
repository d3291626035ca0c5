/** Who may do what with what is kept. */
import { abilityTable, everybody, nobody, type Ability, type Rule } from '#platform/abilities';
import type { ActorKind, PersonId, SignedInPerson } from '#shared/actor';

/** A thing here is a person about whom something is kept. */
const self = (actor: SignedInPerson, whom: PersonId) => actor.person === whom;
const myself = {
	member: self,
	teacher: self,
	guest: self,
	officer: self,
	operator: self,
} as const satisfies {
	readonly [K in SignedInPerson['kind']]: Rule<K & ActorKind, PersonId>;
};

export const { table, may, demand } = abilityTable({
	/** What is kept of whom, and how long: no secret. */
	'privacy.see-register': everybody satisfies Ability,
	/** How long things are kept. */
	'privacy.keep-times': {
		...nobody,
		officer: ({ officeKind }) => officeKind === 'central',
	} satisfies Ability,
	/** All that is kept of a person, by that person. */
	'privacy.export': { ...nobody, ...myself, system: true } satisfies Ability<PersonId>,
	/** All that is kept of me goes, because I want it to. */
	'privacy.erase-own': {
		...nobody,
		member: self,
		teacher: self,
		guest: self,
	} satisfies Ability<PersonId>,
	/** To forget a person: when the time of the account is over. */
	'privacy.erase': { ...nobody, system: true } satisfies Ability<PersonId>,
});
