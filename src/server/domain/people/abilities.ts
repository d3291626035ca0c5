/** Who may do what with accounts, affiliations and profiles. */
import { abilityTable, nobody, type Ability } from '#platform/abilities';

const adults = { member: true, teacher: true, guest: true, officer: true, operator: true } as const;

export const { table, may, demand } = abilityTable({
	// a signed-in adult may open a second account's letter, or sign in as somebody else, in the same browser
	'people.join': { ...nobody, visitor: true, ...adults } satisfies Ability,
	'people.sign-in': { ...nobody, visitor: true, ...adults } satisfies Ability,
	'people.sign-out': { ...nobody, ...adults } satisfies Ability,
});
