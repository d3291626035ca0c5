/** Who may do what with what is kept. */
import { abilityTable, everybody, type Ability } from '#platform/abilities';

export const { table, demand } = abilityTable({
	/** What is kept of whom, and how long: no secret. */
	'privacy.see-register': everybody satisfies Ability,
});
