/** Who may read notices: everyone with an account their own. */
import { abilityTable, nobody, type Ability } from '#platform/abilities';

export const { table, may, demand } = abilityTable({
	'notices.read-own': {
		...nobody,
		member: true,
		teacher: true,
		guest: true,
		officer: true,
		operator: true,
	} satisfies Ability,
});
