/** Who may do what with cohorts. Which cohort one reaches is a matter of the institutions one educates at. */
import { abilityTable, nobody, type Ability } from '#platform/abilities';

/** Whether the acting person is a validated educator at the institution. */
export type AtInstitution = { readonly educates: boolean };

function educates(_: unknown, { educates }: AtInstitution): boolean {
	return educates;
}

export const { table, may, demand } = abilityTable({
	/** See a cohort and its student teachers, bring one in, invite anew, take an invitation back. */
	'cohort.look-after': { ...nobody, teacher: educates } satisfies Ability<AtInstitution>,
	/** The own list, which is empty for whoever educates nowhere. */
	'cohort.list': { ...nobody, teacher: true } satisfies Ability,
	/** Who holds the link of an invitation, with an account or without. */
	'cohort.accept': { ...nobody, visitor: true, member: true, teacher: true } satisfies Ability,
	/** The daily work when studies end. */
	'cohort.end': { ...nobody, system: true } satisfies Ability,
});
